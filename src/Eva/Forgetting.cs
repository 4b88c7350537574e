using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva;

/// <summary>Erases evaluations played alone, with all that hangs on them: answers, results, what was said, codes. The database does it row by row (cascade).</summary>
public sealed class Forgetting(EvaDb db, AloneSettings settings, TimeProvider clock, Actor actor)
{
    // One transaction for each: a night's work that is stopped is not lost.
    const int AtATime = 100;

    /// <summary>Whether nobody came back to it in time. What an adviser received follows the structure's rules.</summary>
    public bool IsDue(Evaluation evaluation) => evaluation is { CampaignId: null, Alone: { } alone } && alone.LastActiveOn < AlonePlay.Limit(settings, clock.GetUtcNow());

    /// <returns>Whether this call erased it, and not another at the same moment.</returns>
    public async Task<bool> Forget(Guid id, ForgettingReason reason, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        // Handed over in the meantime: it is not hers alone any more.
        if (await db.Evaluations.SingleOrDefaultAsync(e => e.Id == id && e.CampaignId == null, ct) is not { Alone: { } alone } evaluation || (reason == ForgettingReason.Expired && !IsDue(evaluation)))
        {
            return false;
        }

        var today = AlonePlay.DayOf(clock.GetUtcNow());
        db.Remove(evaluation);
        db.Add(new ForgottenPlay { Id = Guid.NewGuid(), Month = new(today.Year, today.Month, 1), Parcours = alone.Parcours, WasFinished = evaluation.FinishedAt is not null, Reason = reason });
        if (reason == ForgettingReason.Expired)
        {
            (actor.Who, actor.Act) = ("systeme", "seul.oublier");
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>What the next night takes: plays, codes, tries.</summary>
    public async Task<(int Plays, int Codes, int Tries)> CountDue(CancellationToken ct)
    {
        var (limit, now) = (AlonePlay.Limit(settings, clock.GetUtcNow()), clock.GetUtcNow());
        var old = now - WrongHandOverCode.Window;
        return (await db.Evaluations.CountAsync(e => e.CampaignId == null && e.Alone!.LastActiveOn < limit, ct), await db.HandOverCodes.CountAsync(c => c.ExpiresAt < now, ct), await db.WrongHandOverCodes.CountAsync(w => w.At < old, ct));
    }

    /// <summary>The night's work: plays without activity, codes past their day, tries past their hour.</summary>
    /// <returns>How many plays were erased.</returns>
    public async Task<int> ForgetAllDue(CancellationToken ct)
    {
        var (limit, now, forgotten) = (AlonePlay.Limit(settings, clock.GetUtcNow()), clock.GetUtcNow(), 0);
        while (await db.Evaluations.Where(e => e.CampaignId == null && e.Alone!.LastActiveOn < limit).OrderBy(e => e.Id).Select(e => e.Id).Take(AtATime).ToListAsync(ct) is { Count: > 0 } due)
        {
            var before = forgotten;
            foreach (var id in due)
            {
                forgotten += await Forget(id, ForgettingReason.Expired, ct) ? 1 : 0;
            }

            if (forgotten == before)
            {
                break;
            }
        }

        (actor.Who, actor.Act) = ("systeme", "seul.oublier");
        db.ChangeTracker.Clear();
        db.RemoveRange(await db.HandOverCodes.Where(c => c.ExpiresAt < now).ToListAsync(ct));
        var old = now - WrongHandOverCode.Window;
        db.RemoveRange(await db.WrongHandOverCodes.Where(w => w.At < old).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
        return forgotten;
    }
}
