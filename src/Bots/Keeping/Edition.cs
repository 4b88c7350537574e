using Beffroi.Bots.Clustering;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Keeping;

/// <summary>What its author changed says here, from now on, what it says there. What was found of its former words goes with them, and its author is scored again.</summary>
static class Edition
{
    public static async Task Of(BotsDb db, Sql sql, IReadOnlyList<IncomingPost> edited, CancellationToken ct)
    {
        // The last word counts, where it was changed twice.
        var rows = edited.Select(PostRow.Of).OfType<PostRow>().Reverse().DistinctBy(r => r.Key).ToDictionary(r => r.Key);
        foreach (var network in rows.Values.GroupBy(r => r.Incoming.Network, r => r.Incoming.Post.Id))
        {
            var natives = network.ToArray();
            var kept = await db.Posts.AsNoTracking().Where(p => p.Network == network.Key && natives.Contains(p.NativeId)).Select(p => new { p.Seq, p.NativeId, p.AccountId, p.Text }).ToListAsync(ct);
            // A picture described anew, a poll that ends: nothing here says otherwise.
            var changed = kept.Where(k => !string.Equals(k.Text, rows[(network.Key, k.NativeId)].Text, StringComparison.Ordinal)).ToList();
            await Echoes.Of(db, changed.ConvertAll(k => k.Seq), ct);
            await db.SaveChangesAsync(ct);
            foreach (var post in kept)
            {
                var row = rows[(network.Key, post.NativeId)];
                await sql.Run(
                    """UPDATE bots_posts SET "Text" = @p0, "Language" = @p1, "Links" = @p2, "Hashtags" = @p3, "Media" = @p4 WHERE "Seq" = @p5""",
                    [row.Text, row.Language, row.Links, row.Hashtags, row.Media, post.Seq], ct);
                await sql.Run("""UPDATE bots_accounts SET "ToScore" = NOT "LeftOut" WHERE "Id" = @p0""", [post.AccountId], ct);
            }
        }
    }
}
