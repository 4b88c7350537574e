using Beffroi.Dsfr;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Securing;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Workshops;

/// <summary>The risk workshops of a startup, and a new one: its scope, its day, the count of users from which it must be held again.</summary>
public static class HoldWorkshop
{
    const string Route = "/incubateur/startups/{slug}/ateliers";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Hold).Does("incubateur.tenir-atelier").For();
    }

    static async Task<IResult> Show(string slug, IncubatorDb db, IEnumerable<IPublicFigures> modules, Visitor visitor, CancellationToken ct) =>
        await db.Startups.AsNoTracking().ReadBy(db, visitor.SignedIn).SingleOrDefaultAsync(s => s.Slug == slug, ct) is { } startup ? await View(startup, new(), new(), await CountedFigures.Read(modules, ct), db, visitor, ct) : TypedResults.NotFound();

    static async Task<IResult> Hold(string slug, [FromForm] WorkshopForm? form, IncubatorDb db, IEnumerable<IPublicFigures> modules, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Startups.AsNoTracking().HeldBy(db, visitor.SignedIn, Rights.Secures).SingleOrDefaultAsync(s => s.Slug == slug, ct) is not { } startup)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed, figures, author) = (new Errors(), form ?? new(), await CountedFigures.Read(modules, ct), new Author(visitor.SignedIn.Id, clock.GetUtcNow()));
        if (typed.Read(startup.Id, figures, author, clock.Today(), errors) is not { } workshop)
        {
            return await View(startup, typed, errors, figures, db, visitor, ct);
        }

        db.Add(workshop);
        await db.KeepAct(startup.Id, author, "incubateur.tenir-atelier", null, $"Atelier du {French.Day(workshop.HeldOn)}\u00A0: {workshop.Scope}", ct);
        return TypedResults.LocalRedirect(Addresses.Workshop(workshop.Id));
    }

    static async Task<IResult> View(Startup startup, WorkshopForm typed, Errors errors, IReadOnlyList<PublicFigure> figures, IncubatorDb db, Visitor visitor, CancellationToken ct)
    {
        var workshops = await db.Workshops.AsNoTracking().Where(w => w.StartupId == startup.Id).OrderByDescending(w => w.HeldOn).ThenByDescending(w => w.At).ToListAsync(ct);
        var ids = workshops.ConvertAll(w => w.Id);
        var stale = await db.Triggers.Where(t => ids.Contains(t.WorkshopId)).Select(t => t.WorkshopId).Distinct().ToListAsync(ct);
        var risks = await db.Risks.Where(r => ids.Contains(r.WorkshopId)).GroupBy(r => r.WorkshopId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return Html.Form<HoldWorkshopPage, HoldWorkshopModel>(
            new()
            {
                Slug = startup.Slug, Title = startup.Title, Typed = typed, Errors = errors, Figures = CountedFigures.Choices(figures), MayWrite = await db.MaySecure(visitor.SignedIn, startup.Id, ct),
                Lines = [.. workshops.Select(w => new WorkshopHeld(w, risks.GetValueOrDefault(w.Id), stale.Contains(w.Id), w.HeldOn < workshops[0].HeldOn))],
            },
            errors);
    }
}

/// <param name="IsStale">Something changed since: it must be held again.</param>
/// <param name="IsReplaced">A newer one was held.</param>
public sealed record WorkshopHeld(Workshop Workshop, int Risks, bool IsStale, bool IsReplaced)
{
    public string State => (IsReplaced, IsStale) switch
    {
        (true, _) => "remplacé",
        (false, true) => "périmé",
        (false, false) => "à jour",
    };
}

public sealed record HoldWorkshopModel
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyList<WorkshopHeld> Lines { get; init; }
    public required IReadOnlyList<Option> Figures { get; init; }
    public required bool MayWrite { get; init; }
    public required WorkshopForm Typed { get; init; }
    public required Errors Errors { get; init; }
}
