using Beffroi.Psychometrics;

namespace Beffroi.Eva.Scoring;

/// <summary>One answer, as the scoring sees it: marked by the server, timed by the player.</summary>
public sealed record ScoredAnswer
{
    public required Situation Situation { get; init; }

    /// <summary>What the item measures; <see cref="Skill.Ccf"/> in maintenance.</summary>
    public required Skill Skill { get; init; }

    /// <summary>In maintenance only: whether the stimulus is a French word. Null elsewhere.</summary>
    public bool? IsWord { get; init; }

    public required bool Correct { get; init; }

    /// <summary>From the display to the answer, at least 0; null when unknown.</summary>
    public double? Seconds { get; init => field = Time(value); }

    public string? ItemId { get; init; }

    /// <summary>The person chose « je ne sais pas »: an abstention, which scores like a wrong answer and is never a guess.</summary>
    public bool DontKnow { get; init; }

    /// <summary>What was to be read was spoken first, what was to be heard was read, or what was to be remembered was seen again: the item no longer measures it.</summary>
    public bool Accommodated { get; init; }

    /// <summary>Chance of a right answer for who knows nothing, in [0, 1[. Null: the item's own, else the norms' for that form of question.</summary>
    public double? GuessChance { get; init; }

    /// <summary>What is known of the item; null when the item is unknown: the norms' default for what it measures.</summary>
    public UncertainItem? Item { get; init; }

    /// <summary>Whether <see cref="Item"/> was estimated from real answers rather than set by experts.</summary>
    public bool Calibrated { get; init; }

    internal bool IsLexical => IsWord is not null;

    /// <summary>Reading aloud what an item of the reading scale gives to read takes it out of that scale; a calculation stays one.</summary>
    internal bool LeavesReading => Accommodated && Skill != Skill.Numeratie;

    static double? Time(double? seconds) =>
        seconds is null or (>= 0 and < double.PositiveInfinity)
            ? seconds
            : throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "A time is a finite number of seconds, at least 0.");
}
