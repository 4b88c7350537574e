using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Beffroi.Chat.Rules.Feeds;

/// <summary>Where RSS and Atom keep what a feed says. Elements are known by their own name, whatever the namespace: feeds mix them.</summary>
static class FeedParts
{
    public static Feed? Of(XElement root, Uri address) => root.Name.LocalName switch
    {
        "rss" => Channel(Child(root, "channel"), root, address),
        "RDF" => Channel(Child(root, "channel"), root, address),
        "feed" => Atom(root, address),
        _ => null,
    };

    // RSS 1.0 has its items beside the channel.
    static Feed? Channel(XElement? channel, XElement root, Uri address)
    {
        if (channel is null)
        {
            return null;
        }

        var start = Link(Value(channel, "link"), address) ?? address;
        var items = Children(channel, "item").Concat(Children(root, "item")).Take(FeedLimits.Items);
        return new(FeedText.Plain(Value(channel, "title"), FeedLimits.Title), Distinct(items.Select(i => RssItem(i, start))));
    }

    static FeedItem? RssItem(XElement item, Uri start)
    {
        var guid = Child(item, "guid");
        var identifier = Trimmed(guid?.Value) ?? item.Attributes().FirstOrDefault(a => a.Name.LocalName is "about")?.Value;
        // A guid is an address unless it says that it is not (RSS 2.0).
        var permanent = guid is not null && !string.Equals((string?)guid.Attribute("isPermaLink"), "false", StringComparison.OrdinalIgnoreCase) && guid.Value.Contains("://", StringComparison.Ordinal);
        return Item(
            identifier,
            Link(Value(item, "link"), start) ?? (permanent ? Link(guid!.Value, start) : null),
            Value(item, "title"),
            Value(item, "description") ?? Value(item, "encoded"),
            Value(item, "creator") ?? Value(item, "author"),
            Value(item, "pubDate") ?? Value(item, "date"),
            Picture(item, start));
    }

    static Feed Atom(XElement feed, Uri address) => new(
        FeedText.Plain(Value(feed, "title"), FeedLimits.Title),
        Distinct(Children(feed, "entry").Take(FeedLimits.Items).Select(entry =>
        {
            var start = Base(entry, Base(feed, address));
            return Item(
                Trimmed(Value(entry, "id")),
                Link(AtomLink(entry), start),
                Value(entry, "title"),
                Value(entry, "summary") ?? Content(entry),
                Child(entry, "author") is { } author ? Value(author, "name") : null,
                Value(entry, "published") ?? Value(entry, "updated"),
                Picture(entry, start));
        })));

    static string? AtomLink(XElement entry) => (string?)Children(entry, "link")
        .OrderBy(l => (string?)l.Attribute("rel") is null or "alternate" ? 0 : 1)
        .FirstOrDefault(l => (string?)l.Attribute("rel") is null or "alternate" or "related")?.Attribute("href");

    static string? Content(XElement entry) => Child(entry, "content") is { } content ? (content.HasElements ? content.ToString() : content.Value) : null;

    static Uri Base(XElement element, Uri start) => Link((string?)element.Attribute(XNamespace.Xml + "base"), start) ?? start;

    static Uri? Picture(XElement item, Uri start) =>
        item.Elements().Where(e => e.Name.LocalName is "enclosure" or "content" or "thumbnail" && e.Attribute("url") is not null)
            .Where(e => e.Name.LocalName is "thumbnail" || (string?)e.Attribute("medium") is "image" || ((string?)e.Attribute("type"))?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true)
            .Select(e => Link((string?)e.Attribute("url"), start)).FirstOrDefault();

    static FeedItem? Item(string? identifier, Uri? link, string? title, string? summary, string? author, string? date, Uri? image)
    {
        var (heading, text) = (FeedText.Plain(title, FeedLimits.Title), FeedText.Plain(summary, FeedLimits.Summary));
        if ((heading ?? text ?? link?.AbsoluteUri) is not { } shown)
        {
            return null;
        }

        return new()
        {
            Key = Key(identifier ?? link?.AbsoluteUri ?? $"{heading}\n{text}\n{date}"),
            Title = shown.Length <= FeedLimits.Title ? shown : shown[..(FeedLimits.Title - 1)] + "…",
            Link = link,
            Summary = text,
            Author = FeedText.Plain(author, FeedLimits.Title),
            At = FeedDate.Read(date),
            Image = image,
        };
    }

    // Some identifiers are whole pages: what is kept is short.
    static string Key(string identifier) => identifier.Length <= 200 ? identifier : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identifier)));

    static List<FeedItem> Distinct(IEnumerable<FeedItem?> items) => [.. items.OfType<FeedItem>().DistinctBy(i => i.Key, StringComparer.Ordinal)];

    static Uri? Link(string? text, Uri start) =>
        Trimmed(text) is { Length: <= FeedLimits.Link } trimmed && Uri.TryCreate(start, trimmed, out var link) && link.Scheme is ("http" or "https") ? link : null;

    static string? Trimmed(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    static XElement? Child(XElement parent, string name) => Children(parent, name).FirstOrDefault();

    // Without a namespace or in the main ones before those that borrow the name (media:title, itunes:author).
    static IEnumerable<XElement> Children(XElement parent, string name) =>
        parent.Elements().Where(e => string.Equals(e.Name.LocalName, name, StringComparison.Ordinal) && !Borrowed.Contains(e.Name.NamespaceName));

    static string? Value(XElement parent, string name) => Trimmed(Child(parent, name)?.Value);

    static readonly HashSet<string> Borrowed = new(StringComparer.Ordinal)
    {
        "http://search.yahoo.com/mrss/", "http://www.itunes.com/dtds/podcast-1.0.dtd", "http://www.google.com/schemas/play-podcasts/1.0",
    };
}

/// <summary>Dates of RSS (RFC 822, as loosely as feeds write it) and of Atom (RFC 3339).</summary>
static class FeedDate
{
    public static DateTimeOffset? Read(string? text)
    {
        if (text is not { Length: <= 60 })
        {
            return null;
        }

        // The name of the day is often wrong, and says nothing that the date does not.
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var date = (comma is >= 0 and < 12 ? text[(comma + 1)..] : text).Trim();
        foreach (var (name, offset) in Zones)
        {
            if (date.EndsWith(' ' + name, StringComparison.OrdinalIgnoreCase))
            {
                date = string.Concat(date.AsSpan(0, date.Length - name.Length), offset);
                break;
            }
        }

        return DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.ToUniversalTime() : null;
    }

    // RFC 822 5.1.
    static readonly (string Name, string Offset)[] Zones =
        [("GMT", "+00:00"), ("UTC", "+00:00"), ("UT", "+00:00"), ("EST", "-05:00"), ("EDT", "-04:00"), ("CST", "-06:00"), ("CDT", "-05:00"), ("MST", "-07:00"), ("MDT", "-06:00"), ("PST", "-08:00"), ("PDT", "-07:00"), ("CEST", "+02:00"), ("CET", "+01:00")];
}
