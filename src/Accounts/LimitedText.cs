using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Beffroi.Accounts;

/// <summary>
/// A little of Markdown: paragraphs, lists of lines that begin with a dash, <c>**strong**</c>, <c>[words](https://… or /page)</c>. Anything else is shown as it
/// was typed: every character goes through the page's own encoding, and no other address than those two makes a link.
/// </summary>
public sealed partial class LimitedText : ComponentBase
{
    [Parameter, EditorRequired] public required string Text { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var block in Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var list = lines.All(l => l.StartsWith("- ", StringComparison.Ordinal));
            builder.OpenElement(0, list ? "ul" : "p");
            foreach (var (line, position) in lines.Select((line, position) => (line, position)))
            {
                if (list)
                {
                    builder.OpenElement(1, "li");
                    Add(builder, line[2..]);
                    builder.CloseElement();
                }
                else
                {
                    if (position > 0)
                    {
                        builder.OpenElement(2, "br");
                        builder.CloseElement();
                    }

                    Add(builder, line);
                }
            }

            builder.CloseElement();
        }
    }

    static void Add(RenderTreeBuilder builder, string line)
    {
        var at = 0;
        foreach (Match found in Marks().Matches(line))
        {
            builder.AddContent(3, line[at..found.Index]);
            at = found.Index + found.Length;
            if (found.Groups["strong"] is { Success: true } strong)
            {
                builder.OpenElement(4, "strong");
                builder.AddContent(5, strong.Value);
            }
            else
            {
                builder.OpenElement(6, "a");
                builder.AddAttribute(7, "href", found.Groups["address"].Value);
                builder.AddContent(8, found.Groups["words"].Value);
            }

            builder.CloseElement();
        }

        builder.AddContent(9, line[at..]);
    }

    // An address of ours begins with one slash only: two would lead to another site.
    [GeneratedRegex(@"\*\*(?<strong>[^*]+)\*\*|\[(?<words>[^\[\]]+)\]\((?<address>https://[^\s()""<>]+|/(?![/\\])[^\s()""<>]*)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();
}
