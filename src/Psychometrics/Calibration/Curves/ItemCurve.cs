namespace Beffroi.Psychometrics;

/// <summary>A family of curves in the metric of the estimation: x = (slope, intercepts…, others), in which most likelihoods are concave.</summary>
abstract class ItemCurve
{
    protected ItemCurve(int maxScore) => MaxScore = maxScore;

    public int MaxScore { get; }

    /// <summary>How many parameters x has: the slope first.</summary>
    public virtual int Parameters => MaxScore + 1;

    /// <summary>Whether x is a possible item.</summary>
    public abstract bool IsValid(ReadOnlySpan<double> x);

    /// <summary>Brings back to its edge a parameter that may go no further, where stopping there is as good as going on.</summary>
    public virtual void Clamp(Span<double> x)
    {
    }

    /// <summary>Logarithm of the probability of each score.</summary>
    public abstract void LogProbabilities(ReadOnlySpan<double> x, double ability, Span<double> logs);

    /// <summary>Probability of each score, and the derivative of its logarithm with respect to each parameter (score after score).</summary>
    public abstract void Scores(ReadOnlySpan<double> x, double ability, Span<double> probabilities, Span<double> scores);

    /// <summary>A start from the number of people at each score: slope 1, and this lower asymptote where there is one to estimate.</summary>
    public abstract double[] Start(ReadOnlySpan<double> frequencies, double guess);

    /// <summary>The item in the metric of its users: a, b….</summary>
    public abstract ItemModel ToItem(ReadOnlySpan<double> x);

    /// <summary>The way back; null when the item is of another family.</summary>
    public abstract double[]? FromItem(ItemModel item);

    /// <summary>Difficulty, thresholds or steps b, in logits, with the derivative of each by x (row after row).</summary>
    public abstract void Locations(ReadOnlySpan<double> x, Span<double> locations, Span<double> derivatives);

    /// <summary>The lower asymptote and its derivative by the last parameter; null where the family has none to estimate.</summary>
    public virtual (double Value, double Slope)? LowerAsymptote(ReadOnlySpan<double> x) => null;

    // A slope too near 0 puts every location at infinity: no item is read from there.
    protected static double Away(double slope) => Math.Abs(slope) < 1e-8 ? 1e-8 : slope;
}
