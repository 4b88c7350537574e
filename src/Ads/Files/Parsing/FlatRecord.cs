using System.Text.Json;

namespace Beffroi.Ads.Files;

/// <summary>
/// A record whose writer chose the names: <c>firstShownDate</c>, <c>first_shown_date</c> and <c>first-shown-date</c> are one name,
/// and what stands in an object is found by its way, <c>advertiser.name</c>.
/// </summary>
sealed class FlatRecord
{
    const int MostDepth = 4;
    const int MostFields = 400;

    readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);

    public FlatRecord(JsonElement record) => Add(record, "", 0);

    public string? Text(params ReadOnlySpan<string> ways)
    {
        foreach (var way in ways)
        {
            if (_fields.TryGetValue(way, out var field) && field.Text() is { } text)
            {
                return text;
            }
        }

        return null;
    }

    public IReadOnlyList<string> Texts(params ReadOnlySpan<string> ways)
    {
        foreach (var way in ways)
        {
            if (_fields.TryGetValue(way, out var field) && field.ValueKind is JsonValueKind.Array)
            {
                return [.. field.EnumerateArray().Select(JsonFields.Text).OfType<string>()];
            }

            if (field.ValueKind is JsonValueKind.String && field.Text() is { } text)
            {
                return text.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            }
        }

        return [];
    }

    public (string? Low, string? High) Range(params ReadOnlySpan<string> ways)
    {
        foreach (var way in ways)
        {
            var low = Text(way + ".low", way + ".lowerbound", way + ".min", way + ".from", way + "low", way + "min", way + "lowerbound");
            var high = Text(way + ".high", way + ".upperbound", way + ".max", way + ".to", way + "high", way + "max", way + "upperbound");
            if (low is not null || high is not null)
            {
                return (low, high);
            }

            if (Text(way, way + ".value", way + ".amount", way + ".total") is { } one)
            {
                return JsonFields.Written(one);
            }
        }

        return (null, null);
    }

    public bool? Truth(params ReadOnlySpan<string> ways) => Text(ways)?.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "1" => true,
        "FALSE" or "NO" or "0" => false,
        _ => null,
    };

    void Add(JsonElement element, string way, int depth)
    {
        foreach (var property in element.EnumerateObject())
        {
            var name = way + Plain(property.Name);
            if (_fields.Count < MostFields)
            {
                _fields.TryAdd(name, property.Value);
            }

            // A list of one is what it holds.
            var inside = property.Value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 1 ? list[0] : property.Value;
            if (inside.ValueKind is JsonValueKind.Object && depth < MostDepth)
            {
                Add(inside, name + ".", depth + 1);
            }
        }
    }

    static string Plain(string name)
    {
        var local = name[(name.LastIndexOf(':') + 1)..];
        return string.Concat(local.Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }
}
