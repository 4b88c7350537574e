using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Beffroi.Accounts.Post;

/// <summary>The marks of a letter replaced: one text, plain and in HTML. Only our own links become links.</summary>
static partial class LetterText
{
    public const string SecretMark = "{lien}";
    public const string StopMark = "{arret}";

    const string Masked = "[lien personnel masqué]";

    public static string Plain(string body, LetterLinks links) => Marks().Replace(body, mark => links.Of(mark.Value));

    public static string Html(string body, LetterLinks links)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Message</title></head><body>\n");
        foreach (var paragraph in body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            html.Append("<p>").Append(Paragraph(paragraph, links)).Append("</p>\n");
        }

        return html.Append("</body></html>\n").ToString();
    }

    static string Paragraph(string text, LetterLinks links)
    {
        var (html, at) = (new StringBuilder(), 0);
        foreach (var mark in Marks().EnumerateMatches(text))
        {
            var url = WebUtility.HtmlEncode(links.Of(text.AsSpan(mark.Index, mark.Length).ToString()));
            html.Append(Encoded(text[at..mark.Index])).Append("<a href=\"").Append(url).Append("\">").Append(url).Append("</a>");
            at = mark.Index + mark.Length;
        }

        return html.Append(Encoded(text[at..])).ToString();
    }

    static string Encoded(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>\n", StringComparison.Ordinal);

    [GeneratedRegex(@"\{(site\}[^\s]*|lien\}|arret\})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();

    /// <summary>As the superadmin reads it: what opens a door by itself is not shown.</summary>
    public static string Shown(string body, string site) => Plain(body, new(site, Masked, Masked));
}

/// <param name="Site">Address of the site.</param>
/// <param name="Secret">The whole link that the letter carries, if it does.</param>
/// <param name="Stop">The whole link that ends reminders, if there is one.</param>
sealed record LetterLinks(string Site, string? Secret, string? Stop)
{
    public string Of(string mark) => mark switch
    {
        LetterText.SecretMark => Secret ?? throw new InvalidOperationException("This letter speaks of a link and has none."),
        LetterText.StopMark => Stop ?? throw new InvalidOperationException("This letter says how to stop, and nobody could be told apart by it."),
        _ => Site + mark["{site}".Length..],
    };
}
