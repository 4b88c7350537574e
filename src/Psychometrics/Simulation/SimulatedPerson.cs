using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>What a test said of a simulated person's ability.</summary>
/// <param name="Estimate">Logits.</param>
/// <param name="StandardError">Logits.</param>
/// <param name="Low">Lower end of the 95 % credible interval, in logits.</param>
/// <param name="High">Its upper end, in logits.</param>
public sealed record SimulatedReading(double Estimate, double StandardError, double Low, double High);

/// <summary>A simulated person: the truth, and what the test made of it.</summary>
public sealed record SimulatedPerson
{
    /// <summary>Which bank they met, from 0.</summary>
    public required int Bank { get; init; }

    /// <summary>True ability, in logits.</summary>
    public required double Ability { get; init; }

    /// <summary>Whether they belong to the focal group.</summary>
    public required bool IsFocal { get; init; }

    /// <summary>Whether they guess on some items.</summary>
    public required bool IsGuessing { get; init; }

    /// <summary>Items asked at the first sitting, in order, by their position in the bank.</summary>
    public required ImmutableArray<int> Asked { get; init; }

    /// <summary>The ability read; null for a design that measures none.</summary>
    public SimulatedReading? Reading { get; init; }

    /// <summary>True level; null without cuts.</summary>
    public int? TrueLevel { get; init; }

    /// <summary>The level given: the most probable one, or the number of rungs passed on a ladder; null without cuts nor ladder.</summary>
    public int? Level { get; init; }

    /// <summary>The level given at the second sitting; null when there was none.</summary>
    public int? LevelAgain { get; init; }

    /// <summary>Whether they are flagged as below the cut of the decision; null without decision.</summary>
    public bool? IsFlagged { get; init; }

    /// <summary>Whether the decision is sure enough; null without decision or posterior.</summary>
    public bool? IsDecided { get; init; }
}
