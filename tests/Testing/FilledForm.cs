using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Beffroi.Testing;

/// <summary>What a browser sends of a form: each field as the page gave it, or as the person answered.</summary>
sealed class FilledForm
{
    public FilledForm(IHtmlFormElement form, IHtmlButtonElement pressed, (string Field, string? Answer)[] answers)
    {
        var offered = form.Elements.Select(e => e.GetAttribute("name")).ToHashSet(StringComparer.Ordinal);
        if (answers.FirstOrDefault(a => !offered.Contains(a.Field)) is { Field: not null } unknown)
        {
            throw new InvalidOperationException($"The form has no field « {unknown.Field} »: only {string.Join(", ", offered)}.");
        }

        var answered = answers.Select(a => a.Field).ToHashSet(StringComparer.Ordinal);
        Fields =
        [
            .. form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 } name && !answered.Contains(name)).SelectMany(AsGiven),
            .. answers.Where(a => a.Answer is not null).Select(a => KeyValuePair.Create(a.Field, a.Answer!)),
            .. pressed.Name is { Length: > 0 } button ? [KeyValuePair.Create(button, pressed.Value)] : Array.Empty<KeyValuePair<string, string>>(),
        ];
    }

    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; }

    public string Query => string.Join('&', Fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));

    static IEnumerable<KeyValuePair<string, string>> AsGiven(IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
        IHtmlInputElement input => [KeyValuePair.Create(input.Name!, input.Value)],
        IHtmlTextAreaElement area => [KeyValuePair.Create(area.Name!, area.Value)],
        IHtmlSelectElement select => select.Options.Where(o => o.IsSelected).Select(o => KeyValuePair.Create(select.Name!, o.Value)),
        _ => [],
    };
}
