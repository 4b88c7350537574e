using Beffroi.Detection;

namespace Beffroi.Bots.Analysing;

public enum SubjectKind
{
    Hashtag,
    Mention,
    Link,

    /// <summary>A site: its own pages and those of its subdomains.</summary>
    Domain,

    /// <summary>A word, or words in a row.</summary>
    Words,
}

/// <summary>What a narrative is known by. What is typed says which kind it is: <c>#word</c>, <c>@account</c>, an address, a domain, or words.</summary>
/// <param name="Key">As it is compared.</param>
public sealed record NarrativeSubject(SubjectKind Kind, string Key)
{
    public const int MaxLength = 300;

    const int ShortestWords = 3;

    /// <summary>Null for what is nothing to look for.</summary>
    public static NarrativeSubject? Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length is 0 or > MaxLength)
        {
            return null;
        }

        return text[0] switch
        {
            '#' or '＃' => Of(SubjectKind.Hashtag, Hashtag(text)),
            '@' => Of(SubjectKind.Mention, Mentions.Of(text) is [var one] && text.Length == one.Length + 1 ? one : null),
            _ when text.Contains("://", StringComparison.Ordinal) => Of(SubjectKind.Link, CanonicalUrl.Of(text)),
            _ when Domain(text) is { } domain => new(SubjectKind.Domain, domain),
            _ => Of(SubjectKind.Words, NormalText.Of(text) is { Length: >= ShortestWords } words ? words : null),
        };
    }

    /// <summary>As it is typed to be read again the same.</summary>
    public string Typed => Kind switch
    {
        SubjectKind.Hashtag => "#" + Key,
        SubjectKind.Mention => "@" + Key,
        SubjectKind.Link or SubjectKind.Domain or SubjectKind.Words => Key,
    };

    public bool IsIn(ReadPost post) => Kind switch
    {
        SubjectKind.Hashtag => post.HashtagList.Contains(Key, StringComparer.Ordinal),
        SubjectKind.Mention => Mentions.Of(post.Text).Contains(Key, StringComparer.Ordinal),
        SubjectKind.Link => post.LinkList.Contains(Key, StringComparer.Ordinal),
        SubjectKind.Domain => post.LinkList.Any(l => IsOf(Site(l))),
        SubjectKind.Words => $" {NormalText.Of(post.Text)} ".Contains($" {Key} ", StringComparison.Ordinal),
    };

    /// <summary>Host of a canonical address.</summary>
    public static string Site(string link)
    {
        var from = link.IndexOf("://", StringComparison.Ordinal) is var at && at < 0 ? 0 : at + 3;
        var end = link.AsSpan(from).IndexOfAny("/?#:");
        return end < 0 ? link[from..] : link.Substring(from, end);
    }

    bool IsOf(string site) => string.Equals(site, Key, StringComparison.Ordinal) || site.EndsWith("." + Key, StringComparison.Ordinal);

    static NarrativeSubject? Of(SubjectKind kind, string? key) => key is null ? null : new(kind, key);

    // One word of hashtag: what a space or another sign cuts is no hashtag.
    static string? Hashtag(string text) => Hashtags.Of(text) is [var one] && text.Length == one.Length + 1 ? TermKey.Of(TermKind.Hashtag, one) : null;

    static string? Domain(string text) =>
        text.Any(char.IsWhiteSpace) || !text.Contains('.', StringComparison.Ordinal) || text.EndsWith('.') || text.Contains("..", StringComparison.Ordinal) || CanonicalUrl.Of(text) is not { } url ? null
        : Site(url) is var site && url.Length <= "https://".Length + site.Length + 1 && site.Contains('.', StringComparison.Ordinal) ? site : null;
}
