using System.Text.Json.Serialization;

namespace Beffroi.Eva.Scoring;

/// <summary>Levels of numeracy (common European numeracy framework), as far as Eva reports them; Y1 means Y1 or more.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Cenf>))]
public enum Cenf
{
    [JsonStringEnumMemberName("pre_X1")] PreX1,
    [JsonStringEnumMemberName("X1")] X1,
    [JsonStringEnumMemberName("X2")] X2,
    [JsonStringEnumMemberName("Y1")] Y1,
}
