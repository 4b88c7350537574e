using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Accounting;

/// <summary>What is done to a startup is kept with the line of its journal that tells it, or not at all.</summary>
static class StartupActs
{
    /// <summary>Saves what this unit of work holds, with its line. Of two at once, one waits: no number is taken twice.</summary>
    public static async Task KeepAct(this IncubatorDb db, Guid startupId, Author author, string act, string? before, string? after, CancellationToken ct, string? reason = null)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // The same statement on both engines: the row is locked in PostgreSQL, the file in SQLite. A startup that is being written has no row yet, and no other act.
        await db.Database.ExecuteSqlAsync($"""UPDATE incubator_startups SET "Turns" = "Turns" + 1 WHERE "Id" = {startupId}""", ct);
        var last = await db.StartupJournal.AsNoTracking().Where(l => l.StartupId == startupId).OrderByDescending(l => l.Number).FirstOrDefaultAsync(ct);
        db.Add(new StartupLine(startupId, last, author, act, before, after, reason));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
