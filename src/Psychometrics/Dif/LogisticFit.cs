namespace Beffroi.Psychometrics;

/// <summary>Logistic regression of right answers on the first of: constant, standardised sum, focal group, and the product of both.</summary>
sealed record LogisticFit(double[] Coefficients, double LogLikelihood, double Count, bool Settled)
{
    const int MaxSteps = 100;

    // Ridges tried in turn, as shares of the mean diagonal of the information: none, then more as Newton's own step leads nowhere.
    static readonly double[] Ridges = [0, 1e-8, 1e-4, 1];

    /// <summary>The fit by Newton's method, each step halved until the likelihood rises; null when everybody answers alike or has the same sum.
    /// Where a coefficient runs to infinity (the groups are separated), or is tied to the others (all of a group have the same sum), the
    /// likelihood still settles, on its upper limit, and <see cref="Settled"/> is false.</summary>
    public static LogisticFit? Of(IReadOnlyList<Stratum> strata, int terms)
    {
        if (Cells(strata) is not { } cells)
        {
            return null;
        }

        var fit = new LogisticFit(new double[terms], LogLikelihoodOf(cells, new double[terms]), cells.Sum(cell => cell.Right + cell.Wrong), false);
        for (var step = 0; step < MaxSteps; step++)
        {
            var last = fit;
            fit = Ridges.Select(ridge => fit.Raised(cells, ridge)).FirstOrDefault(raised => raised is not null) ?? fit;
            if (fit.LogLikelihood - last.LogLikelihood <= 1e-14 * Math.Abs(fit.LogLikelihood))
            {
                break;
            }
        }

        return fit with { Settled = Direction(cells, fit.Coefficients, 0) is { } direction && direction.Max(Math.Abs) < 1e-6 };
    }

    // The fit one step further; null when no length of the step raises the likelihood.
    LogisticFit? Raised(List<(double[] Terms, double Right, double Wrong)> cells, double ridge)
    {
        var direction = Direction(cells, Coefficients, ridge);
        for (var scale = 1.0; direction is not null && scale > 1e-6; scale /= 2)
        {
            double[] candidate = [.. Coefficients.Zip(direction, (c, d) => c + (scale * d))];
            if (LogLikelihoodOf(cells, candidate) is var next && next > LogLikelihood)
            {
                return this with { Coefficients = candidate, LogLikelihood = next };
            }
        }

        return null;
    }

    static List<(double[] Terms, double Right, double Wrong)>? Cells(IReadOnlyList<Stratum> strata)
    {
        var n = strata.Sum(s => s.Count);
        var mean = strata.Sum(s => s.Count * s.Sum) / n;
        var spread = Math.Sqrt(strata.Sum(s => s.Count * (s.Sum - mean) * (s.Sum - mean)) / n);
        if (spread == 0 || strata[0].Focal.Length < 2)
        {
            return null;
        }

        var cells = new List<(double[] Terms, double Right, double Wrong)>();
        foreach (var s in strata)
        {
            var z = (s.Sum - mean) / spread;
            cells.Add(([1, z, 0, 0], s.Reference[1], s.Reference[0]));
            cells.Add(([1, z, 1, z], s.Focal[1], s.Focal[0]));
        }

        return cells.Sum(cell => cell.Wrong) > 0 ? cells : null;
    }

    static double LogLikelihoodOf(List<(double[] Terms, double Right, double Wrong)> cells, double[] coefficients)
    {
        var sum = 0.0;
        foreach (var (terms, right, wrong) in cells)
        {
            var z = Predictor(terms, coefficients);
            sum += (right * Logistic.Log(z)) + (wrong * Logistic.Log(-z));
        }

        return sum;
    }

    static double Predictor(double[] terms, double[] coefficients)
    {
        var z = 0.0;
        for (var j = 0; j < coefficients.Length; j++)
        {
            z += terms[j] * coefficients[j];
        }

        return z;
    }

    // Newton's step: the information solved against the score; null when the information has no inverse.
    static double[]? Direction(List<(double[] Terms, double Right, double Wrong)> cells, double[] coefficients, double ridge)
    {
        var size = coefficients.Length;
        var (score, information) = (new double[size], new double[size * size]);
        foreach (var (terms, right, wrong) in cells)
        {
            var z = Predictor(terms, coefficients);
            var (p, q) = (Logistic.Of(z), Logistic.Of(-z));
            for (var j = 0; j < size; j++)
            {
                score[j] += terms[j] * ((right * q) - (wrong * p));
                for (var k = 0; k < size; k++)
                {
                    information[(j * size) + k] += terms[j] * terms[k] * (right + wrong) * p * q;
                }
            }
        }

        var lift = ridge * Enumerable.Range(0, size).Average(j => information[j * (size + 1)]);
        for (var j = 0; j < size; j++)
        {
            information[j * (size + 1)] += lift;
        }

        if (Cholesky.Of(information, size) is not { } factor)
        {
            return null;
        }

        factor.Solve(score);
        return score;
    }
}
