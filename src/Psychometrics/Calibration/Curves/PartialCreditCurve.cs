namespace Beffroi.Psychometrics;

/// <summary>log P(k) = kaθ + d_k - log Σ: the generalised partial credit model, and with two scores the two-parameter logistic one. An
/// exponential family: its likelihood is concave in (a, d).</summary>
sealed class PartialCreditCurve(int maxScore, bool rightOrWrong) : ItemCurve(maxScore)
{
    public override bool IsValid(ReadOnlySpan<double> x) => Math.Abs(x[0]) <= 50;

    public override void LogProbabilities(ReadOnlySpan<double> x, double ability, Span<double> logs)
    {
        if (MaxScore == 1)
        {
            var z = (x[0] * ability) + x[1];
            (logs[0], logs[1]) = (Logistic.Log(-z), Logistic.Log(z));
            return;
        }

        logs[0] = 0;
        for (var k = 1; k <= MaxScore; k++)
        {
            logs[k] = (k * x[0] * ability) + x[k];
        }

        var total = LogSpace.Sum(logs[..(MaxScore + 1)]);
        for (var k = 0; k <= MaxScore; k++)
        {
            logs[k] -= total;
        }
    }

    public override void Scores(ReadOnlySpan<double> x, double ability, Span<double> probabilities, Span<double> scores)
    {
        LogProbabilities(x, ability, probabilities);
        var mean = 0.0;
        for (var k = 0; k <= MaxScore; k++)
        {
            probabilities[k] = Math.Exp(probabilities[k]);
            mean += k * probabilities[k];
        }

        for (var k = 0; k <= MaxScore; k++)
        {
            var row = scores.Slice(k * Parameters, Parameters);
            row[0] = ability * (k - mean);
            for (var j = 1; j <= MaxScore; j++)
            {
                row[j] = (k == j ? 1 : 0) - probabilities[j];
            }
        }
    }

    public override double[] Start(ReadOnlySpan<double> frequencies, double guess)
    {
        var x = new double[Parameters];
        x[0] = 1;
        for (var k = 1; k <= MaxScore; k++)
        {
            x[k] = Math.Log((frequencies[k] + 0.5) / (frequencies[0] + 0.5));
        }

        return x;
    }

    public override ItemModel ToItem(ReadOnlySpan<double> x)
    {
        var steps = new double[MaxScore];
        Locations(x, steps, new double[MaxScore * Parameters]);
        return rightOrWrong ? LogisticItem.TwoParameter(x[0], steps[0]) : new PartialCreditItem(x[0], [.. steps]);
    }

    public override double[]? FromItem(ItemModel item) => item switch
    {
        LogisticItem { LowerAsymptote: 0, UpperAsymptote: 1 } logistic when MaxScore == 1 => [logistic.Discrimination, -logistic.Discrimination * logistic.Difficulty],
        PartialCreditItem credit when credit.MaxScore == MaxScore => Intercepts(credit),
        _ => null,
    };

    public override void Locations(ReadOnlySpan<double> x, Span<double> locations, Span<double> derivatives)
    {
        derivatives.Clear();
        var a = Away(x[0]);
        for (var v = 1; v <= MaxScore; v++)
        {
            var row = derivatives.Slice((v - 1) * Parameters, Parameters);
            var rise = x[v] - (v == 1 ? 0 : x[v - 1]);
            locations[v - 1] = -rise / a;
            row[0] = rise / (a * a);
            row[v] = -1 / a;
            if (v > 1)
            {
                row[v - 1] = 1 / a;
            }
        }
    }

    static double[] Intercepts(PartialCreditItem item)
    {
        var x = new double[item.MaxScore + 1];
        x[0] = item.Discrimination;
        for (var v = 1; v < x.Length; v++)
        {
            x[v] = (v == 1 ? 0 : x[v - 1]) - (item.Discrimination * item.Steps[v - 1]);
        }

        return x;
    }
}
