using Beffroi.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.OneWatch;

/// <summary>The page of one watch, with what was typed where something is to be corrected.</summary>
public sealed class WatchDesk(BotsDb db, AtWork at, TimeProvider clock)
{
    public const int MostTerms = 500;
    public const int MostSources = 30;

    /// <summary>A watch that is closed, or whose mandate is over, takes nothing more.</summary>
    public async Task MustCollect(Guid watch, Lang l, Errors errors, CancellationToken ct)
    {
        if (!await db.MayCollect(at.Organisation, watch, clock.Today(), ct))
        {
            errors.Add("", l.Say("Cette veille est fermée ou son cadre n’est plus en vigueur : rien ne peut y être ajouté", "This watch is closed or its mandate is over: nothing can be added to it"));
        }
    }

    public async Task<IResult> View(Lang l, Guid id, TermForm term, SourceForm source, Errors errors, CancellationToken ct)
    {
        if (await db.WatchesOf(at.Organisation).AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, ct) is not { } watch)
        {
            return TypedResults.NotFound();
        }

        var mandate = await db.Mandates.AsNoTracking().SingleAsync(m => m.Id == watch.MandateId, ct);
        return Html.Form<WatchPage, WatchModel>(
            new()
            {
                L = l, Watch = watch, Mandate = mandate, Collects = watch.ClosedAt is null && mandate.IsInForce(clock.Today()), Term = term, Source = source, Errors = errors,
                Terms = await db.Terms.AsNoTracking().Where(t => t.WatchId == id && t.RemovedAt == null).OrderBy(t => t.Kind).ThenBy(t => t.Key).ToListAsync(ct),
                Sources = await db.Sources.AsNoTracking().Where(s => s.WatchId == id).OrderBy(s => s.Name).ToListAsync(ct),
                Accounts = await db.AccountMatches.CountAsync(m => m.WatchId == id, ct),
                Posts = await db.Matches.CountAsync(m => m.WatchId == id, ct),
            },
            errors);
    }
}

public sealed record TermForm
{
    public string? Kind { get; init; }
    public string? Value { get; init; }
}

public sealed record WatchModel
{
    public required Lang L { get; init; }
    public required Watch Watch { get; init; }
    public required Mandate Mandate { get; init; }
    public required bool Collects { get; init; }
    public required IReadOnlyList<WatchTerm> Terms { get; init; }
    public required IReadOnlyList<Source> Sources { get; init; }
    public required int Accounts { get; init; }
    public required int Posts { get; init; }
    public required TermForm Term { get; init; }
    public required SourceForm Source { get; init; }
    public required Errors Errors { get; init; }
}
