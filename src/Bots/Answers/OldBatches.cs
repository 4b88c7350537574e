using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Answers;

/// <summary>Lists hold profiles of people: they go a month after they were asked, with their answers; what owners of accounts wrote, a year after it was answered.</summary>
public sealed class OldBatches(BotsDb db, Actor actor, TimeProvider clock)
{
    public const int KeptDays = 30;
    public const int KeptContestDays = 365;
    const int AtOnce = 20;

    public async Task<int> RunOnce(CancellationToken ct)
    {
        actor.Act = "robots.effacer-listes";
        var before = clock.GetUtcNow().AddDays(-KeptDays);
        var old = await db.Batches.Where(b => b.AskedAt < before).OrderBy(b => b.AskedAt).Take(AtOnce).ToListAsync(ct);
        db.RemoveRange(old);
        var answered = clock.GetUtcNow().AddDays(-KeptContestDays);
        db.RemoveRange(await db.Contests.Where(c => c.DecidedAt < answered).OrderBy(c => c.DecidedAt).Take(AtOnce).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
        return old.Count;
    }
}
