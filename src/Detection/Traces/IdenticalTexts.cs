namespace Beffroi.Detection;

/// <summary>A text that several accounts posted word for word.</summary>
/// <param name="Text">The text, without the spaces around it.</param>
/// <param name="Accounts">Who posted it, first poster first.</param>
/// <param name="Posts">How many times in all.</param>
/// <param name="First">When it first was.</param>
/// <param name="Last">When it last was.</param>
public sealed record IdenticalText(string Text, IReadOnlyList<string> Accounts, int Posts, DateTimeOffset First, DateTimeOffset Last);

/// <summary>The plain rule of copy and paste: the same text, word for word, by at least two distinct accounts, retweets excluded.</summary>
public static class IdenticalTexts
{
    /// <summary>Those texts, the most shared first (then by number of posts, then by text).</summary>
    public static IReadOnlyList<IdenticalText> Of(IEnumerable<Post> posts)
    {
        ArgumentNullException.ThrowIfNull(posts);
        return
        [
            .. posts.Where(p => !IsRetweet(p) && !string.IsNullOrWhiteSpace(p.Text)).GroupBy(p => p.Text!.Trim(), StringComparer.Ordinal)
                .Select(g => (Text: g.Key, Posts: g.OrderBy(p => p.CreatedAt).ThenBy(p => p.AccountId, StringComparer.Ordinal).ToArray()))
                .Select(g => new IdenticalText(g.Text, [.. g.Posts.Select(p => p.AccountId).Distinct(StringComparer.Ordinal)], g.Posts.Length, g.Posts[0].CreatedAt, g.Posts[^1].CreatedAt))
                .Where(t => t.Accounts.Count > 1)
                .OrderByDescending(t => t.Accounts.Count).ThenByDescending(t => t.Posts).ThenBy(t => t.Text, StringComparer.Ordinal),
        ];
    }

    /// <summary>A repost by its field, or by its first words « RT @ ».</summary>
    internal static bool IsRetweet(Post post) => !string.IsNullOrEmpty(post.RepostOf) || (post.Text?.TrimStart().StartsWith("RT @", StringComparison.Ordinal) ?? false);
}
