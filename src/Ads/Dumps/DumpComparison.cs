namespace Beffroi.Ads.Dumps;

/// <summary>Fields of one ad that are not what they were.</summary>
/// <param name="Changed">Names of those that say something else.</param>
/// <param name="Gone">Names of those that say nothing any more.</param>
public sealed record ChangedAd(string SourceId, IReadOnlyList<string> Changed, IReadOnlyList<string> Gone, IReadOnlyList<string> New);

public enum DumpTotal
{
    Impressions,
    Spend,
    Reach,
}

/// <summary>A total that can only grow, and that is less than it was.</summary>
public sealed record FallenTotal(string SourceId, DumpTotal Total, decimal Before, decimal After);

/// <param name="Before">Identifier of the advertiser at its source.</param>
public sealed record ChangedAdvertiser(string SourceId, string Before, string After);

/// <summary>
/// Two readings of a library: what came, what left, what changed. What left was withdrawn by the platform, by who paid, or grew too old: it is not unlawful for that.
/// </summary>
public sealed record DumpComparison
{
    public required int Before { get; init; }
    public required int After { get; init; }
    public required IReadOnlyList<string> Added { get; init; }

    /// <summary>As they were in the first reading.</summary>
    public required IReadOnlyList<DumpFact> Removed { get; init; }

    public required IReadOnlyList<ChangedAd> Changed { get; init; }
    public required IReadOnlyList<FallenTotal> Fallen { get; init; }
    public required IReadOnlyList<ChangedAdvertiser> Advertisers { get; init; }

    /// <summary>Sums of what both readings say of all their ads, to see whether the whole fell.</summary>
    public required IReadOnlyList<(DumpTotal Total, decimal Before, decimal After)> Sums { get; init; }

    /// <summary>Removed, over what was there: in [0, 1].</summary>
    public double GrossShare => Before == 0 ? 0 : (double)Removed.Count / Before;

    /// <summary>How much fewer there are, over what was there; negative when there are more.</summary>
    public double NetShare => Before == 0 ? 0 : (double)(Before - After) / Before;

    /// <param name="before">Kept in memory; an ad that comes twice counts once, as it came last.</param>
    /// <param name="after">Read once.</param>
    public static async Task<DumpComparison> Of(IAsyncEnumerable<DumpFact> before, IAsyncEnumerable<DumpFact> after, CancellationToken ct)
    {
        var first = new Dictionary<string, DumpFact>(StringComparer.Ordinal);
        await foreach (var fact in before.WithCancellation(ct))
        {
            first[fact.SourceId] = fact;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (added, changed, fallen, advertisers) = (new List<string>(), new List<ChangedAd>(), new List<FallenTotal>(), new List<ChangedAdvertiser>());
        var sums = new Sum();
        await foreach (var fact in after.WithCancellation(ct))
        {
            if (!seen.Add(fact.SourceId))
            {
                continue;
            }

            sums.After(fact);
            if (!first.TryGetValue(fact.SourceId, out var was))
            {
                added.Add(fact.SourceId);
                continue;
            }

            if (Changes(was, fact) is { } change)
            {
                changed.Add(change);
            }

            fallen.AddRange(Falls(was, fact));
            if (was.Advertiser is { } from && fact.Advertiser is { } to && !string.Equals(from, to, StringComparison.Ordinal))
            {
                advertisers.Add(new(fact.SourceId, from, to));
            }
        }

        foreach (var fact in first.Values)
        {
            sums.Before(fact);
        }

        return new()
        {
            Before = first.Count, After = seen.Count, Added = [.. added.Order(StringComparer.Ordinal)],
            Removed = [.. first.Values.Where(f => !seen.Contains(f.SourceId)).OrderBy(f => f.SourceId, StringComparer.Ordinal)],
            Changed = [.. changed.OrderBy(c => c.SourceId, StringComparer.Ordinal)], Fallen = [.. fallen.OrderBy(f => f.SourceId, StringComparer.Ordinal).ThenBy(f => f.Total)],
            Advertisers = [.. advertisers.OrderBy(a => a.SourceId, StringComparer.Ordinal)], Sums = sums.All,
        };
    }

    static ChangedAd? Changes(DumpFact was, DumpFact now)
    {
        // Of an ad that could not be read, nothing is known but that it is there.
        if (was.ContentHash.Length == 0 || now.ContentHash.Length == 0)
        {
            return null;
        }

        if (string.Equals(was.ContentHash, now.ContentHash, StringComparison.Ordinal))
        {
            return null;
        }

        var (before, after) = (Fields(was), Fields(now));
        return new(now.SourceId,
            [.. before.Keys.Where(k => after.TryGetValue(k, out var value) && !string.Equals(value, before[k], StringComparison.Ordinal))],
            [.. before.Keys.Where(k => !after.ContainsKey(k))],
            [.. after.Keys.Where(k => !before.ContainsKey(k))]);
    }

    static Dictionary<string, string> Fields(DumpFact fact) =>
        fact.Fields.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    static IEnumerable<FallenTotal> Falls(DumpFact was, DumpFact now)
    {
        foreach (var total in Enum.GetValues<DumpTotal>())
        {
            if (Value(was, total) is { } before && Value(now, total) is { } after && after < before)
            {
                yield return new(now.SourceId, total, before, after);
            }
        }
    }

    static decimal? Value(DumpFact fact, DumpTotal total) => total switch
    {
        DumpTotal.Impressions => fact.Impressions,
        DumpTotal.Spend => fact.Spend,
        DumpTotal.Reach => fact.Reach,
    };

    sealed class Sum
    {
        readonly Dictionary<DumpTotal, (decimal Before, decimal After)> _sums = [];

        public IReadOnlyList<(DumpTotal, decimal, decimal)> All => [.. _sums.OrderBy(s => s.Key).Select(s => (s.Key, s.Value.Before, s.Value.After))];

        public void Before(DumpFact fact) => Add(fact, (s, v) => (s.Before + v, s.After));

        public void After(DumpFact fact) => Add(fact, (s, v) => (s.Before, s.After + v));

        void Add(DumpFact fact, Func<(decimal Before, decimal After), decimal, (decimal, decimal)> add)
        {
            foreach (var total in Enum.GetValues<DumpTotal>())
            {
                if (Value(fact, total) is { } value)
                {
                    _sums[total] = add(_sums.GetValueOrDefault(total), value);
                }
            }
        }
    }
}
