using System.Text;
using AngleSharp.Dom;

namespace Beffroi.Dsfr.Tests;

/// <summary>
/// What must be the same in two pieces of HTML, one element a line: its name, its fr-* classes, what assistive technologies
/// and the design system's script read. Identifiers are replaced by the element they lead to; words by "…".
/// </summary>
internal static class Shape
{
    private static readonly string[] Compared =
    [
        "autocapitalize", "autocomplete", "autocorrect", "checked", "data-fr-current-step", "data-fr-opened", "data-fr-steps", "disabled",
        "href", "multiple", "rel", "role", "scope", "selected", "tabindex", "target", "title", "type", "style", "onclick",
    ];

    private static readonly string[] Presence = ["href", "title"];

    private static readonly string[] References = ["aria-controls", "aria-describedby", "aria-labelledby", "for"];

    public static string Of(IElement element)
    {
        var shape = new StringBuilder();
        Append(shape, element, element, 0);
        return shape.ToString();
    }

    private static void Append(StringBuilder shape, IElement root, IElement element, int depth)
    {
        shape.Append(' ', depth * 2).Append(Name(element));
        foreach (var attribute in element.Attributes.OrderBy(a => a.Name, StringComparer.Ordinal))
        {
            if (References.Contains(attribute.Name, StringComparer.Ordinal))
            {
                shape.Append(' ').Append(attribute.Name).Append('→').AppendJoin('+', attribute.Value.Split(' ').Select(id => Target(root, id)));
            }
            else if (Compared.Contains(attribute.Name, StringComparer.Ordinal) || attribute.Name.StartsWith("aria-", StringComparison.Ordinal))
            {
                shape.Append(' ').Append(attribute.Name);
                if (!Presence.Contains(attribute.Name, StringComparer.Ordinal) && !string.Equals(attribute.Name, "aria-label", StringComparison.Ordinal) && attribute.Value.Length > 0)
                {
                    shape.Append('=').Append(attribute.Value);
                }
            }
        }

        if (element.ChildNodes.OfType<IText>().Any(t => !string.IsNullOrWhiteSpace(t.Data)))
        {
            shape.Append(" …");
        }

        shape.Append('\n');
        foreach (var child in element.Children)
        {
            Append(shape, root, child, depth + 1);
        }
    }

    private static string Name(IElement element) => element.LocalName + string.Concat(element.ClassList
        .Where(c => c.StartsWith("fr-", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(c => "." + c));

    private static string Target(IElement root, string id)
    {
        var target = root.QuerySelectorAll("[id]").Prepend(root).FirstOrDefault(e => string.Equals(e.Id, id, StringComparison.Ordinal));
        return target is null ? "elsewhere" : Name(target);
    }
}
