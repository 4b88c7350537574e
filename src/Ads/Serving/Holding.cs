using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads;

/// <summary>The end of a hold: the place in the group is given back. No audit row, for none of this says anything of anybody.</summary>
public static class Holding
{
    /// <summary>An instant as this engine keeps it, for a statement written by hand.</summary>
    public static object Stored(this AdsDb db, DateTimeOffset at) => db.Model.FindEntityType(typeof(Hold))!.FindProperty(nameof(Hold.Until))!.GetValueConverter()!.ConvertToProvider(at)!;

    /// <summary>Groups whose verdict may still move.</summary>
    public static IQueryable<Guid> Moving(this AdsDb db, DateTimeOffset since) =>
        db.Groups.Where(g => g.State == GroupState.Open).Select(g => g.Id).Union(db.Answers.Where(a => a.At > since).Select(a => a.GroupId));

    /// <summary>What concerns a group is done by one at a time: until the end of the transaction.</summary>
    public static Task Lock(this AdsDb db, Guid group, CancellationToken ct) => db.Database.ExecuteSqlAsync($"""UPDATE ads_groups SET "Answers" = "Answers" WHERE "Id" = {group}""", ct);

    /// <summary>What concerns the count of a pseudonym is done by one at a time, until the end of the transaction: an answer that comes while its author is taken out is either seen or out. Before the lock of a group.</summary>
    public static async Task Lock(this AdsDb db, string voter, CancellationToken ct)
    {
        // SQLite has one writer, and this is it from the beginning of the transaction on.
        if (db.Database.ProviderName?.EndsWith("PostgreSQL", StringComparison.Ordinal) is true)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('ads_answers'), hashtext({voter}))", ct);
        }
    }

    /// <summary>Closes the hold of a browser on a group; false when it had none open. Call it in the transaction that counts the answer.</summary>
    public static async Task<bool> Close(this AdsDb db, Guid group, string voter, CancellationToken ct)
    {
        var closed = await db.Database.ExecuteSqlRawAsync("""UPDATE ads_holds SET "Open" = {0}, "Network" = NULL WHERE "GroupId" = {1} AND "Voter" = {2} AND "Open" = {3}""", [false, group, voter, true], ct) > 0;
        if (closed)
        {
            await db.Database.ExecuteSqlAsync($"""UPDATE ads_groups SET "Promised" = "Promised" - 1 WHERE "Id" = {group} AND "Promised" > 0""", ct);
        }

        return closed;
    }

    /// <summary>Passes what a browser is shown: it will be shown something else.</summary>
    public static async Task Pass(this AdsDb db, string voter, CancellationToken ct)
    {
        foreach (var group in await db.Holds.AsNoTracking().Where(h => h.Voter == voter && h.Open).Select(h => h.GroupId).ToListAsync(ct))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await db.Close(group, voter, ct);
            await transaction.CommitAsync(ct);
        }
    }

    /// <summary>The same for what it was shown without a place: it will not be shown again for a day.</summary>
    public static async Task Pass(this AdsDb db, string voter, Guid ad, DateTimeOffset now, CancellationToken ct) =>
        await db.Database.ExecuteSqlRawAsync("""INSERT INTO ads_holds ("GroupId", "Voter", "Until", "Open") SELECT "GroupId", {0}, {1}, {2} FROM ads_ads WHERE "Id" = {3} ON CONFLICT DO NOTHING""", [voter, db.Stored(now), false, ad], ct);

    /// <summary>Gives back the places of those who left without a word.</summary>
    public static async Task Expire(this AdsDb db, DateTimeOffset now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var left = await db.Database.SqlQueryRaw<Guid>("""UPDATE ads_holds SET "Open" = {0}, "Network" = NULL WHERE "Open" = {1} AND "Until" < {2} RETURNING "GroupId" AS "Value" """, false, true, db.Stored(now)).ToListAsync(ct);
        foreach (var group in left.GroupBy(g => g).OrderBy(g => g.Key))
        {
            var places = group.Count();
            await db.Database.ExecuteSqlAsync($"""UPDATE ads_groups SET "Promised" = CASE WHEN "Promised" > {places} THEN "Promised" - {places} ELSE 0 END WHERE "Id" = {group.Key}""", ct);
        }

        await transaction.CommitAsync(ct);
    }
}
