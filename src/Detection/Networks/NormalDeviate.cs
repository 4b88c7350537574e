namespace Beffroi.Detection;

/// <summary>The standard normal law where only its tails are needed.</summary>
static class NormalDeviate
{
    /// <summary>The deviate that is exceeded with that chance, by bisection on the tail.</summary>
    public static double Above(double chance)
    {
        var (low, high) = (-40.0, 40.0);
        for (var step = 0; step < 200; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Math.Exp(LogAbove(middle)) > chance ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The deviate that is exceeded with the chance of that logarithm, however small.</summary>
    public static double AboveLog(double logChance)
    {
        var (low, high) = (-40.0, 1e6);
        for (var step = 0; step < 200; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = LogAbove(middle) > logChance ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>ln P(Z ≥ z): half of the upper tail of a chi-squared of one degree of freedom.</summary>
    public static double LogAbove(double z) => z >= 0 ? LogTail.GammaAbove(0.5, z * z / 2) - Math.Log(2) : LogTail.OneMinus(LogAbove(-z));
}
