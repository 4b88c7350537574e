namespace Beffroi.Psychometrics;

/// <summary>Coefficient alpha and its neighbours, from the covariances of the items.</summary>
static class CoefficientAlpha
{
    /// <summary>k/(k-1) · (1 - Σ variances / variance of the sum) (Cronbach, 1951, Psychometrika 16, 297-334, eq. 2), one item left out
    /// when asked; null with fewer than two items or a sum that does not vary.</summary>
    public static double? Of(Covariances covariances, int without = -1)
    {
        var k = covariances.Items - (without < 0 ? 0 : 1);
        var (trace, total) = (covariances.Trace(without), covariances.SumVariance(without));
        return k > 1 && Varies(total, trace) ? k / (k - 1.0) * (1 - (trace / total)) : null;
    }

    /// <summary>Alpha of the items brought to the same variance: k r̄ / (1 + (k - 1) r̄), r̄ the mean correlation.</summary>
    public static double? Standardised(double[]? correlations, int items)
    {
        if (correlations is null || items < 2)
        {
            return null;
        }

        var total = correlations.Sum();
        return Varies(total, items) ? items / (items - 1.0) * (1 - (items / total)) : null;
    }

    /// <summary>Interval of Feldt (1965, Psychometrika 30, 357-370): (1 - α) / (1 - α̂) follows F with n - 1 and (n - 1)(k - 1) degrees of freedom.</summary>
    public static (double Low, double High) Interval(double alpha, int persons, int items, double level)
    {
        var (df1, df2) = (persons - 1.0, (persons - 1.0) * (items - 1));
        return (1 - ((1 - alpha) * FisherF.Quantile((1 + level) / 2, df1, df2)), 1 - ((1 - alpha) * FisherF.Quantile((1 - level) / 2, df1, df2)));
    }

    /// <summary>λ2 of Guttman (1945, Psychometrika 10, 255-282).</summary>
    public static double? Lambda2(Covariances covariances)
    {
        var (k, trace, total, squares) = (covariances.Items, covariances.Trace(), covariances.SumVariance(), 0.0);
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
            {
                squares += i == j ? 0 : covariances[i, j] * covariances[i, j];
            }
        }

        return k > 1 && Varies(total, trace) ? (total - trace + Math.Sqrt(k / (k - 1.0) * squares)) / total : null;
    }

    /// <summary>λ6 of Guttman (1945): one minus what each item keeps once the others have predicted it.</summary>
    public static double? Lambda6(Covariances covariances)
    {
        var total = covariances.SumVariance();
        return covariances.Items > 1 && Varies(total, covariances.Trace()) && covariances.ResidualVariances() is { } residuals ? 1 - (residuals.Sum() / total) : null;
    }

    // Items that cancel each other leave a sum whose variance is only rounding.
    static bool Varies(double total, double trace) => trace > 0 && total > 1e-12 * trace;
}
