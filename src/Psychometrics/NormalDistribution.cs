namespace Beffroi.Psychometrics;

/// <summary>The standard normal distribution.</summary>
static class NormalDistribution
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
}
