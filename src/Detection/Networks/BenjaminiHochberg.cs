namespace Beffroi.Detection;

/// <summary>Control of the share of false discoveries among many tests (Benjamini &amp; Hochberg, 1995, Journal of the Royal Statistical Society B 57, 289-300).</summary>
static class BenjaminiHochberg
{
    /// <summary>ln of the adjusted chance of each test: chance × number of tests ÷ rank, made monotone from the largest down, at most 1.</summary>
    /// <param name="logChances">ln of the chances that were computed.</param>
    /// <param name="tests">Tests in all; those that are not among <paramref name="logChances"/> have a chance of 1.</param>
    public static double[] Adjust(IReadOnlyList<double> logChances, double tests)
    {
        var order = Enumerable.Range(0, logChances.Count).OrderBy(i => logChances[i]).ToArray();
        var adjusted = new double[order.Length];
        var least = 0.0;
        for (var rank = order.Length; rank > 0; rank--)
        {
            least = Math.Min(least, logChances[order[rank - 1]] + Math.Log(Math.Max(tests, order.Length)) - Math.Log(rank));
            adjusted[order[rank - 1]] = least;
        }

        return adjusted;
    }
}
