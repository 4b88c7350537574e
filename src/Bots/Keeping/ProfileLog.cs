using Beffroi.Detection;

namespace Beffroi.Bots.Keeping;

/// <summary>Writes profiles that a network was asked for, of accounts that are kept: those that turn out to be private or a minor's go; a profile that changed is scored again.</summary>
public sealed class ProfileLog(BotsDb db, TimeProvider clock, LogBell bell)
{
    /// <param name="network">That was asked.</param>
    /// <param name="asked">Identifiers of the accounts that were asked for.</param>
    /// <param name="found">What it gave; an account that it gave nothing of is not taken for dead: nothing is known.</param>
    public async Task Write(Network network, IReadOnlyCollection<string> asked, IReadOnlyList<Account> found, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        await using (var sql = new Sql(db))
        {
            await LogHead.Hold(sql, now, ct);
            var given = found.Where(p => asked.Contains(p.Id, StringComparer.Ordinal)).DistinctBy(p => p.Id, StringComparer.Ordinal).ToDictionary(p => p.Id, StringComparer.Ordinal);
            var authors = await Authors.Kept(db, network, given.Keys, ct);
            var missed = await Authors.Kept(db, network, [.. asked.Where(a => !given.ContainsKey(a))], ct);
            foreach (var author in authors.All)
            {
                author.Meet(given[author.NativeId]);
            }

            foreach (var gone in authors.All.Where(a => a is { LeftOut: true, WasLeftOut: false }))
            {
                await Leaving.Of(db, sql, gone, ct);
            }

            await authors.Write(sql, now, ct);
            await Sightings.Write(db, sql, authors, now, ct);
            await Sightings.Missed(sql, missed.All.Where(a => !a.WasLeftOut), now, ct);
            // Asked, whatever was answered: the turn is the others'.
            foreach (var author in authors.All.Concat(missed.All).Where(a => a is { LeftOut: false, WasLeftOut: false }).OrderBy(a => a.Id))
            {
                await sql.Run("""UPDATE bots_accounts SET "ProfileAt" = @p0 WHERE "Id" = @p1""", [now, author.Id], ct);
            }

            await transaction.CommitAsync(ct);
        }

        bell.Ring();
    }
}
