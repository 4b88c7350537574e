using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Beffroi.Dsfr;

/// <summary>A title whose level is chosen by the page, so that levels never skip (h1 then h3).</summary>
public sealed class Heading : ComponentBase
{
    /// <summary>1 to 6.</summary>
    [Parameter, EditorRequired] public required int Level { get; set; }

    /// <summary>Class names of the element.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>Identifier of the element.</summary>
    [Parameter] public string? Id { get; set; }

    /// <summary>The words.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (Level is < 1 or > 6)
        {
            throw new InvalidOperationException("A heading has a level from 1 to 6; this one has " + Level.ToString(CultureInfo.InvariantCulture) + ".");
        }

        builder.OpenElement(0, "h" + Level.ToString(CultureInfo.InvariantCulture));
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "id", Id);
        builder.AddContent(3, ChildContent);
        builder.CloseElement();
    }
}
