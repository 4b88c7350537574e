using System.Globalization;
using Beffroi.Dsfr;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Steering;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Breaching;

/// <summary>Engagements that were not kept: what happened, written once.</summary>
public static class RecordBreach
{
    internal const string Route = "/incubateur/conventions/{slug}/manquements";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Write).Does("incubateur.ecrire-manquement").For();
    }

    static async Task<IResult> Show(string slug, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        await db.Conventions.AsNoTracking().ReadBy(db, visitor.SignedIn).SingleOrDefaultAsync(c => c.Slug == slug, ct) is { } convention ? await View(convention, new(), new(), new(), db, visitor, ct) : TypedResults.NotFound();

    static async Task<IResult> Write(string slug, [FromForm] BreachForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await Held(slug, db, visitor, ct) is not { } convention)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed, author) = (new Errors(), form ?? new(), new Author(visitor.SignedIn.Id, clock.GetUtcNow()));
        if (typed.Read(convention, author, errors) is not { } breach)
        {
            return await View(convention, typed, new(), errors, db, visitor, ct);
        }

        await using var turn = (await LedgerTurn.Take(db, convention.Id, ct))!;
        db.Add(breach);
        turn.Note(author, "incubateur.ecrire-manquement", null, $"engagement {breach.EngagementNumber}", breach.Facts);
        await turn.Keep(ct);
        return TypedResults.LocalRedirect(Addresses.Breaches(slug));
    }

    internal static Task<Convention?> Held(string slug, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        db.Conventions.AsNoTracking().HeldBy(db, visitor.SignedIn, Rights.Keeps).SingleOrDefaultAsync(c => c.Slug == slug, ct);

    internal static async Task<IResult> View(Convention convention, BreachForm typed, SuspensionForm suspending, Errors errors, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        Html.Form<RecordBreachPage, RecordBreachModel>(
            new()
            {
                Slug = convention.Slug, Title = convention.Title, Engagements = Manifesto.Of(convention.ManifestoVersion)?.Engagements ?? [], Typed = typed, Suspending = suspending, Errors = errors,
                Breaches = await db.Breaches.AsNoTracking().Where(b => b.ConventionId == convention.Id).OrderBy(b => b.At).ToListAsync(ct),
                Suspensions = await db.Suspensions.AsNoTracking().Where(s => s.ConventionId == convention.Id).OrderBy(s => s.At).ToListAsync(ct),
                MayWrite = (await db.DutiesOf(visitor.SignedIn, convention.Id, ct)).Any(d => d.Keeps()),
            },
            errors);
}

public sealed record BreachForm
{
    public string? Engagement { get; init; }
    public string? Facts { get; init; }

    public Breach? Read(Convention convention, Author author, Errors errors)
    {
        var number = Typed.Whole(Engagement, nameof(Engagement), 1, Manifesto.Of(convention.ManifestoVersion)?.Engagements.Count ?? 0, "Choisissez l’engagement qui n’a pas été tenu", errors);
        var facts = Typed.Text(Facts, nameof(Facts), Breach.TextMaxLength, "Écrivez les faits", errors);
        return errors.Any ? null : new() { Id = Guid.CreateVersion7(author.At), ConventionId = convention.Id, EngagementNumber = number!.Value, Facts = facts, By = author.Id, At = author.At };
    }
}

public sealed record RecordBreachModel
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyList<string> Engagements { get; init; }
    public required IReadOnlyList<Breach> Breaches { get; init; }
    public required IReadOnlyList<Suspension> Suspensions { get; init; }
    public required bool MayWrite { get; init; }
    public required BreachForm Typed { get; init; }
    public required SuspensionForm Suspending { get; init; }
    public required Errors Errors { get; init; }

    public Suspension? InForce => Suspensions.FirstOrDefault(s => s.LiftedOn is null);

    public IReadOnlyList<Option> Choices => [.. Engagements.Select((text, i) => new Option((i + 1).ToString(CultureInfo.InvariantCulture), $"{i + 1}. {text}"))];

    public IReadOnlyList<Option> BreachChoices => [.. Breaches.Select(b => new Option(b.Id.ToString(), $"Engagement {b.EngagementNumber}, écrit le {French.Day(b.At)}"))];
}
