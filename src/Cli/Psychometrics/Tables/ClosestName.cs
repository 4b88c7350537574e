namespace Beffroi.Cli.Psychometrics.Tables;

/// <summary>The name that somebody who mistyped one most likely meant.</summary>
static class ClosestName
{
    /// <summary>The end of a sentence that refuses a name; empty when nothing resembles it.</summary>
    public static string Hint(string typed, IEnumerable<string> names)
    {
        var (closest, distance) = names.Select(name => (Name: name, Distance: Distance(typed, name))).MinBy(n => n.Distance);
        return closest is not null && distance <= Math.Max(2, typed.Length / 2) ? $" ; la plus proche est {Quoted.Text(closest)}" : "";
    }

    /// <summary>Insertions, deletions and replacements between two texts, whatever the case (Levenshtein, 1966).</summary>
    static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
