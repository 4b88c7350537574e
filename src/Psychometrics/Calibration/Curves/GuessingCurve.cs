namespace Beffroi.Psychometrics;

/// <summary>P(right) = c + (1 - c)·logistic(aθ + d): the three-parameter model, c fixed, or estimated as its logit.</summary>
sealed class GuessingCurve(double? fixedAsymptote, int maxScore) : ItemCurve(maxScore)
{
    // c between 1.5e-8, as good as 0, and 0.88: above, the item says nothing of people.
    const double LowestLogit = -18;
    const double HighestLogit = 2;

    public override int Parameters => fixedAsymptote is null ? 3 : 2;

    public override bool IsValid(ReadOnlySpan<double> x) => Math.Abs(x[0]) <= 50 && (fixedAsymptote is not null || x[2] is >= LowestLogit and <= HighestLogit);

    public override void Clamp(Span<double> x)
    {
        if (fixedAsymptote is null)
        {
            x[2] = Math.Clamp(x[2], LowestLogit, HighestLogit);
        }
    }

    public override void LogProbabilities(ReadOnlySpan<double> x, double ability, Span<double> logs)
    {
        var (c, z) = (Floor(x), (x[0] * ability) + x[1]);
        logs[0] = Math.Log(1 - c) + Logistic.Log(-z);
        logs[1] = c == 0 ? Logistic.Log(z) : Math.Log(c + ((1 - c) * Logistic.Of(z)));
    }

    public override void Scores(ReadOnlySpan<double> x, double ability, Span<double> probabilities, Span<double> scores)
    {
        var (c, z) = (Floor(x), (x[0] * ability) + x[1]);
        var (right, wrong) = (Logistic.Of(z), Logistic.Of(-z));
        (probabilities[0], probabilities[1]) = ((1 - c) * wrong, c + ((1 - c) * right));
        var slope = (1 - c) * right * wrong / Math.Max(probabilities[1], ItemModel.Tiny);
        (scores[0], scores[1]) = (-right * ability, -right);
        (scores[Parameters], scores[Parameters + 1]) = (slope * ability, slope);
        if (fixedAsymptote is null)
        {
            (scores[2], scores[5]) = (-c, c * (1 - c) * wrong / Math.Max(probabilities[1], ItemModel.Tiny));
        }
    }

    public override double[] Start(ReadOnlySpan<double> frequencies, double guess)
    {
        var floor = fixedAsymptote ?? guess;
        var share = (frequencies[1] + 0.5) / (frequencies[0] + frequencies[1] + 1);
        var known = Math.Clamp((share - floor) / (1 - floor), 0.02, 0.98);
        double[] x = [1, Math.Log(known / (1 - known)), Math.Log(guess / (1 - guess))];
        return x[..Parameters];
    }

    public override ItemModel ToItem(ReadOnlySpan<double> x) => LogisticItem.ThreeParameter(x[0], -x[1] / Away(x[0]), Floor(x));

    public override double[]? FromItem(ItemModel item)
    {
        if (item is not LogisticItem { UpperAsymptote: 1 } logistic || (fixedAsymptote is { } c && c != logistic.LowerAsymptote))
        {
            return null;
        }

        var logit = Math.Clamp(Math.Log(logistic.LowerAsymptote / (1 - logistic.LowerAsymptote)), LowestLogit, HighestLogit);
        double[] x = [logistic.Discrimination, -logistic.Discrimination * logistic.Difficulty, logit];
        return x[..Parameters];
    }

    public override void Locations(ReadOnlySpan<double> x, Span<double> locations, Span<double> derivatives)
    {
        derivatives.Clear();
        var a = Away(x[0]);
        locations[0] = -x[1] / a;
        (derivatives[0], derivatives[1]) = (x[1] / (a * a), -1 / a);
    }

    public override (double Value, double Slope)? LowerAsymptote(ReadOnlySpan<double> x) =>
        fixedAsymptote is null ? (Floor(x), Floor(x) * (1 - Floor(x))) : null;

    double Floor(ReadOnlySpan<double> x) => fixedAsymptote ?? Logistic.Of(x[2]);
}
