namespace Beffroi.Detection;

/// <summary>How near two short texts are.</summary>
static class Likeness
{
    const int Longest = 64;

    /// <summary>1 less the edit distance (Levenshtein, 1966) by character of the longer, on letters and digits without case and on the first 64 of them; NaN when either has none.</summary>
    public static float OfNames(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        Span<char> a = stackalloc char[Longest], b = stackalloc char[Longest];
        a = a[..Plain(first, a)];
        b = b[..Plain(second, b)];
        return a.IsEmpty || b.IsEmpty ? float.NaN : 1 - ((float)Distance(a, b) / Math.Max(a.Length, b.Length));
    }

    static int Plain(ReadOnlySpan<char> text, Span<char> plain)
    {
        var length = 0;
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter) && length < plain.Length)
            {
                plain[length++] = char.ToLowerInvariant(letter);
            }
        }

        return length;
    }

    static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> row = stackalloc int[Longest + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
