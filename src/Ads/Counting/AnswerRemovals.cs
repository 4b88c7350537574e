using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads;

/// <summary>Takes the answers of a pseudonym out of the count, and puts them back: the answers stay, with the trace of who did it and why; every verdict concerned is made again.</summary>
public sealed class AnswerRemovals(AdsDb db, GroupVerdicts verdicts, TimeProvider clock)
{
    public async Task Remove(string voter, string reason, Guid by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        List<Answer> answers;
        var removal = new AnswerRemoval { Id = Guid.CreateVersion7(now), Voter = voter, Reason = reason, By = by, At = now };
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await db.Lock(voter, ct);
            answers = await db.Answers.Where(a => a.Voter == voter && a.RemovalId == null).ToListAsync(ct);
            if (answers.Count == 0)
            {
                // Somebody else did it meanwhile.
                return;
            }

            removal.Answers = answers.Count;
            db.Add(removal);
            answers.ForEach(a => a.RemovalId = removal.Id);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        await Again(removal.Id, answers, ct);
    }

    /// <summary>False when there is no such removal, or when it is undone already.</summary>
    public async Task<bool> Undo(Guid id, Guid by, CancellationToken ct)
    {
        if (await db.Removals.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } known)
        {
            return false;
        }

        List<Answer> answers;
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await db.Lock(known.Voter, ct);
            if (await db.Removals.SingleOrDefaultAsync(r => r.Id == id && r.UndoneAt == null, ct) is not { } removal)
            {
                return false;
            }

            answers = await db.Answers.Where(a => a.RemovalId == id).ToListAsync(ct);
            answers.ForEach(a => a.RemovalId = null);
            (removal.UndoneBy, removal.UndoneAt, removal.CountedAt) = (by, clock.GetUtcNow(), null);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        await Again(id, answers, ct);
        return true;
    }

    async Task Again(Guid removal, List<Answer> answers, CancellationToken ct)
    {
        await verdicts.Ready(ct);
        foreach (var group in answers.Where(a => !a.OnGold).Select(a => a.GroupId).Distinct().ToList())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await verdicts.Settle(group, purposeAwaited: false, ct);
            await transaction.CommitAsync(ct);
        }

        // What was made of the answers meanwhile is made once more: only now is it all without them.
        (await db.Removals.SingleAsync(r => r.Id == removal, ct)).CountedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
    }
}
