namespace Beffroi.Encyclopedia.Differences;

/// <summary>One order out of two.</summary>
static class Weaving
{
    /// <summary>The order of the first; what only the second has comes after what it follows there.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> first, IReadOnlyList<string> second, Func<string, bool> kept)
    {
        var woven = first.Where(kept).ToList();
        var there = woven.ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < second.Count; i++)
        {
            if (!kept(second[i]) || !there.Add(second[i]))
            {
                continue;
            }

            var before = Enumerable.Range(0, i).Reverse().Select(j => second[j]).FirstOrDefault(there.Contains);
            woven.Insert(before is null ? 0 : woven.IndexOf(before) + 1, second[i]);
        }

        return woven;
    }

    /// <summary>Whether what both hold is in the same order.</summary>
    public static bool Agree(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        var (inFirst, inSecond) = (first.ToHashSet(StringComparer.Ordinal), second.ToHashSet(StringComparer.Ordinal));
        return first.Where(inSecond.Contains).SequenceEqual(second.Where(inFirst.Contains), StringComparer.Ordinal);
    }
}
