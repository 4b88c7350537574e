using System.Text.Encodings.Web;
using Ganss.Xss;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Beffroi.Chat;

/// <summary>
/// The only way from what people write in a room to HTML. Two walls, as in the encyclopedia (docs/adr/0017): HTML in the text is shown as text,
/// then what was made is read again by a sanitiser that lets through the few elements that a message needs.
/// </summary>
public static class MessageText
{
    public const string MentionClass = "chat-mention";

    // What goes deeper is not a message that somebody reads.
    const int MostNested = 20;

    static readonly MarkdownPipeline Pipeline = Make();
    static readonly HtmlSanitizer Wall = Build();

    /// <param name="mentioned">Names of those whom the message calls: <c>@Name</c> is marked where it stands.</param>
    public static MarkupString Render(string markdown, IReadOnlyCollection<string> mentioned) => OrElse(markdown, document =>
    {
        Tame(document);
        MarkMentions(document, mentioned);
        return new MarkupString(Wall.Sanitize(Write(document, html: true)));
    }, () => new MarkupString($"<p>{HtmlEncoder.Default.Encode(markdown)}</p>"));

    /// <summary>The words only: for excerpts, letters and search.</summary>
    public static string Plain(string markdown) => OrElse(markdown, document => Write(document, html: false).Trim(), () => markdown);

    /// <summary>The first words, on one line.</summary>
    public static string Excerpt(string markdown, int length)
    {
        var words = string.Join(' ', Plain(markdown).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= length ? words : words[..length].TrimEnd() + " …";
    }

    static T OrElse<T>(string markdown, Func<MarkdownDocument, T> made, Func<T> asWritten)
    {
        try
        {
            return made(Markdown.Parse(markdown, Pipeline));
        }
        catch (ArgumentException)
        {
            // Nested beyond what can be read: the library refuses it rather than run out of stack.
            return asWritten();
        }
    }

    static void Tame(MarkdownDocument document)
    {
        // A message is no page: its headings would stand among those of the room.
        foreach (var heading in document.Descendants<HeadingBlock>().ToList())
        {
            var strong = new EmphasisInline { DelimiterChar = '*', DelimiterCount = 2, IsClosed = true };
            heading.Inline?.TransferChildrenTo(strong);
            var paragraph = new ParagraphBlock { Inline = new ContainerInline() };
            paragraph.Inline.AppendChild(strong);
            var (parent, at) = (heading.Parent!, heading.Parent!.IndexOf(heading));
            parent[at] = paragraph;
        }

        foreach (var written in document.Descendants<AutolinkInline>().ToList())
        {
            var link = new LinkInline(written.IsEmail ? "mailto:" + written.Url : written.Url, "") { IsClosed = true };
            link.AppendChild(new LiteralInline(written.Url));
            written.ReplaceBy(link);
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Check(link);
        }
    }

    static void Check(LinkInline link)
    {
        var url = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
        // No picture of another host is fetched by the reader's browser: a link to it stands instead.
        link.IsImage = false;
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
        {
            Markdig.Renderers.Html.HtmlAttributesExtensions.GetAttributes(link).AddPropertyIfNotExist("rel", "external noopener noreferrer");
        }
        else if (url is not (['/'] or ['/', not ('/' or '\\'), ..]) && !url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            link.ReplaceBy(new ContainerInline(), copyChildren: true);
            return;
        }

        if (link.FirstChild is null)
        {
            link.AppendChild(new LiteralInline(url));
        }
    }

    static void MarkMentions(MarkdownDocument document, IReadOnlyCollection<string> mentioned)
    {
        if (mentioned.Count == 0)
        {
            return;
        }

        foreach (var literal in document.Descendants<LiteralInline>().ToList())
        {
            var (text, after, at) = (literal.Content.ToString(), literal, 0);
            foreach (var (start, end) in Mentions.In(text, mentioned))
            {
                var mark = new HtmlInline($"<span class=\"{MentionClass}\">{HtmlEncoder.Default.Encode(text[start..end])}</span>");
                var rest = new LiteralInline(text[end..]);
                after.Content = new(text[at..start]);
                after.InsertAfter(mark);
                mark.InsertAfter(rest);
                (after, at) = (rest, end);
            }
        }
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

    static MarkdownPipeline Make()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().UseSoftlineBreakAsHardlineBreak();
        builder.MaximumNestingDepth = MostNested;
        return builder.Build();
    }

    static HtmlSanitizer Build()
    {
        var wall = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = Set("p", "br", "ul", "ol", "li", "a", "em", "strong", "code", "pre", "blockquote", "hr", "span"),
            AllowedAttributes = Set("href", "rel", "class", "start"),
            AllowedSchemes = Set("http", "https", "mailto"),
            UriAttributes = Set("href"),
            AllowedCssProperties = Set(),
            AllowedClasses = Set(MentionClass),
        });
        wall.AllowDataAttributes = false;
        return wall;
    }

    static HashSet<string> Set(params string[] names) => new(names, StringComparer.OrdinalIgnoreCase);
}
