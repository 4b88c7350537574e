namespace Beffroi.Incubator.Compliance;

/// <summary>How alike two short texts are: 1 less the share of letters to change (Levenshtein, 1966).</summary>
public static class Likeness
{
    /// <summary>More than this, DashLord takes them for the same.</summary>
    public const double Same = 0.9;

    /// <returns>In [0, 1]; case and spaces do not count.</returns>
    public static double Of(string one, string other)
    {
        var (a, b) = (Flat(one), Flat(other));
        return a.Length == 0 && b.Length == 0 ? 1 : 1 - ((double)Distance(a, b) / Math.Max(a.Length, b.Length));
    }

    static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
            }
        }

        return row[b.Length];
    }

    static string Flat(string text) => string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
