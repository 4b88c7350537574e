namespace Beffroi.Psychometrics;

/// <summary>Fisher's F distribution.</summary>
static class FisherF
{
    /// <summary>Probability of a value at most <paramref name="x"/>.</summary>
    public static double Cumulative(double x, double degrees1, double degrees2) =>
        x <= 0 ? 0 : GammaFunction.RegularisedBeta(degrees1 / 2, degrees2 / 2, degrees1 * x / ((degrees1 * x) + degrees2));

    /// <summary>The value under which a share <paramref name="probability"/>, in ]0, 1[, lies; by bisection, to 1e-13 relative.</summary>
    public static double Quantile(double probability, double degrees1, double degrees2)
    {
        var (low, high) = (0.0, 1.0);
        while (Cumulative(high, degrees1, degrees2) < probability)
        {
            (low, high) = (high, high * 2);
        }

        while (high - low > 1e-13 * high)
        {
            var middle = (low + high) / 2;
            (low, high) = Cumulative(middle, degrees1, degrees2) < probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
