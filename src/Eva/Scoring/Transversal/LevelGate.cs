using System.Text.Json.Serialization;

namespace Beffroi.Eva.Scoring;

/// <summary>Why our engine gives an observation and no level.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Withheld>))]
public enum Withheld
{
    [JsonStringEnumMemberName("pas_observee")] NotObserved,
    [JsonStringEnumMemberName("temps")] RestsOnTime,
    [JsonStringEnumMemberName("un_seul_jeu")] FewGames,
    [JsonStringEnumMemberName("peu_d_indices")] FewIndicators,
    [JsonStringEnumMemberName("fidelite_inconnue")] UnknownReliability,
    [JsonStringEnumMemberName("fidelite_faible")] LowReliability,
}

/// <summary>When a level of one person may be shown: enough games, enough acts, and a reliability that was measured (design of the tests, psychometrics.md 4.1, November 2026).
/// Everything else is shown as an observation.</summary>
public static class LevelGate
{
    public const int FewestGames = 2;
    public const int FewestIndicators = 8;

    /// <summary>McDonald's total omega.</summary>
    public const double LeastReliability = 0.70;

    /// <summary>Null when a level may be shown.</summary>
    /// <param name="games">Games that give a level which rests on no time.</param>
    /// <param name="reliability">Measured on real plays; null while nobody has measured it.</param>
    public static Withheld? Against(int games, int indicators, double? reliability) =>
        games < FewestGames ? Withheld.FewGames
        : indicators < FewestIndicators ? Withheld.FewIndicators
        : reliability is not { } known ? Withheld.UnknownReliability
        : known < LeastReliability ? Withheld.LowReliability
        : null;
}
