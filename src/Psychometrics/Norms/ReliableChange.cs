namespace Beffroi.Psychometrics;

/// <summary>Whether a person has changed by more than the errors of two measures: the reliable change index (Jacobson &amp; Truax, 1991,
/// Journal of Consulting and Clinical Psychology 59, 12-19), with an error for each measure. It supposes two independent measures on one
/// scale, and says nothing of what practice or regression to the mean bring.</summary>
public sealed record ReliableChange
{
    /// <summary>A change between two measures.</summary>
    /// <param name="before">The first measure, finite.</param>
    /// <param name="beforeStandardError">Its standard error, in the same unit, at least 0.</param>
    /// <param name="after">The second measure, finite.</param>
    /// <param name="afterStandardError">Its standard error, in the same unit, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its bounds, or both errors are 0.</exception>
    public ReliableChange(double before, double beforeStandardError, double after, double afterStandardError)
    {
        Require.AtLeast(0, beforeStandardError);
        Require.AtLeast(0, afterStandardError);
        Change = Require.Finite(after) - Require.Finite(before);
        StandardError = double.Hypot(beforeStandardError, afterStandardError);
        ArgumentOutOfRangeException.ThrowIfZero(StandardError, nameof(afterStandardError));
    }

    /// <summary>Second measure less the first, in their unit.</summary>
    public double Change { get; }

    /// <summary>Standard error of <see cref="Change"/>, √(SE₁² + SE₂²), above 0.</summary>
    public double StandardError { get; }

    /// <summary>The index: change over its standard error, a standard score when nothing has changed.</summary>
    public double Index => Change / StandardError;

    /// <summary>Probability of a change at least as large, either way, when nothing has changed.</summary>
    public double PValue => 2 * NormalDistribution.Cumulative(-Math.Abs(Index));

    /// <summary>Probability that the true change is upward, when nothing was known of it before (flat prior).</summary>
    public double ProbabilityOfGain => NormalDistribution.Cumulative(Index);

    /// <summary>Whether the change passes its error, either way.</summary>
    /// <param name="level">Confidence, in ]0, 1[; default 0.95, an index beyond ±1.96.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside its bounds.</exception>
    public bool IsReliable(double level = 0.95) =>
        Math.Abs(Index) > NormalDistribution.Quantile((1 + Require.Within(double.Epsilon, Math.BitDecrement(1.0), level)) / 2);
}
