namespace Beffroi.Detection;

/// <summary>How many of several groups of independent draws succeed, each group with its own chance: exact, by convolution of non-negative terms (no cancellation).</summary>
static class PoissonBinomial
{
    /// <summary>ln P(N ≥ count). Terms past <paramref name="count"/> are added until they no longer matter.</summary>
    /// <param name="groups">Draws and chance of each.</param>
    public static double LogTail(int count, IReadOnlyList<(long Draws, double Chance)> groups)
    {
        if (count <= 0)
        {
            return 0;
        }

        var mean = groups.Sum(g => g.Draws * g.Chance);
        if (mean <= 0)
        {
            return double.NegativeInfinity;
        }

        var length = Math.Max(count, (int)Math.Min(mean, 1e6)) + 40 + (int)(12 * Math.Sqrt(Math.Min(mean, 1e8)));
        var mass = new double[length];
        Array.Fill(mass, double.NegativeInfinity);
        mass[0] = 0;
        foreach (var (draws, chance) in groups.Where(g => g is { Draws: > 0, Chance: > 0 }))
        {
            mass = Convolve(mass, Binomial(draws, Math.Min(1, chance), length));
        }

        var tail = double.NegativeInfinity;
        for (var k = length - 1; k >= count; k--)
        {
            tail = Detection.LogTail.Sum(tail, mass[k]);
        }

        return Math.Min(0, tail);
    }

    static double[] Binomial(long draws, double chance, int length)
    {
        var mass = new double[(int)Math.Min(length, draws + 1)];
        for (var k = 0; k < mass.Length; k++)
        {
            var ways = Detection.LogTail.Gamma(draws + 1.0) - Detection.LogTail.Gamma(k + 1.0) - Detection.LogTail.Gamma(draws - k + 1.0);
            mass[k] = ways + (k == 0 ? 0 : k * Math.Log(chance)) + (draws == k ? 0 : (draws - k) * Detection.LogTail.Log1Plus(-chance));
        }

        return mass;
    }

    static double[] Convolve(double[] a, double[] b)
    {
        var sums = new double[a.Length];
        for (var k = 0; k < sums.Length; k++)
        {
            var highest = double.NegativeInfinity;
            for (var j = 0; j < Math.Min(k + 1, b.Length); j++)
            {
                highest = Math.Max(highest, a[k - j] + b[j]);
            }

            var sum = 0.0;
            for (var j = 0; j < Math.Min(k + 1, b.Length) && !double.IsNegativeInfinity(highest); j++)
            {
                sum += Math.Exp(a[k - j] + b[j] - highest);
            }

            sums[k] = highest + (double.IsNegativeInfinity(highest) ? 0 : Math.Log(sum));
        }

        return sums;
    }
}
