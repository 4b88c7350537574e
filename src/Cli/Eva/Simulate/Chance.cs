namespace Beffroi.Cli.Eva.Simulate;

/// <summary>Sources of chance named by numbers: the same seed and names give the same draws on any thread and in any order, so that each way of asking meets the same people.</summary>
static class Chance
{
    public const int OfItems = 1;
    public const int OfPerson = 2;
    public const int OfSitting = 3;

    public static Random Of(int seed, params ReadOnlySpan<int> names)
    {
        var state = (ulong)(uint)seed;
        foreach (var name in names)
        {
            state = Mixed(state ^ ((ulong)(uint)name * 0xD1B54A32D192ED03));
        }

        return new((int)(state >> 33));
    }

    /// <summary>Standard normal (Box &amp; Muller, 1958).</summary>
    public static double Normal(this Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());

    // SplitMix64 (Steele, Lea & Flood, 2014).
    static ulong Mixed(ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
        return state ^ (state >> 31);
    }
}
