using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Beffroi.Accounts;

/// <summary>
/// Closes the accounts whose day has come: each module forgets and its answer is written down, the accounts last. Cut anywhere, it is taken up again at the module that has not answered;
/// run by two nodes at once, both do the same.
/// </summary>
public sealed partial class ClosureRound(AccountsDb db, IEnumerable<IForgets> modules, Actor actor, TimeProvider clock, ILogger<ClosureRound> logger)
{
    public const string Act = "compte.effacer";

    /// <summary>How long a request that was answered is proved.</summary>
    public const int ProofMonths = 12;

    /// <returns>How many accounts were closed to the end.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        (actor.Who, actor.Act) = ("systeme", Act);
        var done = 0;
        foreach (var id in await Due().OrderBy(c => c.AskedAt).Select(c => c.Id).ToListAsync(ct))
        {
            try
            {
                done += await Close(id, ct) ? 1 : 0;
            }
            catch (Exception wrong) when (!ct.IsCancellationRequested)
            {
                // One that fails does not stop the others; it is taken up again the next night.
                Failed(wrong, id);
            }

            db.ChangeTracker.Clear();
        }

        await ForgetProofs(ct);
        return done;
    }

    /// <summary>Closes one to the end, whenever it was due; false where something keeps the account open.</summary>
    public async Task<bool> Close(Guid id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var closure = await db.Closures.Include(c => c.Answers).SingleAsync(c => c.Id == id, ct);
        if (!await Begin(closure, ct))
        {
            return false;
        }

        foreach (var module in modules.OrderBy(m => m.IsLast).ThenBy(m => m.Module, StringComparer.Ordinal).Where(m => !closure.Answers.Exists(a => string.Equals(a.Module, m.Module, StringComparison.Ordinal))).ToList())
        {
            var told = await module.Forget(closure.AccountId, isDry: false, ct);
            (actor.Who, actor.Act) = ("systeme", Act);
            closure.Answers.Add(new() { ClosureId = closure.Id, Module = module.Module, At = clock.GetUtcNow(), Erased = told.Erased, Unlinked = told.Unlinked, Kept = told.Kept });
            await db.SaveChangesAsync(ct);
        }

        closure.End(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return true;
    }

    // Somebody who cancels at this moment is first, or too late: never half.
    async Task<bool> Begin(Closure closure, CancellationToken ct)
    {
        if (closure.StartedAt is not null)
        {
            return true;
        }

        if (await db.ObstacleTo(closure.AccountId, ct) is { } obstacle)
        {
            closure.Hold(obstacle);
            await db.SaveChangesAsync(ct);
            return false;
        }

        closure.Start(clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>Accounts that the next round closes, and proofs that it erases.</summary>
    public async Task<(int Accounts, int Proofs)> CountDue(CancellationToken ct) => (await Due().CountAsync(ct), await Proofs().CountAsync(ct));

    IQueryable<Closure> Due()
    {
        var now = clock.GetUtcNow();
        return db.Closures.Where(c => c.DoneAt == null && c.CancelledAt == null && c.DueAt <= now);
    }

    IQueryable<Closure> Proofs()
    {
        var before = clock.GetUtcNow().AddMonths(-ProofMonths);
        return db.Closures.Where(c => c.DoneAt < before || c.CancelledAt < before);
    }

    async Task ForgetProofs(CancellationToken ct)
    {
        db.RemoveRange(await Proofs().Include(c => c.Answers).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Closure {Closure} failed; it is taken up again the next night.")]
    private partial void Failed(Exception wrong, Guid closure);
}
