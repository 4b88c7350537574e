namespace Beffroi.Psychometrics;

/// <summary>An item being calibrated: its curve, where its parameters are now, and which of them move.</summary>
sealed class ItemSlot
{
    public required string Name { get; init; }

    public required ItemCurve Curve { get; init; }

    public required ItemPriors Priors { get; init; }

    /// <summary>The parameters, in the metric of the curve; the slope first.</summary>
    public required double[] X { get; init; }

    /// <summary>First parameter that the item estimates by itself: 0, 1 when its slope is fixed or shared, all of them when it is an anchor.</summary>
    public required int FirstFree { get; init; }

    /// <summary>Whether its slope is the one that several items share.</summary>
    public required bool Tied { get; init; }

    public int Free => X.Length - FirstFree;

    /// <summary>Expected complete-data log-likelihood of the item at <paramref name="x"/>, log prior included.</summary>
    /// <param name="counts">Expected counts: a row of <paramref name="width"/> for each score.</param>
    public double Value(ReadOnlySpan<double> x, double[] counts, ReadOnlySpan<double> points, int width)
    {
        Span<double> logs = stackalloc double[Curve.MaxScore + 1];
        var sum = LogPrior(x, [], []);
        for (var q = 0; q < points.Length; q++)
        {
            Curve.LogProbabilities(x, points[q], logs);
            for (var k = 0; k < logs.Length; k++)
            {
                // 0 · -∞ is no number: a point where nobody is expected counts for nothing.
                var count = counts[(k * width) + q];
                sum += count > 0 ? count * logs[k] : 0;
            }
        }

        return sum;
    }

    /// <summary>Gradient of <see cref="Value"/> at <paramref name="x"/>, and its expected information (both are overwritten).</summary>
    public void Slopes(ReadOnlySpan<double> x, double[] counts, ReadOnlySpan<double> points, int width, Span<double> gradient, Span<double> information)
    {
        gradient.Clear();
        information.Clear();
        var (scores, size) = (Curve.MaxScore + 1, x.Length);
        Span<double> p = stackalloc double[scores];
        Span<double> s = stackalloc double[scores * size];
        for (var q = 0; q < points.Length; q++)
        {
            Curve.Scores(x, points[q], p, s);
            var people = 0.0;
            for (var k = 0; k < scores; k++)
            {
                people += counts[(k * width) + q];
            }

            for (var k = 0; k < scores; k++)
            {
                var row = s.Slice(k * size, size);
                Accumulate(row, counts[(k * width) + q], people * p[k], gradient, information);
            }
        }

        LogPrior(x, gradient, information);
    }

    static void Accumulate(ReadOnlySpan<double> row, double count, double expected, Span<double> gradient, Span<double> information)
    {
        for (var i = 0; i < row.Length; i++)
        {
            gradient[i] += count * row[i];
            for (var j = 0; information.Length > 0 && j <= i; j++)
            {
                information[(i * row.Length) + j] += expected * row[i] * row[j];
            }
        }
    }

    /// <summary>Log prior up to a constant; its gradient and curvature are added where there is room for them.</summary>
    public double LogPrior(ReadOnlySpan<double> x, Span<double> gradient, Span<double> information)
    {
        if (Priors.SaysNothing || FirstFree == X.Length)
        {
            return 0;
        }

        var sum = 0.0;
        // A shared slope has no prior of one item; nor has a fixed one.
        if (Priors.LogDiscrimination is { } slope && FirstFree == 0)
        {
            if (x[0] <= 0)
            {
                return double.NegativeInfinity;
            }

            sum += Add(slope.At(Math.Log(x[0])), slope.StandardDeviation, [1 / x[0]], x.Length, gradient, information);
        }

        if (Priors.Difficulty is { } difficulty)
        {
            Span<double> locations = stackalloc double[Curve.MaxScore];
            Span<double> derivatives = stackalloc double[Curve.MaxScore * x.Length];
            Curve.Locations(x, locations, derivatives);
            for (var v = 0; v < locations.Length; v++)
            {
                sum += Add(difficulty.At(locations[v]), difficulty.StandardDeviation, derivatives.Slice(v * x.Length, x.Length), x.Length, gradient, information);
            }
        }

        if (Priors.LowerAsymptote is { } beta && Curve.LowerAsymptote(x) is { } asymptote)
        {
            sum += Add(beta, asymptote.Value, x.Length, gradient, information);
        }

        return sum;
    }

    // A normal prior of a function of x whose derivatives are given: Gauss-Newton curvature, which keeps the information positive.
    static double Add((double Log, double Slope) prior, double sd, ReadOnlySpan<double> derivatives, int size, Span<double> gradient, Span<double> information)
    {
        for (var i = 0; i < derivatives.Length && gradient.Length > 0; i++)
        {
            gradient[i] += prior.Slope * derivatives[i];
            for (var j = 0; information.Length > 0 && j <= i; j++)
            {
                information[(i * size) + j] += derivatives[i] * derivatives[j] / (sd * sd);
            }
        }

        return prior.Log;
    }

    static double Add(BetaPrior prior, double c, int size, Span<double> gradient, Span<double> information)
    {
        var (right, wrong) = (prior.Alpha - 1, prior.Beta - 1);
        if (gradient.Length > 0)
        {
            gradient[size - 1] += (right * (1 - c)) - (wrong * c);
        }

        if (information.Length > 0)
        {
            information[(size * size) - 1] += (right + wrong) * c * (1 - c);
        }

        return (right * Math.Log(c)) + (wrong * Math.Log(1 - c));
    }
}
