namespace Beffroi.Crowdsourcing;

/// <summary>When to stop asking: at least so many answers and a probability that is high enough, or so many answers that more would not help.</summary>
public sealed record StopRule
{
    /// <summary>At least 3 answers, 0.99, never more than 30 asked.</summary>
    public static StopRule Default { get; } = new();

    /// <summary>Fewest answers of a verdict; in [1, 10 000]. Default 3: with fewer, skills say less than the majority.</summary>
    public int AtLeast { get; init => field = Require.Within(1, 10_000, value); } = 3;

    /// <summary>Probability of the most probable class from which it is a verdict; in ]0, 1]. Default 0.99.</summary>
    public double Certainty { get; init => field = Require.Within(double.Epsilon, 1, value); } = 0.99;

    /// <summary>Answers after which an unsure item is <see cref="StopDecision.Disputed"/>; in [1, 10 000]. Default 30.</summary>
    public int AtMost { get; init => field = Require.Within(1, 10_000, value); } = 30;

    /// <summary>What to do of an item.</summary>
    /// <param name="answers">How many people answered.</param>
    /// <param name="posterior">Probability of each class, as <see cref="RunningAggregation.Posterior"/> gives it.</param>
    /// <exception cref="ArgumentException">There is no class.</exception>
    public StopDecision Decide(int answers, ReadOnlySpan<double> posterior)
    {
        if (posterior.IsEmpty)
        {
            throw new ArgumentException("At least one class is needed.", nameof(posterior));
        }

        return answers >= AtLeast && posterior[Highest.Of(posterior)] >= Certainty ? StopDecision.Settled
            : answers >= AtMost ? StopDecision.Disputed
            : StopDecision.GoOn;
    }
}
