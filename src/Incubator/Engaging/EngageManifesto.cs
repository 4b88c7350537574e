using System.Globalization;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Steering;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Engaging;

/// <summary>The manifesto as the convention annexes it: each engagement is accepted by somebody, by name, once.</summary>
public static class EngageManifesto
{
    const string Route = "/incubateur/conventions/{slug}/manifeste";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Accept).Does("incubateur.accepter-manifeste").For();
    }

    static async Task<IResult> Show(string slug, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        await db.Conventions.AsNoTracking().ReadBy(db, visitor.SignedIn).SingleOrDefaultAsync(c => c.Slug == slug, ct) is { } convention ? await View(convention, new(), new(), db, visitor, ct) : TypedResults.NotFound();

    static async Task<IResult> Accept(string slug, [FromForm] EngagementForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Conventions.AsNoTracking().HeldBy(db, visitor.SignedIn, Rights.Engages).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } convention)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed, author) = (new Errors(), form ?? new(), new Author(visitor.SignedIn.Id, clock.GetUtcNow()));
        await using var turn = (await LedgerTurn.Take(db, convention.Id, ct))!;
        var taken = await db.Engagements.Where(e => e.ConventionId == convention.Id).Select(e => e.Number).ToListAsync(ct);
        var accepted = typed.Read(convention, taken, author, clock.Today(), errors);
        if (errors.Any)
        {
            return await View(convention, typed, errors, db, visitor, ct);
        }

        db.AddRange(accepted);
        turn.Note(author, "incubateur.accepter-manifeste", null, $"{convention.ManifestoVersion}\u00A0: {string.Join(", ", accepted.Select(e => e.Number.ToString(CultureInfo.InvariantCulture)))}");
        await turn.Keep(ct);
        return TypedResults.LocalRedirect(Addresses.Manifesto(slug));
    }

    static async Task<IResult> View(Convention convention, EngagementForm typed, Errors errors, IncubatorDb db, Visitor visitor, CancellationToken ct)
    {
        var accepted = (await db.Engagements.AsNoTracking().Where(e => e.ConventionId == convention.Id).ToListAsync(ct)).ToDictionary(e => e.Number);
        return Html.Form<EngageManifestoPage, EngageManifestoModel>(
            new()
            {
                Slug = convention.Slug, Title = convention.Title, Version = convention.ManifestoVersion, Typed = typed, Errors = errors,
                Lines = [.. (Manifesto.Of(convention.ManifestoVersion)?.Engagements ?? []).Select((text, i) => new EngagementLine(i + 1, text, accepted.GetValueOrDefault(i + 1)))],
                MayWrite = (await db.DutiesOf(visitor.SignedIn, convention.Id, ct)).Any(d => d.Engages()),
            },
            errors);
    }
}

public sealed record EngagementLine(int Number, string Text, Engagement? Accepted);

public sealed record EngageManifestoModel
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string Version { get; init; }
    public required IReadOnlyList<EngagementLine> Lines { get; init; }
    public required bool MayWrite { get; init; }
    public required EngagementForm Typed { get; init; }
    public required Errors Errors { get; init; }
}
