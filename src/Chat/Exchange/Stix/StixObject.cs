using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Beffroi.Chat.Cases;

namespace Beffroi.Chat.Exchange.Stix;

/// <summary>One object of a bundle, or a part of one. Whatever is not of the kind that is asked for is absent: others write many things.</summary>
public sealed class StixObject(JsonObject json)
{
    public JsonObject Json { get; } = json;
    public string Type => Text("type") ?? "";
    public string Id => Text("id") ?? "";

    public string? Text(string name) => Json.TryGetPropertyValue(name, out var value) ? TextOf(value) : null;

    public StixObject? Object(string name) => Json.TryGetPropertyValue(name, out var value) && value is JsonObject inner ? new(inner) : null;

    public IEnumerable<StixObject> Objects(string name) =>
        Json.TryGetPropertyValue(name, out var value) && value is JsonArray items ? items.OfType<JsonObject>().Select(i => new StixObject(i)) : [];

    public IEnumerable<string> Texts(string name) =>
        Json.TryGetPropertyValue(name, out var value) && value is JsonArray items ? items.Select(TextOf).OfType<string>() : [];

    public int? Number(string name) =>
        Json.TryGetPropertyValue(name, out var value) && value is JsonValue leaf && leaf.GetValueKind() is JsonValueKind.Number && leaf.TryGetValue<int>(out var number) ? number : null;

    /// <summary>RFC 3339, in UTC; finer than a millisecond is cut, as the case does.</summary>
    public DateTimeOffset? Time(string name) =>
        DateTimeOffset.TryParse(Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? CaseJson.Round(at) : null;

    /// <summary>Every identifier that it points at, in lists too.</summary>
    public IEnumerable<string> References() => References(Json, 0);

    static IEnumerable<string> References(JsonObject bag, int depth) => depth > SafeJson.MaxDepth ? [] : bag.SelectMany(p => p.Value switch
    {
        JsonValue leaf when p.Key.EndsWith("_ref", StringComparison.Ordinal) && TextOf(leaf) is { } id => [id],
        JsonArray list when p.Key.EndsWith("_refs", StringComparison.Ordinal) => list.Select(TextOf).OfType<string>(),
        JsonArray list => list.OfType<JsonObject>().SelectMany(o => References(o, depth + 1)),
        JsonObject inner => References(inner, depth + 1),
        _ => [],
    });

    static string? TextOf(JsonNode? node) => node is JsonValue leaf && leaf.GetValueKind() is JsonValueKind.String ? leaf.GetValue<string>() : null;
}
