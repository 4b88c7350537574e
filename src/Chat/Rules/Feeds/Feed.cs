namespace Beffroi.Chat.Rules.Feeds;

/// <summary>A feed as it was read once.</summary>
public sealed record Feed(string? Title, IReadOnlyList<FeedItem> Items);

public sealed record FeedItem
{
    /// <summary>What makes it the same item the next time: its own identifier, else its address, else what it says.</summary>
    public required string Key { get; init; }
    public required string Title { get; init; }
    public Uri? Link { get; init; }

    /// <summary>Plain text: the mark-up of others is never shown.</summary>
    public string? Summary { get; init; }
    public string? Author { get; init; }
    public DateTimeOffset? At { get; init; }
    public Uri? Image { get; init; }
}

public enum FeedFault
{
    Empty,
    TooLarge,

    /// <summary>A page for people, where a feed should be.</summary>
    WebPage,
    NotXml,

    /// <summary>XML, and neither RSS nor Atom.</summary>
    NotFeed,
    Encoding,

    /// <summary>It could not be fetched: said by who fetches.</summary>
    Unreachable,
}

public abstract record FeedReading
{
    public sealed record Read(Feed Feed) : FeedReading;

    public sealed record Broken(FeedFault Fault, Words Why) : FeedReading;
}

public static class FeedLimits
{
    /// <summary>Bytes of a document.</summary>
    public const int Document = 4 * 1024 * 1024;

    /// <summary>Of one document, the first ones.</summary>
    public const int Items = 500;
    public const int Depth = 100;

    /// <summary>Characters.</summary>
    public const int Title = 300;
    public const int Summary = 1000;
    public const int Link = 2000;
}
