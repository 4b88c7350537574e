namespace Beffroi.Encyclopedia.Search.Folding;

/// <summary>How far two words are: letters added, left out, changed, or exchanged with the next one (Damerau 1964, restricted).</summary>
public static class Spelling
{
    /// <summary>Mistakes forgiven in a word of so many letters: none in a short one, where another word is as near.</summary>
    public static int Forgiven(int length) => length switch { < 4 => 0, < 8 => 1, _ => 2 };

    /// <summary>The distance, or <paramref name="most"/> + 1 when it is larger.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return most + 1;
        }

        var width = b.Length + 1;
        Span<int> rows = stackalloc int[3 * width];
        var before = rows[..width];
        var above = rows.Slice(width, width);
        var here = rows.Slice(2 * width, width);
        for (var j = 0; j < width; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            here[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = Math.Min(Math.Min(above[j], here[j - 1]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost = Math.Min(cost, before[j - 2] + 1);
                }

                here[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least > most)
            {
                return most + 1;
            }

            var spare = before;
            before = above;
            above = here;
            here = spare;
        }

        return Math.Min(above[b.Length], most + 1);
    }
}
