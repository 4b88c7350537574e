namespace Beffroi.Psychometrics;

/// <summary>P(score ≥ k) = logistic(aθ + d_k), d decreasing: the graded response model.</summary>
sealed class GradedCurve(int maxScore) : ItemCurve(maxScore)
{
    // Two intercepts nearer than this leave the score between them without a probability.
    const double Gap = 1e-6;

    public override bool IsValid(ReadOnlySpan<double> x)
    {
        if (!(x[0] is > 1e-6 and <= 50))
        {
            return false;
        }

        for (var k = 2; k <= MaxScore; k++)
        {
            if (!(x[k - 1] - x[k] > Gap))
            {
                return false;
            }
        }

        return true;
    }

    public override void LogProbabilities(ReadOnlySpan<double> x, double ability, Span<double> logs)
    {
        for (var k = 0; k <= MaxScore; k++)
        {
            var (low, high) = (Distance(x, k, ability), Distance(x, k + 1, ability));
            logs[k] = (k == 0 ? 0 : Logistic.Log(low)) + (k == MaxScore ? 0 : Logistic.Log(-high)) + Math.Log(1 - Math.Exp(high - low));
        }
    }

    public override void Scores(ReadOnlySpan<double> x, double ability, Span<double> probabilities, Span<double> scores)
    {
        LogProbabilities(x, ability, probabilities);
        for (var k = 0; k <= MaxScore; k++)
        {
            probabilities[k] = Math.Max(Math.Exp(probabilities[k]), ItemModel.Tiny);
            var row = scores.Slice(k * Parameters, Parameters);
            row.Clear();
            var (low, high) = (Weight(Distance(x, k, ability)) / probabilities[k], Weight(Distance(x, k + 1, ability)) / probabilities[k]);
            row[0] = ability * (low - high);
            if (k > 0)
            {
                row[k] = low;
            }

            if (k < MaxScore)
            {
                row[k + 1] -= high;
            }
        }
    }

    public override double[] Start(ReadOnlySpan<double> frequencies, double guess)
    {
        var (x, above, all) = (new double[Parameters], 0.0, 0.0);
        foreach (var frequency in frequencies)
        {
            all += frequency + 0.5;
        }

        x[0] = 1;
        for (var k = MaxScore; k >= 1; k--)
        {
            above += frequencies[k] + 0.5;
            x[k] = Math.Log(above / (all - above));
        }

        return x;
    }

    public override ItemModel ToItem(ReadOnlySpan<double> x)
    {
        var thresholds = new double[MaxScore];
        Locations(x, thresholds, new double[MaxScore * Parameters]);
        return new GradedItem(x[0], [.. thresholds]);
    }

    public override double[]? FromItem(ItemModel item) =>
        item is GradedItem graded && graded.MaxScore == MaxScore ? [graded.Discrimination, .. graded.Thresholds.Select(b => -graded.Discrimination * b)] : null;

    public override void Locations(ReadOnlySpan<double> x, Span<double> locations, Span<double> derivatives)
    {
        derivatives.Clear();
        for (var k = 1; k <= MaxScore; k++)
        {
            locations[k - 1] = -x[k] / x[0];
            derivatives[(k - 1) * Parameters] = x[k] / (x[0] * x[0]);
            derivatives[((k - 1) * Parameters) + k] = -1 / x[0];
        }
    }

    double Distance(ReadOnlySpan<double> x, int score, double ability) =>
        score == 0 ? double.PositiveInfinity : score > MaxScore ? double.NegativeInfinity : (x[0] * ability) + x[score];

    static double Weight(double z) => Logistic.Of(z) * Logistic.Of(-z);
}
