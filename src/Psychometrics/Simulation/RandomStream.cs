namespace Beffroi.Psychometrics;

/// <summary>Random sources named by numbers: the same names give the same source on any thread and in any order, so that a simulation does not depend on
/// who is simulated first, and two designs meet the same people giving the same answers to the same items (common random numbers).</summary>
static class RandomStream
{
    public static SplitMix64 Of(ulong seed, params ReadOnlySpan<int> names)
    {
        var state = seed;
        foreach (var name in names)
        {
            state = new SplitMix64(state ^ ((ulong)(uint)name * 0xD1B54A32D192ED03)).Next();
        }

        return new(state);
    }

    /// <summary>Standard normal, by inversion; 52 bits, so that the probability is never 0 nor 1.</summary>
    public static double NextNormal(this SplitMix64 chance) => NormalDistribution.Quantile(((chance.Next() >> 12) + 0.5) / (1UL << 52));

    public static bool NextBool(this SplitMix64 chance, double probability) => chance.NextDouble() < probability;

    /// <summary>0, …, count - 1 in a random order (Fisher &amp; Yates, 1938; Durstenfeld, 1964).</summary>
    public static int[] Shuffle(this SplitMix64 chance, int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (var left = count; left > 1; left--)
        {
            var drawn = chance.Below(left);
            (order[left - 1], order[drawn]) = (order[drawn], order[left - 1]);
        }

        return order;
    }
}
