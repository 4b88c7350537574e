using System.Text.Json.Serialization;

namespace Beffroi.Eva.Scoring;

/// <summary>The situations that this scoring reads.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Situation>))]
public enum Situation
{
    [JsonStringEnumMemberName("livraison")] Livraison,
    [JsonStringEnumMemberName("maintenance")] Maintenance,
    [JsonStringEnumMemberName("objets_trouves")] ObjetsTrouves,
}
