using System.Text.Json.Serialization;

namespace Beffroi.Eva.Scoring;

/// <summary>A reason to read a result with care.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FlagCode>))]
public enum FlagCode
{
    [JsonStringEnumMemberName("situation_inachevee")] SituationInachevee,
    [JsonStringEnumMemberName("temps_inconnu")] TempsInconnu,
    [JsonStringEnumMemberName("reponses_rapides")] ReponsesRapides,
    [JsonStringEnumMemberName("non_interpretable")] NonInterpretable,
    [JsonStringEnumMemberName("lexique_au_hasard")] LexiqueAuHasard,
    [JsonStringEnumMemberName("motif_de_reponse")] MotifDeReponse,
    [JsonStringEnumMemberName("pause_longue")] PauseLongue,
    [JsonStringEnumMemberName("abstentions")] Abstentions,
    [JsonStringEnumMemberName("lecture_aidee")] LectureAidee,
    [JsonStringEnumMemberName("trop_peu_de_reponses")] TropPeuDeReponses,
    [JsonStringEnumMemberName("peu_de_reponses")] PeuDeReponses,
    [JsonStringEnumMemberName("lexique_seul")] LexiqueSeul,
    [JsonStringEnumMemberName("reponses_inattendues")] ReponsesInattendues,
    [JsonStringEnumMemberName("repere_par_precaution")] RepereParPrecaution,
}

/// <summary>A flag; the technical name of what it is about: a situation, a scale (litteratie, numeratie) or a kind of task (questions, lexique);
/// how many answers it counts, and among how many.</summary>
public sealed record Flag(FlagCode Code, string? About = null, int? Count = null, int? Total = null)
{
    internal const string Litteratie = "litteratie";
    internal const string Numeratie = "numeratie";
    internal const string Questions = "questions";
    internal const string Lexique = "lexique";

    /// <summary>Its technical form, for machines: code, or code:about.</summary>
    [JsonIgnore]
    public string Technical => About is null ? TechnicalName.Of(Code) : $"{TechnicalName.Of(Code)}:{About}";
}
