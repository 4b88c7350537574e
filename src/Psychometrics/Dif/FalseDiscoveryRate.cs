namespace Beffroi.Psychometrics;

/// <summary>Adjustment of many probabilities at once (Benjamini &amp; Hochberg, 1995).</summary>
static class FalseDiscoveryRate
{
    /// <summary>Each probability times the number of tests over its rank, made monotone from the largest down; those unknown stay so and do not count.</summary>
    public static double?[] Adjust(double?[] probabilities)
    {
        var adjusted = new double?[probabilities.Length];
        var known = Enumerable.Range(0, probabilities.Length).Where(i => probabilities[i] is not null).OrderByDescending(i => probabilities[i]).ToArray();
        var least = 1.0;
        for (var at = 0; at < known.Length; at++)
        {
            least = Math.Min(least, probabilities[known[at]]!.Value * known.Length / (known.Length - at));
            adjusted[known[at]] = least;
        }

        return adjusted;
    }
}
