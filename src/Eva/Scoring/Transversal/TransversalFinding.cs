using System.Text.Json.Serialization;

namespace Beffroi.Eva.Scoring;

/// <summary>What was counted or timed in one play.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Observed>))]
public enum Observed
{
    /// <summary>Seconds, pauses and absences left out.</summary>
    [JsonStringEnumMemberName("secondes")] Seconds,
    [JsonStringEnumMemberName("mal_places")] Misplaced,
    [JsonStringEnumMemberName("laisses_passer")] Missed,
    [JsonStringEnumMemberName("ouvertures")] Openings,

    /// <summary>Sheets handed in, the right one with them.</summary>
    [JsonStringEnumMemberName("essais")] Tries,

    /// <summary>Mean seconds before a danger is opened.</summary>
    [JsonStringEnumMemberName("secondes_de_recherche")] SearchSeconds,
    [JsonStringEnumMemberName("dangers_trouves")] DangersFound,
}

/// <param name="Among">Out of how many; null for a time or a plain count.</param>
public sealed record Observation(Observed What, double Value, int? Among = null);

/// <summary>Why the published rules give no level to a play.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Undetermined>))]
public enum Undetermined
{
    [JsonStringEnumMemberName("pas_finie")] Unfinished,
    [JsonStringEnumMemberName("pas_reussie")] NotSucceeded,

    /// <summary>« Je ne sais pas » put things aside: nothing put away is no sorting without a mistake.</summary>
    [JsonStringEnumMemberName("mis_de_cote")] SetAside,
    [JsonStringEnumMemberName("decrit_en_mots")] Described,
    [JsonStringEnumMemberName("rythme_change")] PaceChanged,
    [JsonStringEnumMemberName("liste_montree")] ListShown,
    [JsonStringEnumMemberName("rien_trouve")] NothingFound,
}

/// <summary>What one situation says of one competence.</summary>
public sealed record TransversalFinding
{
    public required TransversalCompetence Competence { get; init; }

    /// <summary>Technical name.</summary>
    public required string Situation { get; init; }

    /// <summary>From 1 to 4 by the published tables; null with its reason.</summary>
    public int? Level { get; init; }

    public Undetermined? Why { get; init; }

    /// <summary>The level comes from a time, or from what a time limit took away.</summary>
    public required bool RestsOnTime { get; init; }

    /// <summary>How many separate acts the figure rests on.</summary>
    public required int Indicators { get; init; }

    public required IReadOnlyList<Observation> Observations { get; init; }
}
