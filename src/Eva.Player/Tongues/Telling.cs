using System.Globalization;
using Beffroi.Eva.Contracts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Beffroi.Eva.Player.Tongues;

/// <summary>Words of one language as the elements that show them. What a language has not got yet is said in French, and marked as such.</summary>
/// <param name="language">The language of the block.</param>
/// <param name="first">The block holds the screen's heading; the French below only repeats it.</param>
public sealed class Telling(Language language, bool first)
{
    public bool IsFrench => language == Language.French;

    /// <summary>The screen's heading.</summary>
    public RenderFragment Title(string key, params (string Name, object Value)[] values) => builder =>
    {
        var wording = language.Say(key);
        builder.OpenElement(0, first ? "h1" : "p");
        if (first)
        {
            builder.AddAttribute(1, "id", "titre");
            builder.AddAttribute(2, "tabindex", "-1");
        }
        else
        {
            builder.AddAttribute(3, "class", "tongue-title");
        }

        Mark(builder, wording);
        builder.AddContent(6, Text(wording, values));
        builder.CloseElement();
    };

    /// <summary>A paragraph.</summary>
    public RenderFragment Line(string key, params (string Name, object Value)[] values) => Paragraph(null, key, values);

    /// <summary>A paragraph that stands back.</summary>
    public RenderFragment Quiet(string key, params (string Name, object Value)[] values) => Paragraph("quiet", key, values);

    /// <summary>A paragraph for those who hear the page only.</summary>
    public RenderFragment Heard(string key) => Paragraph("sr-only", key, []);

    /// <summary>A paragraph about keys, hidden where there are none.</summary>
    public RenderFragment Keys(string key) => Paragraph("keys-hint", key, []);

    /// <summary>A numbered list.</summary>
    public RenderFragment Steps(params string[] keys) => builder =>
    {
        builder.OpenElement(0, "ol");
        builder.AddAttribute(1, "class", "steps");
        foreach (var wording in keys.Select(language.Say))
        {
            builder.OpenElement(2, "li");
            Mark(builder, wording);
            builder.AddContent(6, Text(wording, []));
            builder.CloseElement();
        }

        builder.CloseElement();
    };

    /// <summary>Words within an element that is already there.</summary>
    public RenderFragment Words(string key, params (string Name, object Value)[] values) => builder =>
    {
        var wording = language.Say(key);
        builder.OpenElement(0, "span");
        Mark(builder, wording);
        builder.AddContent(6, Text(wording, values));
        builder.CloseElement();
    };

    /// <summary>As plain text, to stand inside another sentence.</summary>
    public string Said(string key) => language.Say(key).Text;

    /// <summary>The name of a situation: the server's own in French, and where the language has none.</summary>
    public string Door(string situation, string label) => Door(language, situation, label);

    public static string Door(Language language, string situation, string label) => (language == Language.French ? null : language.Words("porte." + situation)) ?? label;

    /// <summary>The same words as plain text.</summary>
    public static string Plain(string words, params (string Name, object Value)[] values) =>
        values.Aggregate(words, (text, value) => text.Replace($"{{{value.Name}}}", Shown(value.Value), StringComparison.Ordinal));

    private RenderFragment Paragraph(string? css, string key, (string Name, object Value)[] values) => builder =>
    {
        var wording = language.Say(key);
        builder.OpenElement(0, "p");
        builder.AddAttribute(1, "class", css);
        Mark(builder, wording);
        builder.AddContent(6, Text(wording, values));
        builder.CloseElement();
    };

    private void Mark(RenderTreeBuilder builder, Wording wording)
    {
        if (wording.Language != language)
        {
            builder.AddAttribute(4, "lang", wording.Language.Code);
            builder.AddAttribute(5, "dir", wording.Language.Direction);
        }
    }

    private static RenderFragment Text(Wording wording, (string Name, object Value)[] values) => builder =>
    {
        foreach (var piece in Pieces.Of(wording.Text))
        {
            if (values.FirstOrDefault(value => string.Equals($"{{{value.Name}}}", piece, StringComparison.Ordinal)) is { Name: not null } value)
            {
                // A name of another script must not pull the sentence out of its order.
                builder.OpenElement(0, value.Value is Strong ? "strong" : "bdi");
                builder.AddContent(1, Shown(value.Value));
                builder.CloseElement();
            }
            else if (wording.Language != Language.French && Pieces.IsQuoted(piece))
            {
                // The French word that stands on the button.
                builder.OpenElement(2, "bdi");
                builder.AddAttribute(3, "lang", "fr");
                builder.AddContent(4, piece);
                builder.CloseElement();
            }
            else
            {
                builder.AddContent(5, piece);
            }
        }
    };

    private static string Shown(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A value that stands out in its sentence.</summary>
public sealed record Strong(string Text)
{
    public override string ToString() => Text;
}
