using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>The generalised partial credit model (Muraki, 1992, Applied Psychological Measurement 16, 159-176): P(score = k) is proportional to
/// exp Σ_{v ≤ k} a(θ - b_v). With a = 1 it is the partial credit model (Masters, 1982, Psychometrika 47, 149-174).</summary>
public sealed record PartialCreditItem : ItemModel
{
    /// <summary>An item.</summary>
    /// <param name="discrimination">a, per logit, finite, between -50 and 50; 1 for the partial credit model.</param>
    /// <param name="steps">b_1, b_2, …, in logits, one for each score above 0, in any order, at least one and at most 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its bounds.</exception>
    /// <exception cref="ArgumentException">There is no step, or there are too many.</exception>
    public PartialCreditItem(double discrimination, ImmutableArray<double> steps)
    {
        Discrimination = Require.Within(-50, 50, discrimination);
        Steps = Require.Parameters(steps);
    }

    /// <summary>Discrimination a, per logit.</summary>
    public double Discrimination { get; }

    /// <summary>Steps b_v, in logits: the ability at which scores v - 1 and v are equally likely.</summary>
    public ImmutableArray<double> Steps { get; }

    /// <inheritdoc/>
    public override int MaxScore => Steps.Length;

    /// <inheritdoc/>
    public override void Probabilities(double ability, Span<double> probabilities)
    {
        LogProbabilities(ability, probabilities);
        for (var k = 0; k < probabilities.Length; k++)
        {
            probabilities[k] = Math.Exp(probabilities[k]);
        }
    }

    /// <inheritdoc/>
    public override void LogProbabilities(double ability, Span<double> logs)
    {
        logs[0] = 0;
        for (var k = 1; k <= MaxScore; k++)
        {
            logs[k] = logs[k - 1] + (Discrimination * (ability - Steps[k - 1]));
        }

        var total = LogSpace.Sum(logs[..(MaxScore + 1)]);
        for (var k = 0; k <= MaxScore; k++)
        {
            logs[k] -= total;
        }
    }

    /// <inheritdoc/>
    public override void Derivatives(double ability, Span<double> probabilities, Span<double> first, Span<double> second)
    {
        Probabilities(ability, probabilities);
        var (mean, square) = (0.0, 0.0);
        for (var k = 1; k <= MaxScore; k++)
        {
            mean += k * probabilities[k];
            square += k * k * probabilities[k];
        }

        var variance = square - (mean * mean);
        for (var k = 0; k <= MaxScore; k++)
        {
            first[k] = Discrimination * probabilities[k] * (k - mean);
            second[k] = Discrimination * Discrimination * probabilities[k] * (((k - mean) * (k - mean)) - variance);
        }
    }

    /// <summary>Two items are equal when their parameters are.</summary>
    public bool Equals(PartialCreditItem? other) => other is not null && Discrimination == other.Discrimination && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Discrimination, Steps.Length, Steps[0], Steps[^1]);
}
