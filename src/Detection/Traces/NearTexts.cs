namespace Beffroi.Detection;

/// <summary>Texts that are nearly the same: shingles of five characters, candidates by MinHash and banding (Broder, 1997; Leskovec, Rajaraman &amp; Ullman, chapter 3), then the exact
/// Jaccard index. Groups do not chain: every text of a group is near its first one.</summary>
public static class NearTexts
{
    const int Shingle = 5;
    const int Bands = 24;
    const int Rows = 4;

    /// <summary>The first text of the group of each text. Texts that come most often, then in order of code, are first; so the order of the input changes nothing.</summary>
    /// <param name="texts">Normalised texts, repeated as they come.</param>
    /// <param name="similarity">Least Jaccard index, ]0, 1].</param>
    /// <param name="seed">Of the permutations.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is out of its bounds.</exception>
    public static IReadOnlyDictionary<string, string> Groups(IEnumerable<string> texts, double similarity = 0.7, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(similarity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(similarity, 1);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            counts[text] = counts.GetValueOrDefault(text) + 1;
        }

        var permutations = Permutations(seed);
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        var buckets = new Dictionary<(int Band, ulong Key), List<int>>();
        var leaders = new List<(string Text, ulong[] Shingles)>();
        foreach (var text in counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key))
        {
            var shingles = Shingles(text);
            var keys = Keys(Signature(shingles, permutations));
            var (best, nearest) = (-1, 0.0);
            foreach (var leader in keys.Select((key, band) => buckets.GetValueOrDefault((band, key))).Where(b => b is not null).SelectMany(b => b!).Distinct().Order())
            {
                var value = Jaccard(shingles, leaders[leader].Shingles);
                (best, nearest) = value >= similarity && value > nearest ? (leader, value) : (best, nearest);
            }

            groups[text] = best >= 0 ? leaders[best].Text : text;
            if (best < 0)
            {
                for (var band = 0; band < Bands; band++)
                {
                    (buckets.TryGetValue((band, keys[band]), out var bucket) ? bucket : buckets[(band, keys[band])] = []).Add(leaders.Count);
                }

                leaders.Add((text, shingles));
            }
        }

        return groups;
    }

    /// <summary>Distinct shingles of a text, sorted by their fingerprints; a text shorter than a shingle is one.</summary>
    internal static ulong[] Shingles(string text) =>
        [.. Enumerable.Range(0, Math.Max(1, text.Length - Shingle + 1)).Select(at => ChanceStream.Of(text.AsSpan(at, Math.Min(Shingle, text.Length)))).Distinct().Order()];

    /// <summary>Common over distinct, of two sorted sets.</summary>
    internal static double Jaccard(ulong[] a, ulong[] b)
    {
        var (i, j, common) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            common += a[i] == b[j] ? 1 : 0;
            var (x, y) = (a[i], b[j]);
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return (double)common / (a.Length + b.Length - common);
    }

    internal static ulong[] Permutations(ulong seed, int count = Bands * Rows)
    {
        var chance = new ChanceStream(ChanceStream.Mix(seed));
        return [.. Enumerable.Range(0, count).Select(_ => chance.Next())];
    }

    /// <summary>The least scattered shingle under each permutation: two sets agree on each with a chance equal to their Jaccard index.</summary>
    internal static ulong[] Signature(ulong[] shingles, ulong[] permutations)
    {
        var least = new ulong[permutations.Length];
        for (var p = 0; p < least.Length; p++)
        {
            least[p] = ulong.MaxValue;
            foreach (var shingle in shingles)
            {
                least[p] = Math.Min(least[p], ChanceStream.Mix(shingle ^ permutations[p]));
            }
        }

        return least;
    }

    static ulong[] Keys(ulong[] signature)
    {
        var keys = new ulong[Bands];
        for (var at = 0; at < signature.Length; at++)
        {
            keys[at / Rows] = ChanceStream.Mix((keys[at / Rows] * 31) + signature[at]);
        }

        return keys;
    }
}
