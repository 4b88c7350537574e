using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Keeping;

/// <summary>Writes posts at the end of the log, with the place where their source goes on, in one transaction: a crash loses nothing that was acknowledged and repeats nothing.</summary>
/// <remarks>Statements are written by hand (<see cref="Sql"/>): posts come by thousands a second. They leave no audit row each: the source counts them, and <see cref="PostMatch"/> says
/// which source brought each (docs/adr/0031).</remarks>
public sealed class PostLog(BotsDb db, TimeProvider clock, LogBell bell)
{
    /// <summary>Accounts are parted among so many grains.</summary>
    public const int Partitions = 8;

    /// <exception cref="DbUpdateConcurrencyException">The source was changed, or is run by another node: nothing was written.</exception>
    public Task<KeptPosts> Append(Guid sourceId, IReadOnlyList<IncomingPost> posts, string? cursor, CancellationToken ct) =>
        Append(new() { SourceId = sourceId, Posts = posts, Cursor = cursor }, ct);

    /// <exception cref="DbUpdateConcurrencyException">The source was changed, or is run by another node: nothing was written.</exception>
    public async Task<KeptPosts> Append(IncomingBatch batch, CancellationToken ct)
    {
        // What comes twice in a batch counts once; the rest is a repetition.
        var rows = batch.Posts.Select(PostRow.Of).OfType<PostRow>().ToList();
        var now = clock.GetUtcNow();
        KeptPosts kept;
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        await using (var sql = new Sql(db))
        {
            // Held before anything is read: what is known then stays so until the end.
            var place = await LogHead.Hold(sql, now, ct);
            var source = await db.Sources.AsNoTracking().Where(s => s.Id == batch.SourceId).Select(s => new { s.WatchId, s.Version, s.LeaseOwner }).SingleAsync(ct);
            if (batch.Lease is { } lease && !string.Equals(lease, source.LeaseOwner, StringComparison.Ordinal))
            {
                throw new DbUpdateConcurrencyException("Another node runs this source.");
            }

            kept = await Write(sql, new(batch.SourceId, source.WatchId, now), rows, place, batch.Posts.Count - rows.Count, ct);
            await Edition.Of(db, sql, batch.Edited, ct);
            await Deletion.Of(db, sql, batch.Gone, batch.GoneNames, ct);
            if (await sql.Run(
                """
                UPDATE bots_sources SET "Cursor" = COALESCE(@p0, "Cursor"), "CursorAt" = @p1, "Read" = "Read" + @p2, "Kept" = "Kept" + @p3, "Repeated" = "Repeated" + @p4,
                "Broken" = "Broken" + @p5, "Spent" = "Spent" + @p6, "Version" = "Version" + 1 WHERE "Id" = @p7 AND "Version" = @p8
                """,
                [batch.Cursor, now, batch.Read ?? batch.Posts.Count, (long)kept.Kept, (long)kept.Repeated, batch.Broken, batch.Spent, batch.SourceId, source.Version], ct) != 1)
            {
                throw new DbUpdateConcurrencyException("The source was changed meanwhile.");
            }

            await transaction.CommitAsync(ct);
        }

        bell.Ring();
        if (db.Sources.Local.FindEntry(batch.SourceId) is { } tracked)
        {
            await tracked.ReloadAsync(ct);
        }

        return kept;
    }

    public static int PartitionOf(Guid account) => account.ToByteArray()[^1] % Partitions;

    async Task<KeptPosts> Write(Sql sql, Match match, List<PostRow> rows, long place, int unnamed, CancellationToken ct)
    {
        var authors = await Authors.Of(db, rows, match.Now, ct);
        foreach (var gone in authors.All.Where(a => a is { LeftOut: true, WasLeftOut: false, IsNew: false }))
        {
            await Leaving.Of(db, sql, gone, ct);
        }

        var wanted = rows.Where(r => !authors[r.Author].LeftOut).ToList();
        var places = await Places(wanted, ct);
        var fresh = wanted.Where(r => !places.ContainsKey(r.Key)).DistinctBy(r => r.Key).ToList();
        foreach (var row in fresh)
        {
            authors[row.Author].Posts++;
        }

        await authors.Write(sql, match.Now, ct);
        await Sightings.Write(db, sql, authors, match.Now, ct);
        var again = wanted.Where(r => places.ContainsKey(r.Key)).DistinctBy(r => r.Key).ToList();
        foreach (var (network, native, seq) in await sql.Insert(PostRow.Columns, [.. fresh.Select(r => r.Values(authors[r.Author].Id, match.Now))], """RETURNING "Network", "NativeId", "Seq" """,
            row => (row.Named<Network>(0), row.Text(1), row.Long(2)), ct))
        {
            places.Add((network, native), seq);
        }

        await sql.Insert("""bots_local_names ("Name", "Seq")""", [.. wanted.Where(r => r.LocalName is not null).DistinctBy(r => r.LocalName, StringComparer.Ordinal).Select(r => new object?[] { r.LocalName, places[r.Key] })], """ON CONFLICT ("Name") DO NOTHING""", ct);
        await Count(sql, again, places, ct);
        await match.Write(sql, wanted, places, authors, place, ct);
        return new(fresh.Count, wanted.Count - fresh.Count, rows.Count - wanted.Count + unnamed);
    }

    async Task<Dictionary<(Network, string), long>> Places(List<PostRow> rows, CancellationToken ct)
    {
        var places = new Dictionary<(Network, string), long>();
        foreach (var network in rows.GroupBy(r => r.Incoming.Network, r => r.Incoming.Post.Id))
        {
            var natives = network.Distinct(StringComparer.Ordinal).ToArray();
            foreach (var post in await db.Posts.AsNoTracking().Where(p => p.Network == network.Key && natives.Contains(p.NativeId)).Select(p => new { p.NativeId, p.Seq }).ToListAsync(ct))
            {
                places.Add((network.Key, post.NativeId), post.Seq);
            }
        }

        return places;
    }

    // A post that is seen again has other counts; one that is no longer given stays as it was.
    static async Task Count(Sql sql, List<PostRow> rows, Dictionary<(Network, string), long> places, CancellationToken ct)
    {
        foreach (var row in rows.Where(r => r.Incoming.Counts != new PostCounts()))
        {
            var counts = row.Incoming.Counts;
            await sql.Run(
                """
                UPDATE bots_posts SET "Likes" = COALESCE(@p0, "Likes"), "Reposts" = COALESCE(@p1, "Reposts"), "Quotes" = COALESCE(@p2, "Quotes"), "Replies" = COALESCE(@p3, "Replies")
                WHERE "Seq" = @p4
                """, [counts.Likes, counts.Reposts, counts.Quotes, counts.Replies, places[row.Key]], ct);
        }
    }
}
