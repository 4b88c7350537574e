using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Keeping;

/// <summary>Lets go of what its author deleted from its network: it is not public any more. Why it was kept goes with it, and its author is scored again without it.</summary>
static class Deletion
{
    public static async Task Of(BotsDb db, Sql sql, IReadOnlyList<(Network Network, string NativeId)> gone, CancellationToken ct)
    {
        foreach (var network in gone.GroupBy(g => g.Network, g => g.NativeId))
        {
            // Nearly all that a network deletes was never kept here.
            foreach (var some in network.Distinct(StringComparer.Ordinal).Chunk(1000))
            {
                foreach (var post in await db.Posts.AsNoTracking().Where(p => p.Network == network.Key && some.Contains(p.NativeId)).Select(p => new { p.Seq, p.AccountId }).ToListAsync(ct))
                {
                    await sql.Run("""DELETE FROM bots_posts WHERE "Seq" = @p0""", [post.Seq], ct);
                    await sql.Run("""UPDATE bots_accounts SET "Posts" = "Posts" - 1, "ToScore" = NOT "LeftOut" WHERE "Id" = @p0 AND "Posts" > 0""", [post.AccountId], ct);
                }
            }
        }
    }
}
