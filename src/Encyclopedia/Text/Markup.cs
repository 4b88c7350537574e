using System.Collections.Frozen;
using Ganss.Xss;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Microsoft.AspNetCore.Components;
using System.Text.Encodings.Web;

namespace Beffroi.Encyclopedia;

/// <summary>A text as HTML, safe to show, and the keys it names that lead nowhere.</summary>
public sealed record MarkedText(MarkupString Html, IReadOnlyList<string> Broken);

/// <summary>
/// The only way from what people write to HTML (docs/adr/0017). Two walls: HTML in the text is shown as text, then what was made is read again by a sanitiser
/// that lets through the few elements that a text needs.
/// </summary>
public static class Markup
{
    // What goes deeper is not a text that somebody reads.
    const int MostNested = 40;

    static readonly MarkdownPipeline Pipeline = Make(tables: true);
    static readonly MarkdownPipeline WithoutTables = Make(tables: false);
    static readonly string[] PlainTags = ["p", "br", "ul", "ol", "li", "em", "strong", "code", "pre", "blockquote", "hr", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"];

    // As they stand between < and >.
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Plainly =
        PlainTags.Concat(PlainTags.Select(t => "/" + t)).Concat(["br /", "hr /"]).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static MarkedText Render(string markdown, Linking linking) => OrElse(markdown, document =>
    {
        var links = new MarkupLinks(linking);
        links.Mend(document);
        MarkupHeadings.Lower(document);
        var html = Write(document, html: true);
        return new(new(IsPlain(html) ? html : Wall.Second.Sanitize(html)), links.Broken);
    }, () => new MarkedText(new(AsWritten(markdown)), []));

    /// <summary>The words only: for search, summaries and readers that know no HTML.</summary>
    public static string Plain(string markdown) => OrElse(markdown, document =>
    {
        foreach (var reference in document.Descendants<EntryReference>().ToList())
        {
            reference.ReplaceBy(new Markdig.Syntax.Inlines.LiteralInline(reference.Words ?? reference.Key.Replace('-', ' ')));
        }

        return Write(document, html: false).Trim();
    }, () => markdown);

    /// <summary>The entries that a text names by <c>[[key]]</c>, each once.</summary>
    public static IReadOnlyList<string> KeysIn(string markdown) =>
        markdown.Contains("[[", StringComparison.Ordinal)
            ? OrElse<IReadOnlyList<string>>(markdown, document => [.. document.Descendants<EntryReference>().Select(r => r.Key).Distinct(StringComparer.Ordinal)], () => [])
            : [];

    /// <summary>The addresses outside that a text leads to, each once.</summary>
    public static IReadOnlyList<string> AddressesIn(string markdown) =>
        markdown.Contains("://", StringComparison.Ordinal) || markdown.Contains("www.", StringComparison.OrdinalIgnoreCase)
            ? OrElse<IReadOnlyList<string>>(markdown, document => [.. MarkupLinks.Outside(document).Distinct(StringComparer.Ordinal)], () => [])
            : [];

    // Nested beyond what can be read: the library refuses it, when it reads or when it writes, rather than run out of stack. It is then shown as it was written.
    static T OrElse<T>(string markdown, Func<MarkdownDocument, T> made, Func<T> asWritten)
    {
        try
        {
            return made(Markdown.Parse(markdown, MarkupTables.AreReadable(markdown) ? Pipeline : WithoutTables));
        }
        catch (ArgumentException)
        {
            return asWritten();
        }
    }

    static string AsWritten(string markdown) => $"<p>{HtmlEncoder.Default.Encode(markdown)}</p>";

    // The same wall, for most texts: nothing but elements that are let through, without an attribute. There is nothing to take away, and reading it again costs more than making it.
    static bool IsPlain(ReadOnlySpan<char> html)
    {
        for (int at; (at = html.IndexOf('<')) >= 0;)
        {
            html = html[(at + 1)..];
            var end = html.IndexOf('>');
            if (end < 0 || !Plainly.Contains(html[..end]))
            {
                return false;
            }

            html = html[(end + 1)..];
        }

        return true;
    }

    static string Write(MarkdownDocument document, bool html)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer) { EnableHtmlForBlock = html, EnableHtmlForInline = html, EnableHtmlEscape = html };
        Pipeline.Setup(renderer);
        renderer.Render(document);
        writer.Flush();
        return writer.ToString();
    }

    static MarkdownPipeline Make(bool tables)
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks();
        if (tables)
        {
            builder.UsePipeTables();
        }

        builder.MaximumNestingDepth = MostNested;
        builder.InlineParsers.Insert(0, new EntryReferenceParser());
        return builder.Build();
    }

    /// <summary>Made when a text first needs it: an import reads thousands and shows none.</summary>
    static class Wall
    {
        public static readonly HtmlSanitizer Second = Build();
    }

    static HtmlSanitizer Build()
    {
        var wall = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = Set([.. PlainTags, "a"]),
            AllowedAttributes = Set("href", "rel", "title", "class", "start", "lang"),
            AllowedSchemes = Set("http", "https", "mailto"),
            UriAttributes = Set("href"),
            AllowedCssProperties = Set(),
            AllowedClasses = Set(MarkupLinks.TermClass, MarkupLinks.MissingClass),
        });
        wall.AllowDataAttributes = false;
        return wall;
    }

    static HashSet<string> Set(params string[] names) => new(names, StringComparer.OrdinalIgnoreCase);
}
