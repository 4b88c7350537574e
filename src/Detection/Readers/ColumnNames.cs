namespace Beffroi.Detection;

/// <summary>Finds what the columns of a table are, by the names that exports give them.</summary>
static class ColumnNames
{
    /// <summary>A name without case, marks and spaces: <c>Screen Name</c>, <c>screen_name</c> and <c>screenName</c> are one.</summary>
    public static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    /// <summary>For each column of the header, what <paramref name="known"/> says of it; the first column of a meaning has it.</summary>
    public static T?[] Meanings<T>(IReadOnlyList<string> header, IReadOnlyDictionary<string, T> known, ReadingOptions options)
        where T : struct
    {
        var given = options.Columns?.ToDictionary(c => Plain(c.Key), c => Plain(c.Value), StringComparer.Ordinal);
        var taken = new HashSet<T>();
        var meanings = new T?[header.Count];
        // What the caller says comes first.
        foreach (var isGiven in (ReadOnlySpan<bool>)[true, false])
        {
            for (var i = 0; i < header.Count; i++)
            {
                var name = Plain(header[i]);
                var renamed = given?.GetValueOrDefault(name);
                if (meanings[i] is null && (renamed is not null) == isGiven && known.TryGetValue(renamed ?? name, out var meaning) && taken.Add(meaning))
                {
                    meanings[i] = meaning;
                }
            }
        }

        return meanings;
    }

    /// <summary>A table of names from lines such as <c>Followers: followers_count followers</c>, the best name first.</summary>
    public static Dictionary<string, T> Table<T>(params (T Meaning, string Names)[] lines) =>
        lines.SelectMany(l => l.Names.Split(' ').Select(n => (Name: Plain(n), l.Meaning))).DistinctBy(n => n.Name, StringComparer.Ordinal).ToDictionary(n => n.Name, n => n.Meaning, StringComparer.Ordinal);
}
