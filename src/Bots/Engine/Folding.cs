using Beffroi.Bots.Engine.Folds;
using Beffroi.Bots.Keeping;
using Beffroi.Bots.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Engine;

/// <summary>Goes along the log without a silo, from the same checkpoints: for a command, a measure, or a test. Where silos run, whoever comes second is stopped by the ETag and goes on later.</summary>
public sealed class Folding(BotsDb db, AccountScoring scoring, TimeProvider clock)
{
    /// <summary>Everything up to the end of the log as it is now.</summary>
    public async Task CatchUp(CancellationToken ct)
    {
        var watches = await db.Watches.Select(w => w.Id).ToListAsync(ct);
        foreach (var name in Enumerable.Range(0, PostLog.Partitions).Select(FoldName.Accounts).Concat(watches.SelectMany(w => new[] { FoldName.Volumes(w), FoldName.Ties(w) })))
        {
            await CatchUp(name, ct);
        }
    }

    internal async Task CatchUp(FoldName name, CancellationToken ct)
    {
        var (state, etag) = await Checkpoints.Read(db, name, ct);
        var fold = Fold.Open(name, state, scoring, clock);
        state = state.Light();
        while (await fold.Next(db, state, ct) is { } next)
        {
            etag = await Checkpoints.Write(db, name, next, etag, clock.GetUtcNow(), ct);
            state = next.Light();
        }
    }
}
