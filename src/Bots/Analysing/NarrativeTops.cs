using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Analysing;

/// <summary>The posts that one reads first: the earliest, and those that were most repeated, liked, quoted, answered.</summary>
sealed class NarrativeTops(BotsDb db)
{
    const int OfEach = 5;

    public async Task<IReadOnlyList<TopPost>> Of(NarrativeFold fold, CancellationToken ct)
    {
        var first = fold.OwnPosts.OrderBy(p => p.At).ThenBy(p => p.Seq).Take(OfEach).Select(p => (TopKind.First, p.Seq, Given: (long?)null, Seen: 0));
        var chosen = first
            .Concat(Top(fold, TopKind.Reposted, p => (p.Reposts, p.Reposted)))
            .Concat(Top(fold, TopKind.Liked, p => (p.Likes, 0)))
            .Concat(Top(fold, TopKind.Quoted, p => (p.Quotes, p.Quoted)))
            .Concat(Top(fold, TopKind.Replied, p => (p.Replies, p.Replied))).ToList();
        var seqs = chosen.ConvertAll(c => c.Seq);
        var posts = await Shown(seqs, ct);
        return [.. chosen.Where(c => posts.ContainsKey(c.Seq)).Select(c => new TopPost(c.Item1, posts[c.Seq], c.Given, c.Seen))];
    }

    public async Task<IReadOnlyDictionary<long, ShownPost>> Shown(IReadOnlyCollection<long> seqs, CancellationToken ct) =>
        await db.Posts.AsNoTracking().Where(p => seqs.Contains(p.Seq))
            .Join(db.Accounts, p => p.AccountId, a => a.Id, (p, a) => new ShownPost { Seq = p.Seq, Network = p.Network, NativeId = p.NativeId, AccountId = p.AccountId, Handle = a.Handle, At = p.At, Text = p.Text })
            .ToDictionaryAsync(p => p.Seq, ct);

    // Whichever is greater: networks count what was never collected, and files without counters still show what came.
    static IEnumerable<(TopKind, long Seq, long? Given, int Seen)> Top(NarrativeFold fold, TopKind kind, Func<OwnPost, (long? Given, int Seen)> count) =>
        fold.OwnPosts.Select(p => (Post: p, Count: count(p))).Where(p => Math.Max(p.Count.Given ?? 0, p.Count.Seen) > 0)
            .OrderByDescending(p => Math.Max(p.Count.Given ?? 0, p.Count.Seen)).ThenBy(p => p.Post.Seq).Take(OfEach)
            .Select(p => (kind, p.Post.Seq, p.Count.Given, p.Count.Seen));
}
