namespace Beffroi.Detection;

/// <summary>Pairs of shares put together by pair of accounts, in order of the accounts' ranks; the pairs of a group stay in their order.</summary>
sealed class PairGroups
{
    readonly ShareTable _table;
    readonly int[] _ranks;
    readonly SharePair[] _pairs;
    readonly int[] _order;

    PairGroups(ShareTable table, SharePair[] pairs, int[] ranks, int[] order, int[] starts) => (_table, _pairs, _ranks, _order, Starts) = (table, pairs, ranks, order, starts);

    /// <summary>Where each group starts, and the end.</summary>
    public int[] Starts { get; }

    public int Count => Starts.Length - 1;

    /// <summary>Places of a group's pairs among all pairs, increasing.</summary>
    public ReadOnlySpan<int> Members(int group) => _order.AsSpan(Starts[group], Starts[group + 1] - Starts[group]);

    public SharePair Pair(int member) => _pairs[member];

    /// <summary>Ranks of the two accounts, the lower first.</summary>
    public (int Low, int High) Ranks(int group) => Ranks(_table, _ranks, _pairs[_order[Starts[group]]]);

    public static PairGroups Of(ShareTable table, SharePair[] pairs, int[] ranks, int workers)
    {
        var starts = new int[ranks.Length + 1];
        foreach (var pair in pairs)
        {
            starts[Ranks(table, ranks, pair).Low + 1]++;
        }

        for (var i = 0; i < ranks.Length; i++)
        {
            starts[i + 1] += starts[i];
        }

        var next = starts.AsSpan(0, ranks.Length).ToArray();
        var order = new int[pairs.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            order[next[Ranks(table, ranks, pairs[i]).Low]++] = i;
        }

        // Each lower account apart: its pairs by the higher account, then as they came.
        var groups = new bool[pairs.Length];
        Parallel.For(0, Math.Max(1, workers * 8), new ParallelOptions { MaxDegreeOfParallelism = workers }, part =>
        {
            var keys = new List<ulong>();
            var parts = Math.Max(1, workers * 8);
            for (var low = (int)((long)ranks.Length * part / parts); low < (int)((long)ranks.Length * (part + 1) / parts); low++)
            {
                SortBucket(table, ranks, pairs, order.AsSpan(starts[low], starts[low + 1] - starts[low]), groups.AsSpan(starts[low], starts[low + 1] - starts[low]), keys);
            }
        });
        return new(table, pairs, ranks, order, [.. Enumerable.Range(0, pairs.Length).Where(i => groups[i]), pairs.Length]);
    }

    static void SortBucket(ShareTable table, int[] ranks, SharePair[] pairs, Span<int> members, Span<bool> starts, List<ulong> keys)
    {
        keys.Clear();
        foreach (var member in members)
        {
            keys.Add(((ulong)(uint)Ranks(table, ranks, pairs[member]).High << 32) | (uint)member);
        }

        keys.Sort();
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = (int)(uint)keys[i];
            starts[i] = i == 0 || keys[i] >> 32 != keys[i - 1] >> 32;
        }
    }

    static (int Low, int High) Ranks(ShareTable table, int[] ranks, SharePair pair)
    {
        var (one, other) = (ranks[table.AccountColumn[pair.Earlier]], ranks[table.AccountColumn[pair.Later]]);
        return one < other ? (one, other) : (other, one);
    }
}
