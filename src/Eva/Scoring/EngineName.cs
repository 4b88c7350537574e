using System.Text.Json.Serialization;

namespace Beffroi.Eva.Scoring;

/// <summary>The two ways of scoring: the published 2020 rules (right answers divided by time), and ours (accuracy first).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EngineName>))]
public enum EngineName
{
    [JsonStringEnumMemberName("historique")] Historique,
    [JsonStringEnumMemberName("beffroi")] Beffroi,
}
