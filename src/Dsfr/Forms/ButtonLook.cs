using Microsoft.AspNetCore.Components;

namespace Beffroi.Dsfr;

/// <summary>What a button and a link that looks like one have in common.</summary>
public abstract class ButtonLook : ComponentBase
{
    /// <summary>Its words; or <see cref="ChildContent" />.</summary>
    [Parameter] public string? Label { get; set; }

    /// <summary>Inline content, in place of the words.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>How much it stands out.</summary>
    [Parameter] public ButtonKind Kind { get; set; }

    /// <summary>Its height.</summary>
    [Parameter] public ButtonSize Size { get; set; } = ButtonSize.Medium;

    /// <summary>Name of an icon of the bundle (front/icons.json), before the words.</summary>
    [Parameter] public string? Icon { get; set; }

    /// <summary>The icon comes after the words.</summary>
    [Parameter] public bool IconRight { get; set; }

    /// <summary>More class names.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>Any other attribute.</summary>
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    /// <summary>The class names of the element.</summary>
    protected string ClassName => ClassNames.Of("fr-btn", KindClass, SizeClass, IconClass, Class);

    private string? KindClass => Kind switch
    {
        ButtonKind.Primary => null,
        ButtonKind.Secondary => "fr-btn--secondary",
        ButtonKind.Tertiary => "fr-btn--tertiary",
        ButtonKind.TertiaryNoOutline => "fr-btn--tertiary-no-outline",
    };

    private string? SizeClass => Size switch
    {
        ButtonSize.Small => "fr-btn--sm",
        ButtonSize.Medium => null,
        ButtonSize.Large => "fr-btn--lg",
    };

    private string? IconClass => ClassNames.Icon(Icon) is { } icon
        ? icon + (IconRight ? " fr-btn--icon-right" : " fr-btn--icon-left")
        : null;
}
