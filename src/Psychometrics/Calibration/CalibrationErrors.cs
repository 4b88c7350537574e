namespace Beffroi.Psychometrics;

/// <summary>Standard errors by the identity of Oakes (1999, Journal of the Royal Statistical Society B 61, 479-482): the observed information is
/// minus the second derivative of the expected log-likelihood Q(φ | ψ) by φ twice, and by φ then ψ. Both are central differences of its analytic
/// gradient; only the second asks for E steps.</summary>
static class CalibrationErrors
{
    const double Step = 1e-4;

    /// <summary>Covariance of the free parameters, row after row; null when the information is not positive definite. The state is left as it was.</summary>
    public static double[]? Covariance(CalibrationState state, ExpectationMaximisation em, double[] points, CancellationToken ct)
    {
        var (size, width) = (state.Size, BlockTables.Padded(points.Length));
        if (size == 0)
        {
            return [];
        }

        var estimate = state.ToVector();
        var information = new double[size * size];
        var own = em.Expect(ct);
        for (var j = 0; j < size; j++)
        {
            Subtract(information, j, Difference(estimate[j], step => (Moved(step, j), state.Gradient(own, points, width))));
        }

        for (var j = 0; j < size; j++)
        {
            Subtract(information, j, Difference(estimate[j], step =>
            {
                var room = Moved(step, j);
                var expected = em.Expect(ct);
                state.TrySet(estimate);
                return (room, state.Gradient(expected, points, width));
            }));
        }

        state.TrySet(estimate);
        em.Expect(ct);
        return Invert(information, size);

        bool Moved(double step, int parameter)
        {
            var moved = (double[])estimate.Clone();
            moved[parameter] += step;
            if (state.TrySet(moved) && Math.Abs(state.ToVector()[parameter] - moved[parameter]) < Step * Step)
            {
                return true;
            }

            state.TrySet(estimate);
            return false;
        }
    }

    // A parameter at its edge has no error of this kind: it is taken as fixed, and its variance is 0.
    static double[]? Invert(double[] information, int size)
    {
        bool[] edge = [.. Enumerable.Range(0, size).Select(i => double.IsNaN(information[(i * size) + i]))];
        for (var at = 0; at < information.Length; at++)
        {
            var (i, j) = (at / size, at % size);
            information[at] = edge[i] || edge[j] ? (i == j ? 1 : 0) : information[at];
        }

        if (Cholesky.Of(information, size)?.Inverse() is not { } covariance)
        {
            return null;
        }

        for (var i = 0; i < size; i++)
        {
            covariance[(i * size) + i] = edge[i] ? 0 : covariance[(i * size) + i];
        }

        return covariance;
    }

    // Half on each side of the diagonal: the information is symmetric but for the error of the differences.
    static void Subtract(double[] information, int parameter, double[] slopes)
    {
        for (var i = 0; i < slopes.Length; i++)
        {
            information[(i * slopes.Length) + parameter] -= slopes[i] / 2;
            information[(parameter * slopes.Length) + i] -= slopes[i] / 2;
        }
    }

    // Not a number at the edge of what an item may be.
    static double[] Difference(double at, Func<double, (bool Room, double[] Gradient)> gradient)
    {
        var step = Step * Math.Max(1, Math.Abs(at));
        var (up, down) = (gradient(step), gradient(-step));
        return [.. up.Gradient.Zip(down.Gradient, (u, d) => up.Room && down.Room ? (u - d) / (2 * step) : double.NaN)];
    }
}
