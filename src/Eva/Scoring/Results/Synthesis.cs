using System.Text.Json.Serialization;

namespace Beffroi.Eva.Scoring;

/// <summary>The overall reading of an evaluation. For an adviser only: a screening, never a diagnosis.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Synthesis>))]
public enum Synthesis
{
    [JsonStringEnumMemberName("illettrisme_potentiel")] IllettrismePotentiel,
    [JsonStringEnumMemberName("ni_ni")] NiNi,
    [JsonStringEnumMemberName("socle_clea")] SocleClea,
}
