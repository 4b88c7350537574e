namespace Beffroi.Psychometrics;

/// <summary>Root mean square error of approximation: misfit for each degree of freedom, freed from the number of people.</summary>
static class ApproximationError
{
    /// <summary>√(max(0, statistic - df) / (N df)) (Maydeu-Olivares &amp; Joe, 2014, Multivariate Behavioral Research 49, 305-328, eq. 11).</summary>
    public static double Of(FitTest test, int persons) => Root(test.Statistic - test.Degrees, test, persons);

    /// <summary>Its 90 % interval, from the noncentral χ² laws under which the statistic is at the 95th and 5th percentile (Browne &amp; Cudeck, 1993).</summary>
    public static (double Low, double High) Interval(FitTest test, int persons) =>
        (Root(NoncentralChiSquared.Noncentrality(test.Statistic, test.Degrees, 0.95), test, persons),
         Root(NoncentralChiSquared.Noncentrality(test.Statistic, test.Degrees, 0.05), test, persons));

    static double Root(double noncentrality, FitTest test, int persons) => Math.Sqrt(Math.Max(0, noncentrality) / ((double)persons * test.Degrees));
}
