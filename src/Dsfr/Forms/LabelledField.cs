using Microsoft.AspNetCore.Components;

namespace Beffroi.Dsfr;

/// <summary>A field that is one control with its label.</summary>
public abstract class LabelledField : Field
{
    /// <summary>What is asked.</summary>
    [Parameter, EditorRequired] public required string Label { get; set; }
}
