namespace Beffroi.Eva.Contracts;

/// <summary>The six exercises of plan de la ville: what the hand, the ear and the eye do in the games. Nothing in them is a secret:
/// they show how the device is handled, and measure nothing else.</summary>
public static class Handling
{
    public const string Listen = "ecouter";
    public const string Press = "toucher";
    public const string Move = "deplacer";
    public const string Copy = "copier";
    public const string Arrows = "fleches";
    public const string Choose = "choisir";

    /// <summary>In the order of play.</summary>
    public static readonly IReadOnlyList<string> Exercises = [Listen, Press, Move, Copy, Arrows, Choose];

    public const string Heard = "consigne";
    public const string Fountain = "fontaine";
    public const string Stop = "arret";
    public const string Word = "tramway";
    public const string Station = "marche";

    /// <summary>Where one may go, in the exercise of choosing: every answer is a good one.</summary>
    public static readonly IReadOnlyList<string> Walks = ["parc", "cafe", "marche", "ne-sais-pas"];

    /// <summary>Whether what was done is what the exercise asks. Capitals and spaces around a word do not count.</summary>
    public static bool Succeeds(string exercise, string? done) => exercise switch
    {
        Listen => done is Heard,
        Press => done is Fountain,
        Move => done is Stop,
        Copy => string.Equals(done?.Trim(), Word, StringComparison.OrdinalIgnoreCase),
        Arrows => done is Station,
        Choose => done is not null && Walks.Contains(done, StringComparer.Ordinal),
        _ => false,
    };
}
