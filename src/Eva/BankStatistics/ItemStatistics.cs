using Beffroi.Eva.Bank;

namespace Beffroi.Eva.BankStatistics;

/// <summary>What real answers say of an item. Shares are in [0, 1], of the <see cref="Counted"/> answers.</summary>
public sealed record ItemStatistics
{
    /// <summary>Under this number of answers nothing is told but how many there are: a share would say little, and could point at a person.</summary>
    public const int Fewest = 20;

    /// <summary>A typed answer is told when this number of people gave it: nobody's own words are shown.</summary>
    public const int FewestAlike = 5;

    /// <summary>Plays that met the item as it is today.</summary>
    public required int Shown { get; init; }

    public required int Answered { get; init; }

    /// <summary>Answered after the measured text was read aloud, or what was to be remembered was seen again: left out of what follows.</summary>
    public required int Helped { get; init; }

    public int Counted => Answered - Helped;

    public bool IsMasked => Counted < Fewest;

    public required int Right { get; init; }
    public required int DontKnow { get; init; }
    public int Wrong => Counted - Right - DontKnow;

    /// <summary>By id of choice, how many chose it; for the other kinds, the most frequent answers that are not right.</summary>
    public required IReadOnlyList<(string Answer, int Count)> Given { get; init; }

    /// <summary>By input mode, « inconnu » where the game did not say.</summary>
    public required IReadOnlyList<(string Mode, int Count)> Modes { get; init; }

    /// <summary>From the display to the answer, pauses apart; null without any time.</summary>
    public required double? MedianSeconds { get; init; }

    /// <summary>Correlation between being right here and the share of right answers to the other questions of the same play; null when one of them does not vary.</summary>
    public required double? PointBiserial { get; init; }

    /// <summary>How many plays that correlation rests on.</summary>
    public required int PointBiserialPlays { get; init; }

    /// <summary>Null when everybody is right, or nobody.</summary>
    public required ObservedDifficulty? Difficulty { get; init; }

    /// <summary>The share of right answers to be expected of these very people if the expert is right.</summary>
    public required double ExpectedRight { get; init; }
}

/// <param name="Value">Logits: the difficulty under which these people would give as many right answers as they did.</param>
/// <param name="StandardError">Of chance among answers, the people's abilities taken as their other answers tell them.</param>
public sealed record ObservedDifficulty(double Value, double StandardError)
{
    /// <summary>Beyond two errors and half a logit, the expert is to look at the item again.</summary>
    public bool IsFar(BankItem item) => Math.Abs(Value - item.Difficulty) > Math.Max(2 * StandardError, 0.5);
}
