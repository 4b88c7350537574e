namespace Beffroi.Psychometrics;

/// <summary>The noncentral χ² distribution.</summary>
static class NoncentralChiSquared
{
    /// <summary>Probability of a value at most <paramref name="x"/>: the Poisson mixture of central laws (Johnson, Kotz &amp; Balakrishnan,
    /// 1995, Continuous Univariate Distributions 2, eq. 29.2), over 12 standard deviations of the Poisson law around its mean.</summary>
    public static double Cumulative(double x, int degrees, double noncentrality)
    {
        if (x <= 0)
        {
            return 0;
        }

        var (rate, half) = (noncentrality / 2, x / 2);
        var reach = 12 * Math.Sqrt(rate + 4);
        var first = (int)Math.Max(0, rate - reach);
        var sum = 0.0;
        var survival = ChiSquared.Survival(x, degrees + (2.0 * first));
        for (var j = first; j <= rate + reach; j++)
        {
            var weight = rate == 0 ? (j == 0 ? 1 : 0) : Math.Exp((j * Math.Log(rate)) - rate - GammaFunction.Log(j + 1.0));
            sum += weight * (1 - survival);

            // Two degrees more: a positive term is added, nothing cancels.
            var shape = (degrees / 2.0) + j;
            survival = Math.Min(1, survival + Math.Exp((shape * Math.Log(half)) - half - GammaFunction.Log(shape + 1)));
        }

        return Math.Clamp(sum, 0, 1);
    }

    /// <summary>The noncentrality under which a value at most <paramref name="x"/> has this probability; 0 when even the central law gives less.</summary>
    public static double Noncentrality(double x, int degrees, double probability)
    {
        if (Cumulative(x, degrees, 0) <= probability)
        {
            return 0;
        }

        var (low, high) = (0.0, Math.Max(1, x));
        while (Cumulative(x, degrees, high) > probability)
        {
            (low, high) = (high, high * 2);
        }

        while (high - low > 1e-10 * high)
        {
            var middle = (low + high) / 2;
            (low, high) = Cumulative(x, degrees, middle) > probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
