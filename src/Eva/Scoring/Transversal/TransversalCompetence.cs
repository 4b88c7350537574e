using System.Text.Json.Serialization;

namespace Beffroi.Eva.Scoring;

/// <summary>How somebody goes about a task, whatever the task.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TransversalCompetence>))]
public enum TransversalCompetence
{
    [JsonStringEnumMemberName("rapidite")] Rapidite,
    [JsonStringEnumMemberName("comparaison_tri")] ComparaisonTri,
    [JsonStringEnumMemberName("attention_concentration")] AttentionConcentration,
    [JsonStringEnumMemberName("organisation_methode")] OrganisationMethode,
    [JsonStringEnumMemberName("vigilance_controle")] VigilanceControle,
    [JsonStringEnumMemberName("perseverance")] Perseverance,
    [JsonStringEnumMemberName("comprehension_consigne")] ComprehensionConsigne,
}

/// <summary>What one situation says of one competence.</summary>
/// <param name="Level">From 1 to 4, the best; null when it says nothing (<i>indéterminé</i>).</param>
public sealed record TransversalLevel(TransversalCompetence Competence, int? Level);
