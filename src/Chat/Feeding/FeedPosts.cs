using System.Text.Json;
using Beffroi.Chat.Exchange;
using Beffroi.Chat.Rules.Feeds;
using Beffroi.Kit;

namespace Beffroi.Chat.Feeding;

/// <summary>What a feed says in its room.</summary>
static class FeedPosts
{
    static readonly JsonSerializerOptions Json = new() { IgnoreReadOnlyProperties = true };

    public static FeedWatch WatchOf(WatchedFeed feed) => feed.Watch is null ? new() { Address = new(feed.Address) } : JsonSerializer.Deserialize<FeedWatch>(feed.Watch, Json)!;

    public static string Write(FeedWatch watch) => JsonSerializer.Serialize(watch, Json);

    /// <summary>The same item of the same feed is the same message, whoever posts it.</summary>
    public static NewMessage Item(WatchedFeed feed, FeedItem item, Lang language) => new()
    {
        Id = SameId.Of($"beffroi-feed-item\n{feed.Id:D}\n{item.Key}"),
        RoomId = feed.RoomId,
        Origin = MessageOrigin.Feed,
        Source = Cut(feed.Title),
        Text = CleanText.Cleaned(string.Join("\n\n", Parts(item, language))),
    };

    public static NewMessage Told(WatchedFeed feed, Words what, Lang language) => new()
    {
        Id = SameId.Of($"beffroi-feed-told\n{feed.Id:D}\n{feed.Readings}"),
        RoomId = feed.RoomId,
        Origin = MessageOrigin.Site,
        Source = Cut(feed.Title),
        Text = $"{CaseMarkdown.Plain(feed.Title)}{language.Say("\u00A0: ", ": ")}{CaseMarkdown.Plain(what.In(language))}",
    };

    static IEnumerable<string> Parts(FeedItem item, Lang language)
    {
        var title = CaseMarkdown.Plain(item.Title);
        yield return item.Link is { } link ? $"[{title}](<{link.AbsoluteUri.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>)" : $"**{title}**";
        if (item.Summary is { } summary && !string.Equals(summary, item.Title, StringComparison.Ordinal))
        {
            yield return CaseMarkdown.Plain(summary);
        }

        if (Foot(item, language) is { Length: > 0 } foot)
        {
            yield return foot;
        }
    }

    static string Foot(FeedItem item, Lang language) =>
        string.Join(", ", new[] { item.Author is { } author ? CaseMarkdown.Plain(author) : null, item.At is { } at ? language.Moment(at) : null }.OfType<string>());

    static string Cut(string feed) => CleanText.Cleaned(feed) is var title && title.Length <= Message.SourceMaxLength ? title : title[..(Message.SourceMaxLength - 1)] + "…";
}
