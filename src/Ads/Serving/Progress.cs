using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads;

/// <summary>How far everybody's work is. Not a survey: it says how much was read, nothing of what people think.</summary>
public sealed record Totals(int Answers, int Groups, int Ready, DateTimeOffset At);

/// <summary>Counted again once a minute at most: counting reads every group.</summary>
public sealed class Progress(TimeProvider clock)
{
    static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, Totals> _counted = new(StringComparer.Ordinal);

    /// <summary>Null while the country votes: nothing of the answers is told then.</summary>
    public async Task<Totals?> Of(AdsDb db, Publication publication, CancellationToken ct) => publication.Frozen.Count > 0 ? null : await Counted(db, ct);

    async Task<Totals> Counted(AdsDb db, CancellationToken ct)
    {
        var (key, now) = (db.Database.GetConnectionString() ?? "", clock.GetUtcNow());
        if (_counted.TryGetValue(key, out var kept) && now - kept.At < Kept && now >= kept.At)
        {
            return kept;
        }

        var states = await db.Groups.Where(g => g.State != GroupState.Gold).GroupBy(g => g.State).Select(g => new { State = g.Key, Count = g.Count(), Answers = g.Sum(x => x.Answers) }).ToListAsync(ct);
        return _counted[key] = new(
            states.Sum(s => s.Answers), states.Where(s => s.State != GroupState.Withdrawn).Sum(s => s.Count), states.Where(s => s.State is GroupState.Settled or GroupState.Disputed).Sum(s => s.Count), now);
    }
}
