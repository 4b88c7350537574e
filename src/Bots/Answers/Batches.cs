using System.Text;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Answers;

/// <summary>Lists of accounts, answered one part after the other by whichever node is free; a stop in the middle goes on from the last part.</summary>
public sealed class Batches(BotsDb db, Answering answering, Actor actor, TimeProvider clock)
{
    public const int Part = 100;

    /// <summary>Waiting or running lists of one organisation.</summary>
    public const int MostAtOnce = 10;

    static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Who works here: no two rounds share it.</summary>
    readonly string _owner = Guid.NewGuid().ToString("N");

    /// <summary>Works on one list, to its end; false where none waits.</summary>
    public async Task<bool> RunOnce(CancellationToken ct)
    {
        actor.Act ??= "robots.repondre-liste";
        var now = clock.GetUtcNow();
        if (await db.Batches.Where(b => b.State == BatchState.Waiting || (b.State == BatchState.Running && b.LeaseUntil < now)).OrderBy(b => b.AskedAt).FirstOrDefaultAsync(ct) is not { } batch)
        {
            return false;
        }

        try
        {
            await Take(batch, ct);
            var asked = batch.Question.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            while (batch.Done < batch.Total)
            {
                await Next(batch, asked, ct);
            }

            (batch.State, batch.EndedAt, batch.LeaseUntil) = (BatchState.Done, clock.GetUtcNow(), null);
            batch.Version++;
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another node has it: what it wrote stands. Anything else is a fault.
            db.ChangeTracker.Clear();
            if (await db.Batches.AnyAsync(b => b.Id == batch.Id && b.Version == batch.Version - 1, ct))
            {
                throw;
            }
        }

        return true;
    }

    Task<int> Take(ScoreBatch batch, CancellationToken ct)
    {
        (batch.State, batch.LeaseOwner, batch.LeaseUntil) = (BatchState.Running, _owner, clock.GetUtcNow() + Lease);
        batch.Version++;
        return db.SaveChangesAsync(ct);
    }

    /// <summary>One part and its progress, in one save.</summary>
    internal async Task Next(ScoreBatch batch, string[] asked, CancellationToken ct)
    {
        var lines = new StringBuilder();
        var first = batch.Done;
        foreach (var line in asked.Skip(first).Take(Part))
        {
            lines.Append((await answering.Answer(AskedAccount.Of(line), batch.OrganisationId, batch.Language, ct)).ToLine()).Append('\n');
        }

        db.Add(new BatchPart { BatchId = batch.Id, First = first, Lines = lines.ToString() });
        batch.Done = Math.Min(first + Part, batch.Total);
        batch.LeaseUntil = clock.GetUtcNow() + Lease;
        batch.Version++;
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Keeps a list to be answered; null where the organisation has too many already.</summary>
    public async Task<ScoreBatch?> Ask(IReadOnlyList<AskedAccount> accounts, Guid organisation, Guid by, Guid? keyId, Lang l, CancellationToken ct)
    {
        if (await db.Batches.CountAsync(b => b.OrganisationId == organisation && (b.State == BatchState.Waiting || b.State == BatchState.Running), ct) >= MostAtOnce)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var batch = new ScoreBatch { Id = Guid.CreateVersion7(now), OrganisationId = organisation, AskedBy = by, KeyId = keyId, Language = l, AskedAt = now, Total = accounts.Count, Question = string.Join('\n', accounts.Select(a => a.ToLine())) };
        db.Add(batch);
        await db.SaveChangesAsync(ct);
        return batch;
    }
}
