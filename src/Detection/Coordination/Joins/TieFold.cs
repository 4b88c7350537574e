namespace Beffroi.Detection;

/// <summary>What the pairs of two accounts come to.</summary>
sealed class TieFold(ShareTable table, int[] ranks, int[]? sharers)
{
    readonly Distinct _objects = new();
    readonly Distinct _first = new();
    readonly Distinct _second = new();

    /// <summary>The tie of a group, its accounts by rank.</summary>
    public Tie Of(PairGroups groups, int group)
    {
        var (low, high) = groups.Ranks(group);
        _objects.Clear();
        _first.Clear();
        _second.Clear();
        var (firstLeads, secondLeads, delay) = (0, 0, 0L);
        foreach (var member in groups.Members(group))
        {
            var pair = groups.Pair(member);
            var firstIsEarlier = ranks[table.AccountColumn[pair.Earlier]] == low;
            var (one, other) = firstIsEarlier ? (pair.Earlier, pair.Later) : (pair.Later, pair.Earlier);
            _objects.Add(table.ObjectColumn[pair.Earlier]);
            _first.Add(table.ContentColumn[one]);
            (low == high ? _first : _second).Add(table.ContentColumn[other]);
            var gap = table.TimeColumn[pair.Later] - table.TimeColumn[pair.Earlier];
            delay += gap;
            (firstLeads, secondLeads) = gap == 0 ? (firstLeads, secondLeads) : firstIsEarlier ? (firstLeads + 1, secondLeads) : (firstLeads, secondLeads + 1);
        }

        var objects = _objects.Values();
        var distinct = objects.Length;
        return new()
        {
            First = low,
            Second = high,
            Pairs = groups.Members(group).Length,
            Objects = distinct,
            FirstContents = _first.Count(),
            SecondContents = low == high ? 0 : _second.Count(),
            FirstLeads = firstLeads,
            SecondLeads = secondLeads,
            DelaySum = delay,
            LogPopularity = LogPopularity(objects),
        };
    }

    double LogPopularity(Span<int> objects)
    {
        if (sharers is null)
        {
            return 0;
        }

        foreach (ref var o in objects)
        {
            o = sharers[o];
        }

        return SharerCounts.LogSum(objects);
    }

    /// <summary>The ties of all groups, in their order.</summary>
    public static Tie[] All(ShareTable table, int[] ranks, PairGroups groups, int workers, int[]? sharers = null)
    {
        var ties = new Tie[groups.Count];
        var parts = workers * 8;
        Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = workers }, part =>
        {
            var fold = new TieFold(table, ranks, sharers);
            for (var group = (int)((long)groups.Count * part / parts); group < (int)((long)groups.Count * (part + 1) / parts); group++)
            {
                ties[group] = fold.Of(groups, group);
            }
        });
        return ties;
    }
}
