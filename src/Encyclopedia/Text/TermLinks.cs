using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace Beffroi.Encyclopedia;

/// <summary>Plain texts of one part of an entry as HTML: each defined term leads to its definition where it first stands in that part.</summary>
sealed class TermLinks(Linking linking)
{
    readonly HashSet<string> _linked = linking.Self is { } self ? new([self], StringComparer.Ordinal) : new(StringComparer.Ordinal);

    public MarkupString In(string words)
    {
        var (html, written) = (new StringBuilder(), 0);
        foreach (var found in linking.Glossary.FindIn(words, _linked))
        {
            html.Append(Safe(words[written..found.Start]));
            html.Append("<a href=\"").Append(Safe(Addresses.Entry(linking.Language, found.Term.Key))).Append("\" class=\"").Append(MarkupLinks.TermClass)
                .Append("\" title=\"").Append(Safe(found.Term.Summary)).Append("\">").Append(Safe(words.Substring(found.Start, found.Length))).Append("</a>");
            written = found.Start + found.Length;
        }

        return new(html.Append(Safe(words[written..])).ToString());
    }

    static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
