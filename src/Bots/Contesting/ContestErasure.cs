using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Contesting;

/// <summary>Deletes what is kept of an account whose owner obtained it, but for the fact that it is left out: it is not collected again.</summary>
public sealed class ContestErasure(BotsDb db)
{
    /// <summary>Before the caller saves: together or not at all.</summary>
    public async Task Of(Guid account, CancellationToken ct)
    {
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == account, ct) is not { } found)
        {
            return;
        }

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
