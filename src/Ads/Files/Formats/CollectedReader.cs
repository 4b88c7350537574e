using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Beffroi.Ads.Intake;

namespace Beffroi.Ads.Files;

/// <summary>Ads that volunteers collected with an extension of their browser (markup of a page): their text is read, their markup is never kept.</summary>
static partial class CollectedReader
{
    public static bool Is(JsonElement record) => record.Child("html") is { ValueKind: JsonValueKind.String };

    public static AdFields Fields(JsonElement record) => new()
    {
        Id = record.Text("id") is { } id ? "collected-" + id : null,
        PageName = record.Text("advertiser", "title"),
        Language = record.Text("lang"),
        Payer = record.Text("paid_for_by"),
        Text = TextOf(record.Text("message") ?? record.Text("html") ?? ""),
        FirstShown = null,
    };

    /// <summary>A page saved alone; its identifier is what it says.</summary>
    public static AdFields OfPage(string html)
    {
        var text = TextOf(html);
        return new() { Id = "page-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32], Text = text };
    }

    /// <summary>What is read on a page, without any of its markup.</summary>
    public static string TextOf(string html)
    {
        var without = Unread().Replace(html, " ");
        var broken = Breaks().Replace(without, "\n");
        var text = WebUtility.HtmlDecode(Tags().Replace(broken, ""));
        var lines = text.Split('\n').Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(l => l.Length > 0);
        return string.Join('\n', lines);
    }

    const RegexOptions Way = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"<!--.*?(-->|$)|<(script|style|template|noscript|head|svg)\b.*?(</(script|style|template|noscript|head|svg)\s*>|$)", Way, 10_000)]
    private static partial Regex Unread();

    [GeneratedRegex(@"<(br|p|/p|div|/div|li|/li|h[1-6]|/h[1-6]|tr|/tr|blockquote|hr)\b[^>]*>", Way, 10_000)]
    private static partial Regex Breaks();

    [GeneratedRegex(@"<[a-z/!?][^>]*(>|$)", Way, 10_000)]
    private static partial Regex Tags();
}
