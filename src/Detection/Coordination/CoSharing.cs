namespace Beffroi.Detection;

/// <summary>Who shared the same objects within a window of time: our default network. A pair is two shares of one object by two accounts in two posts, at most the window apart;
/// a tie is all pairs of two accounts, both directions together, with its distinct objects.</summary>
/// <remarks>The result does not depend on the order of the shares. To share together by chance is common: a tie alone says little, which is why
/// the analysis of the network weighs it against what chance gives.</remarks>
public sealed class CoSharing
{
    readonly ShareTable _table;
    readonly PairGroups _groups;

    CoSharing(ShareTable table, PairGroups groups, TieNetwork network, ShareCensus census, IReadOnlyList<ViralObject> viral) =>
        (_table, _groups, Network, Census, Viral) = (table, groups, network, census, viral);

    /// <summary>The accounts that have a tie, in order of their bytes, and all ties.</summary>
    public TieNetwork Network { get; }

    /// <summary>Who shares how much, and how popular objects are, in and out of the window: what <see cref="CoordinationAnalysis"/> weighs the ties against.</summary>
    public ShareCensus Census { get; }

    /// <summary>Objects left out because <see cref="WindowJoin.MostPairsPerObject"/> asked for it.</summary>
    public IReadOnlyList<ViralObject> Viral { get; }

    /// <summary>Pairs of shares.</summary>
    public int PairCount => _groups.Starts[^1];

    /// <summary>Finds the ties of a table.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative window, no worker, or a bound below one pair.</exception>
    public static CoSharing Find(ShareTable table, WindowJoin join, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(join);
        var objects = ByObject.Of(table, null);
        var counts = SharerCounts.Of(table, objects);
        var found = SharePairs.Find(table, objects, join, null, ct);
        var ranks = table.Accounts.Ranks();
        var groups = PairGroups.Of(table, found.Pairs, ranks, join.Workers);
        return new(table, groups, TiedAccounts.Network(table.Accounts, ranks, TieFold.All(table, ranks, groups, join.Workers, counts.Sharers)), counts.Census(table), found.Viral);
    }

    /// <summary>The pairs of a tie, by time, then by the bytes of their identifiers.</summary>
    /// <param name="tie">Its place in <see cref="TieNetwork.Ties"/>.</param>
    public IReadOnlyList<TiePair> Evidence(int tie)
    {
        var pairs = new List<TiePair>();
        foreach (var member in _groups.Members(tie))
        {
            var pair = _groups.Pair(member);
            var (earlier, later) = (_table[pair.Earlier], _table[pair.Later]);
            pairs.Add(new(earlier.ObjectId, earlier, later));
        }

        pairs.Sort(TiePair.InTime);
        return pairs;
    }
}
