namespace Beffroi.Psychometrics;

/// <summary>Common factors that leave the smallest squared residual correlations (minres: Harman &amp; Jones, 1966, Psychometrika 31,
/// 351-368), one item's loadings after another. An item whose communality would pass its limit is held on it (Harman &amp; Fukuda, 1966,
/// Psychometrika 31, 563-571).</summary>
static class MinimumResiduals
{
    const int MaxSweeps = 20_000;
    const double Tolerance = 1e-9;
    const double LargestCommunality = 1 - FactorSolution.LeastUniqueness;

    /// <summary>The solution on its principal axes, or null when it is not determined or has not settled.</summary>
    public static FactorSolution? Fit(double[] correlations, int items, int factors)
    {
        var loadings = FactorSolution.Start(correlations, items, factors);
        for (var sweep = 0; sweep < MaxSweeps; sweep++)
        {
            var change = 0.0;
            for (var i = 0; i < items; i++)
            {
                if (Row(correlations, loadings, items, factors, i) is not { } row)
                {
                    return null;
                }

                for (var f = 0; f < factors; f++)
                {
                    change = Math.Max(change, Math.Abs(row[f] - loadings[(i * factors) + f]));
                    loadings[(i * factors) + f] = row[f];
                }
            }

            if (change < Tolerance)
            {
                return OnPrincipalAxes(loadings, items, factors);
            }
        }

        return null;
    }

    // Least squares of item i's correlations on the loadings of the others.
    static double[]? Row(double[] correlations, double[] loadings, int items, int factors, int i)
    {
        var (normal, right) = (new double[factors * factors], new double[factors]);
        for (var j = 0; j < items; j++)
        {
            for (var f = 0; f < factors && j != i; f++)
            {
                var loading = loadings[(j * factors) + f];
                right[f] += correlations[(i * items) + j] * loading;
                for (var g = 0; g < factors; g++)
                {
                    normal[(f * factors) + g] += loading * loadings[(j * factors) + g];
                }
            }
        }

        if (Solve(normal, right, 0) is not { } free)
        {
            return null;
        }

        if (SquaredLength(free) <= LargestCommunality)
        {
            return free;
        }

        // The multiplier of the limit is where the length, which falls as it grows, meets it.
        var (low, high) = (0.0, 1.0);
        while (SquaredLength(Solve(normal, right, high)!) > LargestCommunality)
        {
            high *= 2;
        }

        for (var halving = 0; halving < 60; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = SquaredLength(Solve(normal, right, middle)!) > LargestCommunality ? (middle, high) : (low, middle);
        }

        return Solve(normal, right, high);
    }

    static double[]? Solve(double[] normal, double[] right, double ridge)
    {
        var (matrix, x) = ((double[])normal.Clone(), (double[])right.Clone());
        for (var f = 0; f < x.Length; f++)
        {
            matrix[(f * x.Length) + f] += ridge;
        }

        if (Cholesky.Of(matrix, x.Length) is not { } factor)
        {
            return null;
        }

        factor.Solve(x);
        return x;
    }

    static double SquaredLength(double[] x) => x.Sum(value => value * value);

    static FactorSolution OnPrincipalAxes(double[] loadings, int items, int factors)
    {
        var (_, axes) = SymmetricEigen.Of(DenseMatrix.Gram(loadings, items, factors), factors);
        var turned = DenseMatrix.Multiply(loadings, axes, items, factors, factors);
        var uniquenesses = Enumerable.Range(0, items).Select(i => 1 - SquaredLength(turned[(i * factors)..((i + 1) * factors)])).ToArray();
        return new FactorSolution(turned, uniquenesses).Reflected();
    }
}
