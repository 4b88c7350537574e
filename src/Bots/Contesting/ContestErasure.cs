using Beffroi.Bots.Clustering;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Contesting;

/// <summary>Deletes what is kept of an account whose owner obtained it, but for the fact that it is left out: it is not collected again.</summary>
public sealed class ContestErasure(BotsDb db, TimeProvider clock)
{
    /// <summary>Within the transaction in which the caller saves: together or not at all.</summary>
    public async Task Of(Guid account, CancellationToken ct)
    {
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == account, ct) is not { } found)
        {
            return;
        }

        // What is being found at this moment must not bring back what goes.
        await LostMeanwhile.Hold(db, clock.GetUtcNow(), ct);
        await Echoes.Of(db, account, ct);
        var explorations = db.Explorations.Where(e => e.Network == found.Network).Select(e => e.Id);
        db.RemoveRange(await db.Explored.Where(x => explorations.Contains(x.ExplorationId) && x.NativeId == found.NativeId).ToListAsync(ct));
        db.RemoveRange(await db.ExploredTies.Where(t => explorations.Contains(t.ExplorationId) && (t.FromId == found.NativeId || t.ToId == found.NativeId)).ToListAsync(ct));
        db.RemoveRange(await db.Frontier.Where(f => explorations.Contains(f.ExplorationId) && f.NativeId == found.NativeId).ToListAsync(ct));
        db.RemoveRange(await db.Posts.Where(p => p.AccountId == account).ToListAsync(ct));
        db.RemoveRange(await db.Snapshots.Where(s => s.AccountId == account).ToListAsync(ct));
        db.RemoveRange(await db.Scores.Where(s => s.AccountId == account).ToListAsync(ct));
        db.RemoveRange(await db.Signs.Where(s => s.AccountId == account).ToListAsync(ct));
        db.RemoveRange(await db.Members.Where(m => m.AccountId == account).ToListAsync(ct));
        db.RemoveRange(await db.Ties.Where(t => t.FirstId == account || t.SecondId == account).ToListAsync(ct));
        db.RemoveRange(await db.AccountMatches.Where(m => m.AccountId == account).ToListAsync(ct));
        db.RemoveRange(await db.Reviews.Where(r => r.AccountId == account).ToListAsync(ct));
        (found.LeftOut, found.Profile, found.ProfileAt, found.Handle) = (true, null, null, null);
        (found.Probability, found.Class, found.ScoredAt, found.Posts) = (null, null, null, 0);
    }
}
