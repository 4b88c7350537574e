using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Beffroi.Detection;

namespace Beffroi.Bots.Networks;

/// <summary>Finds the terms of a watch in posts. What is looked for is laid out once: thousands of terms cost a post no more than a few do.</summary>
public sealed partial class TermMatcher
{
    readonly FrozenDictionary<string, Guid> _accounts;
    readonly FrozenDictionary<string, Guid> _hashtags;
    readonly WordTerms _words;
    readonly LinkTerms _links;

    public TermMatcher(IEnumerable<WatchTerm> terms)
    {
        // The oldest term first: which one a post is kept for does not depend on the order that a table gives.
        var live = terms.Where(t => t.RemovedAt is null).OrderBy(t => t.AddedAt).ThenBy(t => t.Id).ToList();
        Count = live.Count;
        _accounts = Index(live, TermKind.Account);
        _hashtags = Index(live, TermKind.Hashtag);
        _words = new(live.Where(t => t.Kind == TermKind.Words));
        _links = new(live.Where(t => t.Kind == TermKind.Link));
        Terms = live;
    }

    public int Count { get; }

    public IReadOnlyList<WatchTerm> Terms { get; }

    /// <summary>The first kind of term that matches: account, hashtag, words, link; null where none does.</summary>
    /// <param name="handle">Of the author, with its host where the network has several (<c>name@host</c>).</param>
    /// <param name="hashtags">As the network lists them; null: those of the text.</param>
    public Guid? Find(Post post, string? handle, IReadOnlyList<string>? hashtags) =>
        OfAccount(post.AccountId, handle) ?? OfHashtags(post.Text, hashtags) ?? _words.Find(post.Text) ?? OfLinks(post);

    /// <summary>The term that names an account; null where none does.</summary>
    public Guid? OfAccount(string id, string? handle) => _accounts.Count == 0 ? null
        : TermKey.Of(TermKind.Account, id) is { } key && _accounts.TryGetValue(key, out var term) ? term
        : TermKey.Of(TermKind.Account, handle) is { } name && _accounts.TryGetValue(name, out term) ? term
        : null;

    Guid? OfHashtags(string? text, IReadOnlyList<string>? hashtags)
    {
        if (_hashtags.Count == 0 || (hashtags is null && text?.AsSpan().IndexOfAny('#', '＃') is null or < 0))
        {
            return null;
        }

        foreach (var tag in hashtags ?? Hashtags.Of(text))
        {
            if (TermKey.Of(TermKind.Hashtag, tag) is { } key && _hashtags.TryGetValue(key, out var term))
            {
                return term;
            }
        }

        return null;
    }

    Guid? OfLinks(Post post)
    {
        if (_links.IsEmpty)
        {
            return null;
        }

        if (post.Urls is { Count: > 0 } urls)
        {
            return urls.Take(100).Select(_links.Find).FirstOrDefault(t => t is not null);
        }

        return post.Text is { } text && text.Contains("http", StringComparison.OrdinalIgnoreCase)
            ? Address().Matches(text).Take(100).Select(m => _links.Find(m.Value.TrimEnd('.', ',', ')', '»', '"'))).FirstOrDefault(t => t is not null)
            : null;
    }

    static FrozenDictionary<string, Guid> Index(IEnumerable<WatchTerm> terms, TermKind kind) =>
        terms.Where(t => t.Kind == kind).DistinctBy(t => t.Key, StringComparer.Ordinal).ToFrozenDictionary(t => t.Key, t => t.Id, StringComparer.Ordinal);

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
