namespace Beffroi.Psychometrics;

/// <summary>Oblique rotation by direct oblimin with parameter 0 (direct quartimin: Jennrich &amp; Sampson, 1966, Psychometrika 31, 313-323),
/// minimised by projected gradients from the unrotated axes (Jennrich, 2002, Psychometrika 67, 7-19).</summary>
static class Oblimin
{
    const int MaxSteps = 5_000;
    const double Tolerance = 1e-7;

    /// <summary>Rotated loadings, each factor turned towards a positive sum, and the correlations of the factors; null when the steps have not settled.</summary>
    public static (double[] Loadings, double[] Correlations)? Rotate(FactorSolution solution)
    {
        var m = solution.Factors;
        var axes = new double[m * m];
        for (var f = 0; f < m; f++)
        {
            axes[f * (m + 1)] = 1;
        }

        var (current, stride) = (At(solution, axes)!, 1.0);
        for (var step = 0; step < MaxSteps; step++)
        {
            var direction = Projected(current.Gradient, axes, m);
            var steepness = Math.Sqrt(direction.Sum(d => d * d));
            if (steepness < Tolerance)
            {
                return Reflect(solution, current.Loadings, DenseMatrix.Gram(axes, m, m));
            }

            stride *= 2;
            for (var halving = 0; ; halving++, stride /= 2)
            {
                var candidate = Moved(axes, direction, stride, m);
                if (At(solution, candidate) is { } next && (next.Criterion < current.Criterion - (steepness * steepness * stride / 2) || halving > 40))
                {
                    (axes, current) = (candidate, next);
                    break;
                }

                if (halving > 50)
                {
                    return null;
                }
            }
        }

        return null;
    }

    // Criterion Σ_i Σ_{f<g} l_if² l_ig² / 2 and its gradient with respect to the axes T; L = A T (Tᵀ T)⁻¹.
    static Point? At(FactorSolution solution, double[] axes)
    {
        var (n, m) = (solution.Items, solution.Factors);
        if (Cholesky.Of(DenseMatrix.Gram(axes, m, m), m) is not { } factor)
        {
            return null;
        }

        var back = DenseMatrix.Multiply(axes, factor.Inverse(), m, m, m);
        var loadings = DenseMatrix.Multiply(solution.Loadings, back, n, m, m);
        var (criterion, slope) = (0.0, new double[n * m]);
        for (var i = 0; i < n; i++)
        {
            var total = 0.0;
            for (var f = 0; f < m; f++)
            {
                total += loadings[(i * m) + f] * loadings[(i * m) + f];
            }

            for (var f = 0; f < m; f++)
            {
                var loading = loadings[(i * m) + f];
                var others = total - (loading * loading);
                criterion += loading * loading * others / 4;
                slope[(i * m) + f] = loading * others;
            }
        }

        var inner = DenseMatrix.Multiply(DenseMatrix.Transpose(slope, n, m), loadings, m, n, m);
        return new(criterion, loadings, [.. DenseMatrix.Multiply(back, inner, m, m, m).Select(g => -g)]);
    }

    // The axes stay of length 1: what would lengthen them is taken off.
    static double[] Projected(double[] gradient, double[] axes, int m)
    {
        var along = new double[m];
        for (var at = 0; at < axes.Length; at++)
        {
            along[at % m] += axes[at] * gradient[at];
        }

        return [.. gradient.Select((g, at) => g - (axes[at] * along[at % m]))];
    }

    static double[] Moved(double[] axes, double[] direction, double stride, int m)
    {
        var moved = axes.Zip(direction, (t, d) => t - (stride * d)).ToArray();
        var lengths = new double[m];
        for (var at = 0; at < moved.Length; at++)
        {
            lengths[at % m] += moved[at] * moved[at];
        }

        return [.. moved.Select((t, at) => t / Math.Sqrt(lengths[at % m]))];
    }

    static (double[] Loadings, double[] Correlations) Reflect(FactorSolution solution, double[] loadings, double[] correlations)
    {
        var m = solution.Factors;
        var signs = Enumerable.Range(0, m).Select(f => Enumerable.Range(0, solution.Items).Sum(i => loadings[(i * m) + f]) < 0 ? -1 : 1).ToArray();
        return ([.. loadings.Select((l, at) => l * signs[at % m])], [.. correlations.Select((r, at) => r * signs[at / m] * signs[at % m])]);
    }

    sealed record Point(double Criterion, double[] Loadings, double[] Gradient);
}
