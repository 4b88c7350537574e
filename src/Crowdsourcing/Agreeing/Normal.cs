namespace Beffroi.Crowdsourcing;

/// <summary>The standard normal distribution.</summary>
static class Normal
{
    /// <summary>Probability of a value at most <paramref name="z"/>. Series of Marsaglia (2004), Evaluating the Normal Distribution,
    /// Journal of Statistical Software 11(4), eq. 2; absolute error below 1e-14. Beyond ±8 the tail is under 1e-15 and is taken as 0.</summary>
    public static double Cumulative(double z)
    {
        if (Math.Abs(z) > 8)
        {
            return z > 0 ? 1 : 0;
        }

        var (sum, term) = (z, z);
        for (var odd = 3; Math.Abs(term) > 1e-18 * Math.Abs(sum); odd += 2)
        {
            term *= z * z / odd;
            sum += term;
        }

        return Math.Clamp(0.5 + (sum * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI)), 0, 1);
    }

    /// <summary>The value under which a share <paramref name="probability"/>, in ]0, 1[, lies: the rational start of Abramowitz &amp; Stegun refined by three steps of
    /// Halley on <see cref="Cumulative"/>; absolute error below 1e-12 within ±7.</summary>
    public static double Quantile(double probability)
    {
        Require.Within(double.Epsilon, Math.BitDecrement(1.0), probability);
        if (probability > 0.5)
        {
            return -Quantile(1 - probability);
        }

        // Abramowitz & Stegun (1964), 26.2.23: within 4.5e-4, then polished.
        var t = Math.Sqrt(-2 * Math.Log(probability));
        var z = -(t - ((2.515517 + (t * (0.802853 + (0.010328 * t)))) / (1 + (t * (1.432788 + (t * (0.189269 + (0.001308 * t))))))));
        for (var i = 0; i < 3; i++)
        {
            var error = (Cumulative(z) - probability) / Density(z);
            z -= error / (1 + (z * error / 2));
        }

        return z;
    }

    /// <summary>Density at <paramref name="z"/>.</summary>
    public static double Density(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
}
