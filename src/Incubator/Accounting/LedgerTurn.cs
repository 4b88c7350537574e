using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Beffroi.Incubator.Accounting;

/// <summary>One at a time writes to the ledger of a convention: others wait until the turn is given back, then read what was written.</summary>
public sealed class LedgerTurn : IAsyncDisposable
{
    readonly IncubatorDb _db;
    readonly IDbContextTransaction _transaction;
    JournalLine? _last;

    LedgerTurn(IncubatorDb db, IDbContextTransaction transaction, Ledger ledger, JournalLine? last) => (_db, _transaction, Ledger, _last) = (db, transaction, ledger, last);

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
            var closed = await db.Statements.Where(s => s.ConventionId == conventionId).MaxAsync(s => (DateOnly?)s.Month, ct);
            var last = await db.Journal.AsNoTracking().Where(l => l.ConventionId == conventionId).OrderByDescending(l => l.Number).FirstOrDefaultAsync(ct);
            var isOver = await db.Statements.AnyAsync(s => s.ConventionId == conventionId && s.IsFinal, ct);
            return new(db, transaction, new(convention, entries, isOver ? DateOnly.MaxValue : closed?.AddMonths(1).AddDays(-1)), last);
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <summary>Notes an act in the journal of the convention: it is kept with what it did, or not at all.</summary>
    public void Note(Author author, string act, string? before, string? after, string? reason = null) =>
        _db.Add(_last = new JournalLine(Convention.Id, _last, author, act, before, after, reason));

    /// <summary>The same of a line of the ledger, which is kept with it.</summary>
    public void Write(Author author, string act, LedgerEntry entry, string? reason = null)
    {
        _db.Add(entry);
        Note(author, act, null, $"écriture {entry.Number} {entry.Hash}", reason);
    }

    /// <summary>Keeps what was added, and gives the turn back.</summary>
    public async Task Keep(CancellationToken ct)
    {
        await _db.SaveChangesAsync(ct);
        await _transaction.CommitAsync(ct);
    }

    public ValueTask DisposeAsync() => _transaction.DisposeAsync();
}
