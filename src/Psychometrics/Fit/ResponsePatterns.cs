namespace Beffroi.Psychometrics;

/// <summary>The different rows of a matrix with the number of people who gave each, in the order they are first met.</summary>
static class ResponsePatterns
{
    public static IReadOnlyList<(sbyte[] Scores, int Persons)> Of(ResponseMatrix data)
    {
        var found = new List<(sbyte[] Scores, int Persons)>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var person = 0; person < data.Persons; person++)
        {
            var key = Key(data.Row(person));
            if (known.TryGetValue(key, out var at))
            {
                found[at] = (found[at].Scores, found[at].Persons + 1);
            }
            else
            {
                known.Add(key, found.Count);
                found.Add((data.Row(person).ToArray(), 1));
            }
        }

        return found;
    }

    static string Key(ReadOnlySpan<sbyte> scores) => string.Create(scores.Length, scores, (text, row) =>
    {
        for (var i = 0; i < row.Length; i++)
        {
            text[i] = (char)(row[i] + 1);
        }
    });
}
