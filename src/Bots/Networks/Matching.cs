using Beffroi.Detection;

namespace Beffroi.Bots.Networks;

/// <summary>What a source looks for: the terms of its watch, and the posts that it kept already.</summary>
public sealed class Matching(TermMatcher terms, RecentPosts recent)
{
    public TermMatcher Terms => terms;

    public RecentPosts Recent => recent;

    /// <summary>The term that a post matches. A repost of a kept post matches what that one matched: it says nothing by itself.</summary>
    public Guid? Find(Post post, string? handle, IReadOnlyList<string>? hashtags)
    {
        var found = terms.Find(post, handle, hashtags) ?? (post.RepostOf is { } target ? recent.TermOf(target) : null);
        if (found is { } term)
        {
            recent.Add(post.Id, term);
        }

        return found;
    }
}
