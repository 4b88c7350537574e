using System.Text.Json.Serialization;

namespace Beffroi.Eva.Scoring;

/// <summary>The two readings of how a person goes about a task: the levels of the published rules, and observations that give a level only where it is known to be reliable.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TransversalEngine>))]
public enum TransversalEngine
{
    [JsonStringEnumMemberName("transversal_historique")] Historique,
    [JsonStringEnumMemberName("transversal_beffroi")] Beffroi,
}
