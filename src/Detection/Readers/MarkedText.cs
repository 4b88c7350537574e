using System.Net;
using System.Text;

namespace Beffroi.Detection;

/// <summary>The words of a text in HTML.</summary>
static class MarkedText
{
    public static string Plain(string html)
    {
        if (!html.Contains('<', StringComparison.Ordinal))
        {
            return WebUtility.HtmlDecode(html);
        }

        var text = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            var close = open < 0 ? -1 : html.IndexOf('>', open);
            if (close < 0)
            {
                text.Append(html, at, html.Length - at);
                break;
            }

            text.Append(html, at, open - at);
            var tag = html.AsSpan(open + 1, close - open - 1);
            if (tag.StartsWith("br") || tag.StartsWith("/p"))
            {
                text.Append('\n');
            }

            at = close + 1;
        }

        return WebUtility.HtmlDecode(text.ToString().TrimEnd('\n'));
    }

    /// <summary>The addresses of links that are neither mentions nor hashtags.</summary>
    public static IReadOnlyList<string> Links(string html)
    {
        var links = new List<string>();
        for (var at = 0; (at = html.IndexOf("<a ", at, StringComparison.Ordinal)) >= 0;)
        {
            var close = html.IndexOf('>', at);
            if (close < 0)
            {
                break;
            }

            var tag = html.AsSpan(at, close - at);
            var start = tag.IndexOf("href=\"");
            if (start >= 0 && tag[(start + 6)..].IndexOf('"') is var length && length > 0 && !tag.Contains("mention", StringComparison.Ordinal) && !tag.Contains("hashtag", StringComparison.Ordinal))
            {
                links.Add(WebUtility.HtmlDecode(tag.Slice(start + 6, length).ToString()));
            }

            at = close;
        }

        return links;
    }
}
