using Microsoft.AspNetCore.Components;

namespace Beffroi.Dsfr;

/// <summary>
/// What every form field has: a name, words, and the message of what was wrong with what the person typed.
/// The identifier is the name with dots and brackets replaced by dashes; its hint is <c>{id}-indice</c>, its error <c>{id}-erreur</c>.
/// </summary>
public abstract class Field : ComponentBase
{
    /// <summary>Name under which the value is sent.</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    /// <summary>Help to answer: format, example.</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>What was wrong and how to put it right; null or empty when nothing was.</summary>
    [Parameter] public string? Error { get; set; }

    /// <summary>True tells assistive technologies that an answer is needed; false adds <see cref="OptionalLabel" /> to the label; null (default) says nothing.</summary>
    [Parameter] public bool? Required { get; set; }

    /// <summary>Words that say that an answer is not needed.</summary>
    [Parameter] public string OptionalLabel { get; set; } = "(facultatif)";

    /// <summary>More class names of the group.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>Any other attribute, put on the control.</summary>
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    /// <summary>Identifier of the control: where a link of the error summary leads.</summary>
    public string Id => IdOf(Name);

    /// <summary>Identifier of the hint.</summary>
    public string HintId => Id + "-indice";

    /// <summary>Identifier of the error message.</summary>
    public string ErrorId => Id + "-erreur";

    /// <summary>Whether there is an error to show.</summary>
    public bool HasError => !string.IsNullOrEmpty(Error);

    /// <summary>Identifiers of the hint and of the error that are present, or null.</summary>
    public string? DescribedBy => (string.IsNullOrEmpty(Hint), HasError) switch
    {
        (false, true) => HintId + " " + ErrorId,
        (false, false) => HintId,
        (true, true) => ErrorId,
        (true, false) => null,
    };

    /// <summary>Value of <c>aria-invalid</c>.</summary>
    protected string? Invalid => HasError ? "true" : null;

    /// <summary>Value of <c>aria-required</c>.</summary>
    protected string? AriaRequired => Required == true ? "true" : null;

    /// <summary>The identifier that a field of this name gets.</summary>
    public static string IdOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Replace('.', '-').Replace('[', '-').Replace(']', '-');
    }
}
