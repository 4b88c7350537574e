namespace Beffroi.Psychometrics;

/// <summary>A beta prior of a lower asymptote.</summary>
public sealed record BetaPrior
{
    /// <summary>A beta prior.</summary>
    /// <param name="alpha">At least 1: one more than the right answers that the prior is worth.</param>
    /// <param name="beta">At least 1: one more than the wrong answers that the prior is worth.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is below 1.</exception>
    public BetaPrior(double alpha, double beta) => (Alpha, Beta) = (Require.AtLeast(1, alpha), Require.AtLeast(1, beta));

    /// <summary>First shape.</summary>
    public double Alpha { get; }

    /// <summary>Second shape.</summary>
    public double Beta { get; }
}
