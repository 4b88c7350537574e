using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Beffroi.Incubator.Accounting;

/// <summary>One at a time writes to the ledger of a convention: others wait until the turn is given back, then read what was written.</summary>
public sealed class LedgerTurn : IAsyncDisposable
{
    readonly IncubatorDb _db;
    readonly IDbContextTransaction _transaction;

    LedgerTurn(IncubatorDb db, IDbContextTransaction transaction, Ledger ledger) => (_db, _transaction, Ledger) = (db, transaction, ledger);

    public Ledger Ledger { get; }

    public Convention Convention => Ledger.Convention;

    /// <summary>Waits for the turn, then reads; null where there is no such convention.</summary>
    public static async Task<LedgerTurn?> Take(IncubatorDb db, Guid conventionId, CancellationToken ct)
    {
        var transaction = await db.Database.BeginTransactionAsync(ct);
        try
        {
            // The same statement on both engines: the row is locked in PostgreSQL, the file in SQLite, before anything is read.
            if (await db.Database.ExecuteSqlAsync($"""UPDATE incubator_conventions SET "Turns" = "Turns" + 1 WHERE "Id" = {conventionId}""", ct) == 0)
            {
                await transaction.DisposeAsync();
                return null;
            }

            // What this unit of work had read before the turn is out of date.
            db.ChangeTracker.Clear();
            var convention = await db.Conventions.Include(c => c.Avenants).SingleAsync(c => c.Id == conventionId, ct);
            var entries = await db.Entries.AsNoTracking().Where(e => e.ConventionId == conventionId).OrderBy(e => e.Number).ToListAsync(ct);
            return new(db, transaction, new(convention, entries));
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <summary>Keeps the entry and what was added with it, notes the act in the journal, and gives the turn back.</summary>
    public async Task Keep(LedgerEntry entry, CancellationToken ct)
    {
        _db.Add(entry);
        await Keep(ct);
    }

    public async Task Keep(CancellationToken ct)
    {
        await _db.SaveChangesAsync(ct);
        await _transaction.CommitAsync(ct);
    }

    public ValueTask DisposeAsync() => _transaction.DisposeAsync();
}
