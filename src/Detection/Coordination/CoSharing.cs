namespace Beffroi.Detection;

/// <summary>Who shared the same objects within a window of time: our default network. A pair is two shares of one object by two accounts in two posts, at most the window apart;
/// a tie is all pairs of two accounts, both directions together, with its distinct objects.</summary>
/// <remarks>The result does not depend on the order of the shares. To share together by chance is common: a tie alone says little, which is why
/// the analysis of the network weighs it against what chance gives.</remarks>
public sealed class CoSharing
{
    readonly ShareTable _table;
    readonly PairGroups _groups;

    CoSharing(ShareTable table, PairGroups groups, TieNetwork network, IReadOnlyList<ViralObject> viral) => (_table, _groups, Network, Viral) = (table, groups, network, viral);

    /// <summary>The accounts that have a tie, in order of their bytes, and all ties.</summary>
    public TieNetwork Network { get; }

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
        var found = SharePairs.Find(table, join, null, ct);
        var ranks = table.Accounts.Ranks();
        var groups = PairGroups.Of(table, found.Pairs, ranks, join.Workers);
        return new(table, groups, TiedAccounts.Network(table.Accounts, ranks, TieFold.All(table, ranks, groups, join.Workers)), found.Viral);
    }

    /// <summary>The pairs of a tie, by object in order of appearance, then by time.</summary>
    /// <param name="tie">Its place in <see cref="TieNetwork.Ties"/>.</param>
    public IEnumerable<TiePair> Evidence(int tie)
    {
        foreach (var member in _groups.Members(tie).ToArray())
        {
            var pair = _groups.Pair(member);
            var (earlier, later) = (_table[pair.Earlier], _table[pair.Later]);
            yield return new(earlier.ObjectId, earlier, later);
        }
    }
}
