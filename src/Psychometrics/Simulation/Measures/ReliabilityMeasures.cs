namespace Beffroi.Psychometrics;

/// <summary>Reliabilities of simulated estimates.</summary>
static class ReliabilityMeasures
{
    /// <summary>What the test says of itself: var(θ̂) / (var(θ̂) + mean SE²), as <see cref="AbilityReliability.Empirical"/> of posterior means; null when all estimates are equal.</summary>
    public static Measure? Empirical(MonteCarlo monteCarlo, double[] estimates, double[] errors)
    {
        var mean = MonteCarlo.Average(estimates);
        double[] squares = [.. estimates.Select(e => (e - mean) * (e - mean))];
        double[] variances = [.. errors.Select(e => e * e)];
        var (variance, error) = (MonteCarlo.Average(squares), MonteCarlo.Average(variances));
        var total = variance + error;
        return variance > 0
            ? monteCarlo.Of(variance / total, [.. squares.Zip(variances, (s, v) => ((error * (s - variance)) - (variance * (v - error))) / (total * total))])
            : null;
    }

    /// <summary>What only a simulation knows: the squared correlation of estimates and true abilities (Lord &amp; Novick, 1968, ch. 3); null when either does not vary.</summary>
    public static Measure? Squared(MonteCarlo monteCarlo, double[] estimates, double[] truths)
    {
        var (x, y) = (Standard(estimates), Standard(truths));
        if (x is null || y is null)
        {
            return null;
        }

        var r = MonteCarlo.Average([.. x.Zip(y, (a, b) => a * b)]);
        return monteCarlo.Of(r * r, [.. x.Zip(y, (a, b) => 2 * r * ((a * b) - (r * ((a * a) + (b * b)) / 2)))]);
    }

    static double[]? Standard(double[] values)
    {
        var mean = MonteCarlo.Average(values);
        var sd = Math.Sqrt(MonteCarlo.Average([.. values.Select(v => (v - mean) * (v - mean))]));
        return sd > 0 ? [.. values.Select(v => (v - mean) / sd)] : null;
    }
}
