namespace Beffroi.Psychometrics;

/// <summary>Logistic regression of right answers on the first of: constant, standardised sum, focal group, and the product of both.</summary>
sealed record LogisticFit(double[] Coefficients, double LogLikelihood, double Count, bool Settled)
{
    const int MaxSteps = 100;

    /// <summary>The fit by Newton's method, each step halved until the likelihood rises; null when everybody answers alike or has the same sum.
    /// Where a coefficient runs to infinity (the groups are separated) the likelihood still settles, on its upper limit.</summary>
    public static LogisticFit? Of(IReadOnlyList<Stratum> strata, int terms)
    {
        if (Cells(strata) is not { } cells)
        {
            return null;
        }

        var coefficients = new double[terms];
        var (likelihood, settled) = (LogLikelihoodOf(cells, coefficients), false);
        for (var step = 0; step < MaxSteps && !settled; step++)
        {
            if (Direction(cells, coefficients) is not { } direction)
            {
                break;
            }

            var (candidate, next, scale) = (coefficients, likelihood, 1.0);
            do
            {
                candidate = [.. coefficients.Zip(direction, (c, d) => c + (scale * d))];
                next = LogLikelihoodOf(cells, candidate);
                scale /= 2;
            }
            while (next < likelihood && scale > 1e-10);

            settled = direction.Max(Math.Abs) < 1e-8;
            if (next <= likelihood)
            {
                break;
            }

            (coefficients, likelihood) = (candidate, next);
        }

        // Rounding may stop the climb one step before the tolerance.
        settled |= Direction(cells, coefficients) is { } last && last.Max(Math.Abs) < 1e-6;
        return new(coefficients, likelihood, cells.Sum(cell => cell.Right + cell.Wrong), settled);
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

    // Newton's step: the information solved against the score; null when the information has no inverse any more.
    static double[]? Direction(List<(double[] Terms, double Right, double Wrong)> cells, double[] coefficients)
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

        if (Cholesky.Of(information, size) is not { } factor)
        {
            return null;
        }

        factor.Solve(score);
        return score;
    }
}
