namespace Beffroi.Detection;

/// <summary>A small seeded random source whose whole state is one number (Steele, Lea &amp; Flood, 2014, OOPSLA, figure 14).</summary>
sealed class ChanceStream(ulong state)
{
    public ulong State { get; private set; } = state;

    public ulong Next()
    {
        State += 0x9E3779B97F4A7C15;
        return Mix(State);
    }

    /// <summary>Uniform in [0, 1[, on 53 bits.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform among 0, …, count - 1.</summary>
    public int Below(int count) => (int)(NextDouble() * count);

    public void Shuffle<T>(Span<T> values)
    {
        for (var left = values.Length; left > 1; left--)
        {
            var drawn = Below(left);
            (values[left - 1], values[drawn]) = (values[drawn], values[left - 1]);
        }
    }

    /// <summary>Scatters a number over the 64 bits.</summary>
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A fingerprint of a text, the same on every machine: FNV-1a over its UTF-16 units, scattered.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 0x100000001B3;
        }

        return Mix(hash);
    }
}
