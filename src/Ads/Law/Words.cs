using System.Text.Json;
using System.Text.Json.Serialization;
using Beffroi.Kit;

namespace Beffroi.Ads.Law;

/// <summary>One thing said in several languages: by language code ("fr", "en", then any other that a country's files bring).</summary>
[JsonConverter(typeof(WordsJson))]
public sealed record Words
{
    readonly SortedDictionary<string, string> texts;

    public Words(IEnumerable<KeyValuePair<string, string>> texts) => this.texts = new(texts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    public Words(string french, string english) : this([new("fr", french), new("en", english)]) { }

    public IReadOnlyDictionary<string, string> Texts => texts;

    public string In(Lang language) => In(language.Code());

    /// <summary>In that language; failing that in English, in French, in any.</summary>
    public string In(string code) => texts.GetValueOrDefault(code) ?? texts.GetValueOrDefault("en") ?? texts.GetValueOrDefault("fr") ?? texts.Values.FirstOrDefault() ?? "";

    public bool Equals(Words? other) => other is not null && texts.SequenceEqual(other.texts);

    public override int GetHashCode() => texts.Aggregate(0, (hash, one) => HashCode.Combine(hash, one.Key.GetHashCode(StringComparison.Ordinal), one.Value.GetHashCode(StringComparison.Ordinal)));

    public override string ToString() => In("en");
}

sealed class WordsJson : JsonConverter<Words>
{
    public override Words Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options) ?? throw new JsonException("Words are an object of language codes and texts."));

    public override void Write(Utf8JsonWriter writer, Words value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.Texts, options);
}
