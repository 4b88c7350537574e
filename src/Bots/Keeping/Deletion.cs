using Beffroi.Bots.Clustering;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Keeping;

/// <summary>Lets go of what its author deleted from its network: it is not public any more. Why it was kept and what was found of it go with it, and its author is scored again without it.</summary>
static class Deletion
{
    /// <param name="gone">By their identifier.</param>
    /// <param name="names">By what a server calls them (<see cref="LocalName"/>).</param>
    public static async Task Of(BotsDb db, Sql sql, IReadOnlyList<(Network Network, string NativeId)> gone, IReadOnlyList<string> names, CancellationToken ct)
    {
        // Nearly all that a network deletes was never kept here.
        foreach (var network in gone.GroupBy(g => g.Network, g => g.NativeId))
        {
            foreach (var some in network.Distinct(StringComparer.Ordinal).Chunk(1000))
            {
                await Of(db, sql, db.Posts.Where(p => p.Network == network.Key && some.Contains(p.NativeId)), ct);
            }
        }

        foreach (var some in names.Distinct(StringComparer.Ordinal).Chunk(1000))
        {
            await Of(db, sql, db.Posts.Where(p => db.LocalNames.Any(n => n.Seq == p.Seq && some.Contains(n.Name))), ct);
        }
    }

    static async Task Of(BotsDb db, Sql sql, IQueryable<CollectedPost> posts, CancellationToken ct)
    {
        var kept = await posts.AsNoTracking().Select(p => new { p.Seq, p.AccountId }).ToListAsync(ct);
        if (kept.Count == 0)
        {
            return;
        }

        await Echoes.Of(db, kept.ConvertAll(k => k.Seq), ct);
        await db.SaveChangesAsync(ct);
        foreach (var post in kept)
        {
            await sql.Run("""DELETE FROM bots_posts WHERE "Seq" = @p0""", [post.Seq], ct);
            await sql.Run("""UPDATE bots_accounts SET "Posts" = "Posts" - 1, "ToScore" = NOT "LeftOut" WHERE "Id" = @p0 AND "Posts" > 0""", [post.AccountId], ct);
        }
    }
}
