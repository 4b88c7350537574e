using System.Collections.Concurrent;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Beffroi.Dsfr.Tests;

/// <summary>The design system's own rendered examples, read from its package: they are the truth the components are compared with.</summary>
internal static class Oracle
{
    private static readonly ConcurrentDictionary<string, IDocument> Pages = new(StringComparer.Ordinal);

    /// <summary>The first element that matches, in the example that follows this title on the component's page.</summary>
    public static IElement Example(string component, string title, string selector)
    {
        var page = Pages.GetOrAdd(component, Parse);
        var heading = page.QuerySelectorAll("h2, h3, h4").FirstOrDefault(h => string.Equals(h.TextContent.Trim(), title, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The design system has no example of {component} called {title}.");
        var from = heading;
        while (from is not null)
        {
            for (var next = from.NextElementSibling; next is not null; next = next.NextElementSibling)
            {
                var found = next.Matches(selector) ? next : next.QuerySelector(selector);
                if (found is not null)
                {
                    return found;
                }
            }

            from = from.ParentElement;
        }

        throw new InvalidOperationException($"The example of {component} called {title} holds no {selector}.");
    }

    /// <summary>The whole page of a component's examples.</summary>
    public static IDocument Page(string component) => Pages.GetOrAdd(component, Parse);

    private static IDocument Parse(string component) => new HtmlParser().ParseDocument(
        File.ReadAllText(Path.Combine(Repository.DesignSystem, "example", "component", component, "index.html")));
}
