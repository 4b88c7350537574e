using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>The graded response model (Samejima, 1969, Psychometrika monograph 17): P(score ≥ k) = 1 / (1 + exp(-a(θ - b_k))).</summary>
public sealed record GradedItem : ItemModel
{
    /// <summary>An item.</summary>
    /// <param name="discrimination">a, per logit, above 0 and at most 50.</param>
    /// <param name="thresholds">b_1 &lt; b_2 &lt; …, in logits, one for each score above 0, at least one and at most 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its bounds.</exception>
    /// <exception cref="ArgumentException">There is no threshold, there are too many, or they do not increase.</exception>
    public GradedItem(double discrimination, ImmutableArray<double> thresholds)
    {
        Discrimination = Require.Within(double.Epsilon, 50, discrimination);
        Thresholds = Require.Parameters(thresholds);
        for (var k = 1; k < thresholds.Length; k++)
        {
            if (thresholds[k] <= thresholds[k - 1])
            {
                throw new ArgumentException("Thresholds of a graded item increase.", nameof(thresholds));
            }
        }
    }

    /// <summary>Discrimination a, per logit.</summary>
    public double Discrimination { get; }

    /// <summary>Thresholds b_k, in logits, increasing: the ability at which a score of at least k is as likely as not.</summary>
    public ImmutableArray<double> Thresholds { get; }

    /// <inheritdoc/>
    public override int MaxScore => Thresholds.Length;

    /// <inheritdoc/>
    public override void Probabilities(double ability, Span<double> probabilities)
    {
        for (var k = 0; k <= MaxScore; k++)
        {
            var (low, high) = (Distance(k, ability), Distance(k + 1, ability));
            probabilities[k] = Logistic.Of(low) * Logistic.Of(-high) * Width(k);
        }
    }

    /// <inheritdoc/>
    public override void LogProbabilities(double ability, Span<double> logs)
    {
        // σ(x) - σ(y) = σ(x) σ(-y) (1 - exp(y - x)): no cancellation in the tails.
        for (var k = 0; k <= MaxScore; k++)
        {
            var (low, high) = (Distance(k, ability), Distance(k + 1, ability));
            logs[k] = (k == 0 ? 0 : Logistic.Log(low)) + (k == MaxScore ? 0 : Logistic.Log(-high)) + Math.Log(Width(k));
        }
    }

    /// <inheritdoc/>
    public override void Derivatives(double ability, Span<double> probabilities, Span<double> first, Span<double> second)
    {
        Probabilities(ability, probabilities);
        var (slope, curve) = (0.0, 0.0);
        for (var k = 0; k <= MaxScore; k++)
        {
            var (right, wrong) = (Logistic.Of(Distance(k + 1, ability)), Logistic.Of(-Distance(k + 1, ability)));
            var (nextSlope, nextCurve) = (Discrimination * right * wrong, Discrimination * Discrimination * right * wrong * (wrong - right));
            first[k] = slope - nextSlope;
            second[k] = curve - nextCurve;
            (slope, curve) = (nextSlope, nextCurve);
        }
    }

    /// <summary>Two items are equal when their parameters are.</summary>
    public bool Equals(GradedItem? other) => other is not null && Discrimination == other.Discrimination && Thresholds.AsSpan().SequenceEqual(other.Thresholds.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Discrimination, Thresholds.Length, Thresholds[0], Thresholds[^1]);

    // a(θ - b_k): +∞ for score 0, which everybody reaches, -∞ past the last score.
    double Distance(int score, double ability) =>
        score == 0 ? double.PositiveInfinity : score > MaxScore ? double.NegativeInfinity : Discrimination * (ability - Thresholds[score - 1]);

    // 1 - exp(-a(b_k+1 - b_k)), from the thresholds themselves: however close they are, the score between them keeps a probability.
    double Width(int score) =>
        score == 0 || score == MaxScore ? 1 : Math.Max(Tiny, -Expm1(Discrimination * (Thresholds[score - 1] - Thresholds[score])));

    // exp(x) - 1 for x ≤ 0, exact near 0.
    static double Expm1(double x) => x > -1e-5 ? x * (1 + (x / 2)) : Math.Exp(x) - 1;
}
