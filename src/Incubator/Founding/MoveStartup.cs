using Beffroi.Dsfr;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Steering;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Founding;

/// <summary>Moves a startup to its next phase: the first is free, the others follow the decision of an investment committee of one of its conventions.</summary>
public static class MoveStartup
{
    const string Route = "/incubateur/startups/{slug}/phase";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For(Role.Superadmin);
        app.MapPost(Route, Move).Does("incubateur.changer-phase").For(Role.Superadmin);
    }

    static async Task<IResult> Show(string slug, IncubatorDb db, CancellationToken ct) =>
        await db.Startups.AsNoTracking().Include(s => s.Phases).SingleOrDefaultAsync(s => s.Slug == slug, ct) is { } startup ? await View(startup, new(), new(), db, ct) : TypedResults.NotFound();

    static async Task<IResult> Move(string slug, [FromForm] PhaseForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Startups.Include(s => s.Phases).SingleOrDefaultAsync(s => s.Slug == slug, ct) is not { } startup)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed) = (new Errors(), form ?? new());
        var next = Typed.Choice<PhaseName>(typed.Next, nameof(typed.Next), "Choisissez une phase", errors);
        var on = Typed.Day(typed.On, nameof(typed.On), "Écrivez le premier jour de la phase", errors);
        var lessons = Typed.Optional(typed.Lessons, nameof(typed.Lessons), Committee.TextMaxLength, errors);
        if (on > clock.Today())
        {
            errors.Add(nameof(typed.On), "Une phase commence aujourd’hui au plus tard");
        }

        if (!errors.Any)
        {
            var decision = (await Decided(startup.Id, db, ct)).Find(c => string.Equals(c.Id.ToString(), typed.Decision, StringComparison.OrdinalIgnoreCase) && c.MeetingOn <= on);
            var before = startup.Current;
            if (startup.MoveTo(next!.Value, on!.Value, decision is { Decision: { } made } ? (decision.Id, made) : null, lessons, errors) is { } phase)
            {
                db.Add(phase);
                await db.KeepAct(startup.Id, new(visitor.SignedIn.Id, clock.GetUtcNow()), "incubateur.changer-phase", before?.Name.Label(), $"{phase.Name.Label()}, depuis le {French.Day(phase.Start)}", ct, lessons);
                return TypedResults.LocalRedirect(Addresses.Startup(slug));
            }
        }

        return await View(startup, typed, errors, db, ct);
    }

    static Task<List<Committee>> Decided(Guid startupId, IncubatorDb db, CancellationToken ct) =>
        (from m in db.Committees.AsNoTracking() join c in db.Conventions on m.ConventionId equals c.Id where c.StartupId == startupId && m.Decision != null orderby m.MeetingOn descending select m).ToListAsync(ct);

    static async Task<IResult> View(Startup startup, PhaseForm typed, Errors errors, IncubatorDb db, CancellationToken ct)
    {
        var next = Enum.GetValues<PhaseName>().Where(p => PhaseRules.Follows(startup.Current?.Name, p));
        return Html.Form<MoveStartupPage, MoveStartupModel>(
            new()
            {
                Slug = startup.Slug, Title = startup.Title, Current = startup.Current, Typed = typed, Errors = errors,
                Next = [.. next.Select(p => new Option(p.ToString(), p.Label()))],
                Decisions = [.. (await Decided(startup.Id, db, ct)).Select(c => new Option(c.Id.ToString(), $"{French.Day(c.MeetingOn)}, {c.Decision!.Value.Label()}"))],
            },
            errors);
    }
}

public sealed record PhaseForm
{
    public string? Next { get; init; }
    public string? On { get; init; }
    public string? Decision { get; init; }
    public string? Lessons { get; init; }
}

public sealed record MoveStartupModel
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required Phase? Current { get; init; }
    public required IReadOnlyList<Option> Next { get; init; }
    public required IReadOnlyList<Option> Decisions { get; init; }
    public required PhaseForm Typed { get; init; }
    public required Errors Errors { get; init; }
}
