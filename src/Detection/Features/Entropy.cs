namespace Beffroi.Detection;

/// <summary>Shannon entropy (1948), bits.</summary>
static class Entropy
{
    /// <summary>n · log₂ n for the small counts, which are nearly all.</summary>
    static readonly double[] Known = [0, .. Enumerable.Range(1, 255).Select(n => n * Math.Log2(n))];

    public static float Of(ReadOnlySpan<int> counts)
    {
        var (total, sum) = (0L, 0.0);
        foreach (var count in counts)
        {
            total += count;
            sum += (uint)count < (uint)Known.Length ? Known[count] : count > 0 ? count * Math.Log2(count) : 0;
        }

        return total == 0 ? float.NaN : (float)Math.Max(0, Math.Log2(total) - (sum / total));
    }

    /// <summary>By the most that as many draws over as many kinds can have: 1 is even. NaN under two draws.</summary>
    public static float Relative(ReadOnlySpan<int> counts)
    {
        var total = 0;
        foreach (var count in counts)
        {
            total += count;
        }

        return total < 2 ? float.NaN : (float)(Of(counts) / Math.Log2(Math.Min(total, counts.Length)));
    }

    /// <summary>Of the characters of a short text, without case; those out of ASCII count as one.</summary>
    public static float OfCharacters(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[128];
        counts.Clear();
        foreach (var letter in text)
        {
            counts[letter < 127 ? char.ToLowerInvariant(letter) : 127]++;
        }

        return Of(counts);
    }
}
