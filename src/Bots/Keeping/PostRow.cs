using System.Text;
using System.Text.Json;
using Beffroi.Detection;

namespace Beffroi.Bots.Keeping;

/// <summary>A post ready to be written: all that asks for thought is done before the log is held.</summary>
sealed record PostRow(IncomingPost Incoming, PostKind Kind, string? Text, string? Links, string Hashtags, string? Media)
{
    public const string Columns = """
        bots_posts ("Network", "NativeId", "AccountId", "Kind", "At", "CollectedAt", "Text", "Language", "TargetId", "ReplyTo", "Program", "Links", "Hashtags", "Media", "Likes", "Reposts",
        "Quotes", "Replies", "Partition")
        """;

    public (Network, string) Key => (Incoming.Network, Incoming.Post.Id);

    public (Network, string) Author => (Incoming.Network, Incoming.Post.AccountId);

    public string? Language => Plain(Incoming.Post.Language, CollectedPost.LanguageMaxLength);

    /// <summary>Null for one that no server would give.</summary>
    public string? LocalName => Incoming.LocalName is { } name && IsName(name) ? name : null;

    /// <summary>Null where the identifiers are none.</summary>
    public static PostRow? Of(IncomingPost incoming)
    {
        var post = incoming.Post;
        return !IsName(post.Id) || !IsName(post.AccountId) ? null : new(
            incoming,
            post.RepostOf is not null ? PostKind.Repost : post.QuoteOf is not null ? PostKind.Quote : post.ReplyTo is not null ? PostKind.Reply : PostKind.Post,
            Plain(post.Text, CollectedPost.TextMaxLength),
            post.Urls is { } urls ? JsonSerializer.Serialize(urls.Select(CanonicalUrl.Of).OfType<string>()) : null,
            JsonSerializer.Serialize((incoming.Hashtags ?? Beffroi.Detection.Hashtags.Of(post.Text ?? "")).Select(h => TermKey.Of(TermKind.Hashtag, h)).OfType<string>()),
            post.MediaHashes is { } media ? JsonSerializer.Serialize(media) : null);
    }

    public object?[] Values(Guid account, DateTimeOffset now)
    {
        var post = Incoming.Post;
        return
        [
            Incoming.Network, post.Id, account, Kind, post.CreatedAt, now, Text, Language,
            Plain(post.RepostOf ?? post.QuoteOf ?? post.ReplyTo, CollectedPost.IdMaxLength), Plain(post.ReplyTo, CollectedPost.IdMaxLength), Plain(post.Source, CollectedPost.IdMaxLength),
            Links, Hashtags, Media, Incoming.Counts.Likes, Incoming.Counts.Reposts, Incoming.Counts.Quotes, Incoming.Counts.Replies, PostLog.PartitionOf(account),
        ];
    }

    /// <summary>What both engines can keep: no sign 0, no half of a pair, no more than its column holds.</summary>
    public static string? Plain(string? text, int most)
    {
        if (text is null)
        {
            return null;
        }

        if (text.Length > most)
        {
            text = text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
        }

        return text.Contains('\0', StringComparison.Ordinal) || !IsWhole(text) ? Mended(text) : text;
    }

    static bool IsName(string id) => id.Length is > 0 and <= CollectedPost.IdMaxLength && !id.Contains('\0', StringComparison.Ordinal) && IsWhole(id);

    static bool IsWhole(string text)
    {
        foreach (var c in text)
        {
            if (char.IsSurrogate(c))
            {
                return string.Equals(text, Mended(text), StringComparison.Ordinal);
            }
        }

        return true;
    }

    static string Mended(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != 0)
            {
                whole.Append(rune.ToString());
            }
        }

        return whole.ToString();
    }
}
