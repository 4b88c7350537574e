using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Beffroi.Testing;

/// <summary>Holds a JSON document against a JSON Schema (draft 2020-12), for the words that our schemas use: a word that it does not know is a mistake of the schema, never something to pass over.</summary>
public static class SchemaCheck
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>What is wrong, each with its place; empty when nothing is.</summary>
    public static IReadOnlyList<string> Mistakes(JsonElement value, JsonElement schema, string at = "$") => [.. schema.EnumerateObject().SelectMany(word => Word(word, value, schema, at))];

    static IEnumerable<string> Word(JsonProperty word, JsonElement value, JsonElement schema, string at) => word.Name switch
    {
        "$schema" or "title" or "description" => [],
        "type" => Unless(Types(word.Value).Any(t => Is(value, t)), $"{at} is {value.ValueKind}"),
        "const" => Unless(JsonElement.DeepEquals(value, word.Value), $"{at} is not {word.Value}"),
        "minimum" => Unless(value.ValueKind != JsonValueKind.Number || value.GetDouble() >= word.Value.GetDouble(), $"{at} is too small"),
        "minLength" => Unless(value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= word.Value.GetInt32(), $"{at} is too short"),
        "pattern" => Unless(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, word.Value.GetString()!, RegexOptions.ECMAScript, Patience), $"{at} has not the shape"),
        "format" => Unless(word.Value.GetString() == "date-time" && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, out _), $"{at} is no instant"),
        "required" => word.Value.EnumerateArray().Where(name => value.ValueKind == JsonValueKind.Object && !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at}.{name} is missing"),
        "properties" => Fields(value).Where(f => word.Value.TryGetProperty(f.Name, out _)).SelectMany(f => Mistakes(f.Value, word.Value.GetProperty(f.Name), $"{at}.{f.Name}")),
        "additionalProperties" => Unless(word.Value.ValueKind == JsonValueKind.False && Fields(value).All(f => schema.GetProperty("properties").TryGetProperty(f.Name, out _)), $"{at} has more than it should"),
        "items" => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany((item, n) => Mistakes(item, word.Value, $"{at}[{n}]")) : [],
        "oneOf" => Unless(word.Value.EnumerateArray().Count(choice => Mistakes(value, choice, at).Count == 0) == 1, $"{at} is not exactly one of its kinds"),
        _ => throw new NotSupportedException($"{at}: the schema says « {word.Name} », which is not known here."),
    };

    static IEnumerable<JsonProperty> Fields(JsonElement value) => value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];

    static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.GetDouble() == Math.Floor(value.GetDouble()),
        _ => throw new NotSupportedException($"The schema says the type « {type} », which is not known here."),
    };

    static IEnumerable<string> Unless(bool right, string mistake) => right ? [] : [mistake];
}
