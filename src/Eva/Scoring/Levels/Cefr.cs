using System.Text.Json.Serialization;

namespace Beffroi.Eva.Scoring;

/// <summary>Levels of French (common European framework of reference), as far as Eva reports them; B1 means B1 or more.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Cefr>))]
public enum Cefr
{
    [JsonStringEnumMemberName("pre_A1")] PreA1,
    [JsonStringEnumMemberName("A1")] A1,
    [JsonStringEnumMemberName("A2")] A2,
    [JsonStringEnumMemberName("B1")] B1,
}
