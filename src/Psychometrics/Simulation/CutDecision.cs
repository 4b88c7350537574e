namespace Beffroi.Psychometrics;

/// <summary>A decision about one cut: a person is flagged when they are likely enough to be below it.</summary>
public sealed record CutDecision
{
    /// <summary>A decision.</summary>
    /// <param name="cut">Logits, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cut is not finite.</exception>
    public CutDecision(double cut) => Cut = Require.Finite(cut);

    /// <summary>The cut, in logits.</summary>
    public double Cut { get; }

    /// <summary>Probability of being below the cut from which a person is flagged, in ]0, 1[ (<see cref="LevelProbabilities.FlagThreshold"/>). Default 0.5.</summary>
    public double FlagFrom { get; init => field = Require.Within(double.Epsilon, Math.BitDecrement(1.0), value, nameof(FlagFrom)); } = 0.5;

    /// <summary>Probability of the likelier side under which the person stays undecided, in [0.5, 1[. Default 0.95.</summary>
    public double SureFrom { get; init => field = Require.Within(0.5, Math.BitDecrement(1.0), value, nameof(SureFrom)); } = 0.95;

    /// <summary>Half width of the zone around the cut where no short test can decide, in logits, at least 0. Default 0.4.</summary>
    public double IndifferenceZone { get; init => field = Require.AtLeast(0, value, nameof(IndifferenceZone)); } = 0.4;
}
