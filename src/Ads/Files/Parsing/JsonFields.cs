using System.Text.Json;

namespace Beffroi.Ads.Files;

/// <summary>Fields of a record, whatever type its writer chose: a number may be written as a text, a text as a list of one.</summary>
static class JsonFields
{
    public static JsonElement? Child(this JsonElement element, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind is JsonValueKind.Object)
        {
            foreach (var name in names)
            {
                if (element.TryGetProperty(name, out var child) && child.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
                {
                    return child;
                }
            }
        }

        return null;
    }

    /// <summary>The first of these names that says something.</summary>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.Child(name) is { } child && Text(child) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    public static string? Text(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => string.IsNullOrWhiteSpace(element.GetString()) ? null : element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        // Several versions of one text, each said once.
        JsonValueKind.Array => element.EnumerateArray().Where(e => e.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(e => e.Text()).OfType<string>().Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } texts ? string.Join("\n\n", texts) : null,
        _ => null,
    };

    public static IReadOnlyList<string> Texts(this JsonElement element, params ReadOnlySpan<string> names) => element.Child(names) switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(Text).OfType<string>()],
        { } one when Text(one) is { } text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        _ => [],
    };

    public static bool? Truth(this JsonElement element, params ReadOnlySpan<string> names) => element.Text(names)?.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "1" => true,
        "FALSE" or "NO" or "0" => false,
        _ => null,
    };

    /// <summary>Both ends of a range: an object with its bounds, or one number for both.</summary>
    public static (string? Low, string? High) Range(this JsonElement element, params ReadOnlySpan<string> names) => element.Child(names) switch
    {
        { ValueKind: JsonValueKind.Object } range => (range.Text("lower_bound", "low", "min", "from"), range.Text("upper_bound", "high", "max", "to")),
        { } one when Text(one) is { } text => Written(text),
        _ => (null, null),
    };

    /// <summary>"1000-4999", "&lt;100", "≥1000000", "1000".</summary>
    public static (string? Low, string? High) Written(string text)
    {
        var plain = text.Trim();
        return plain switch
        {
            ['<' or '≤', ..] => ("0", plain.TrimStart('<', '≤', '=', ' ')),
            ['>' or '≥', ..] => (plain.TrimStart('>', '≥', '=', ' '), null),
            _ when plain.Split(['-', '–'], 2) is [var low, var high] && low.Length > 0 => (low, high),
            _ => (plain, plain),
        };
    }
}
