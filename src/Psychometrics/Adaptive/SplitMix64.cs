namespace Beffroi.Psychometrics;

/// <summary>A small random source whose whole state is one number, so that a session can be written down and resumed
/// (Steele, Lea &amp; Flood, 2014, Fast splittable pseudorandom number generators, OOPSLA, figure 14).</summary>
sealed class SplitMix64(ulong state)
{
    public ulong State { get; private set; } = state;

    public ulong Next()
    {
        State += 0x9E3779B97F4A7C15;
        var z = State;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Uniform in [0, 1[, on 53 bits.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform among 0, …, count - 1.</summary>
    public int Below(int count) => (int)(NextDouble() * count);
}
