using System.Net;
using System.Text.RegularExpressions;

namespace Beffroi.Incubator.Compliance;

/// <summary>An opening tag of a page.</summary>
public sealed record Tag(IReadOnlyDictionary<string, string> Attributes)
{
    public string? this[string name] => Attributes.GetValueOrDefault(name);
}

/// <summary>Reads our own pages, whose attributes are all quoted and escaped: no parser of the wild web is needed.</summary>
public static partial class Markup
{
    public static IReadOnlyList<Tag> Tags(string html, string name) =>
        [.. OpeningTag().Matches(html).Where(m => string.Equals(m.Groups["name"].Value, name, StringComparison.OrdinalIgnoreCase)).Select(m => Read(m.Groups["rest"].Value))];

    /// <summary>Every tag, of any name.</summary>
    public static IReadOnlyList<Tag> Tags(string html) => [.. OpeningTag().Matches(html).Select(m => Read(m.Groups["rest"].Value))];

    /// <summary>Links with the words that are pressed.</summary>
    public static IReadOnlyList<(string Href, string Label)> Links(string html) =>
        [.. Anchor().Matches(html).Select(m => (Read(m.Groups["rest"].Value)["href"] ?? "", Text(m.Groups["inner"].Value)))];

    public static string Inside(string html, string name)
    {
        var start = html.IndexOf("<" + name, StringComparison.OrdinalIgnoreCase);
        var end = html.LastIndexOf("</" + name, StringComparison.OrdinalIgnoreCase);
        return start >= 0 && end > start ? html[(html.IndexOf('>', start) + 1)..end] : "";
    }

    public static string Text(string html) =>
        string.Join(' ', WebUtility.HtmlDecode(AnyTag().Replace(Unread().Replace(html, " "), " ")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static Tag Read(string rest)
    {
        var read = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Attribute().Matches(rest))
        {
            read.TryAdd(match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value));
        }

        return new(read);
    }

    [GeneratedRegex("<(?<name>[a-z][a-z0-9]*)(?<rest>(\\s[^<>]*)?)>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex OpeningTag();

    [GeneratedRegex("<a(?<rest>\\s[^<>]*)>(?<inner>.*?)</a>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Anchor();

    [GeneratedRegex("(?<name>[a-z][a-z0-9:-]*)(\\s*=\\s*(\"(?<value>[^\"]*)\"|'(?<value>[^']*)'))?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Attribute();

    [GeneratedRegex("<(script|style)[^>]*>.*?</(script|style)>|<!--.*?-->", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Unread();

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex AnyTag();
}
