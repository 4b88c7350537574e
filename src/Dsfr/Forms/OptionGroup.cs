using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Beffroi.Dsfr;

/// <summary>Several choices under one question: radio buttons or check boxes.</summary>
public abstract class OptionGroup : Field
{
    /// <summary>The question.</summary>
    [Parameter, EditorRequired] public required string Legend { get; set; }

    /// <summary>The choices, in order.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<Option> Options { get; set; }

    /// <summary>Side by side instead of one below the other.</summary>
    [Parameter] public bool Inline { get; set; }

    /// <summary>Identifier of the choice at this position. The first has the field's own, so that the error summary leads to it.</summary>
    public string OptionId(int position) =>
        position == 0 ? Id : Id + "-" + (position + 1).ToString(CultureInfo.InvariantCulture);
}
