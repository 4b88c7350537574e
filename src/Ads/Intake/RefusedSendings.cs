using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Intake;

/// <summary>What was refused is kept a while, for who asks why, then erased.</summary>
public static class RefusedSendings
{
    public const int KeptDays = 30;

    const int AtOnce = 500;

    public static async Task EraseRefused(this AdsDb db, DateTimeOffset now, CancellationToken ct)
    {
        while (await db.RefusedBefore(now).OrderBy(s => s.At).Take(AtOnce).ToListAsync(ct) is { Count: > 0 } due)
        {
            db.RemoveRange(due);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Those whose time is over.</summary>
    public static IQueryable<Submission> RefusedBefore(this AdsDb db, DateTimeOffset now)
    {
        var before = now.AddDays(-KeptDays);
        return db.Submissions.Where(s => s.RefusedBecause != null && s.DecidedAt < before);
    }
}
