namespace Beffroi.Psychometrics;

/// <summary>Agreement of two classifications of the same people.</summary>
static class Agreement
{
    /// <summary>Cohen's κ (1960) with its error by the delta method; null when chance alone agrees always.</summary>
    public static Measure? Kappa(MonteCarlo monteCarlo, int[] first, int[] second)
    {
        var n = monteCarlo.Count;
        if (n == 0)
        {
            return null;
        }

        var levels = first.Concat(second).Distinct().Order().ToArray();
        var p = levels.ToDictionary(l => l, l => first.Count(x => x == l) / (double)n);
        var q = levels.ToDictionary(l => l, l => second.Count(x => x == l) / (double)n);
        var (observed, chance) = (first.Zip(second).Count(pair => pair.First == pair.Second) / (double)n, levels.Sum(l => p[l] * q[l]));
        if (1 - chance < 1e-12)
        {
            return null;
        }

        // κ = (o - e) / (1 - e); each person moves o by agreeing, and e = Σ p q through both margins.
        return monteCarlo.Of((observed - chance) / (1 - chance), [.. first.Zip(second, (f, s) =>
        {
            var (ofObserved, ofChance) = ((f == s ? 1 : 0) - observed, q[f] + p[s] - (2 * chance));
            return ((ofObserved * (1 - chance)) - (ofChance * (1 - observed))) / ((1 - chance) * (1 - chance));
        })]);
    }
}
