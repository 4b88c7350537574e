using System.Runtime.InteropServices;

namespace Beffroi.Detection;

/// <summary>An edge from one account to another.</summary>
/// <param name="From">Index in <see cref="QutNetwork.Accounts"/>.</param>
/// <param name="To">Index in <see cref="QutNetwork.Accounts"/>; the same for a loop.</param>
/// <param name="Weight">Distinct posts of <paramref name="From"/> within the window of another post of <paramref name="To"/> that shares the same object.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DirectedTie(int From, int To, int Weight);

/// <summary>The network as the QUT coordination-network-toolkit (Graham et al. 2020) defines it: directed, weighted by distinct posts, without a filter on participation.
/// An account tied to itself is a loop, which the toolkit keeps and hides at export.</summary>
public sealed class QutNetwork
{
    QutNetwork(IReadOnlyList<string> accounts, IReadOnlyList<DirectedTie> edges, long pairs, IReadOnlyList<ViralObject> viral) => (Accounts, Edges, Pairs, Viral) = (accounts, edges, pairs, viral);

    /// <summary>Accounts that have an edge, in order of their bytes.</summary>
    public IReadOnlyList<string> Accounts { get; }

    /// <summary>Edges, loops included, in order of (from, to).</summary>
    public IReadOnlyList<DirectedTie> Edges { get; }

    /// <summary>Pairs of shares of the same object within the window, in two posts.</summary>
    public long Pairs { get; }

    /// <summary>Objects left out because <see cref="WindowJoin.MostPairsPerObject"/> asked for it.</summary>
    public IReadOnlyList<ViralObject> Viral { get; }

    /// <summary>Finds the edges of a table.</summary>
    /// <param name="minEdgeWeight">Least weight, in each direction apart.</param>
    public static QutNetwork Find(ShareTable table, WindowJoin join, int minEdgeWeight = 1, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(join);
        ArgumentOutOfRangeException.ThrowIfLessThan(minEdgeWeight, 1);
        var found = SharePairs.Find(table, join with { SameAccount = true }, null, ct);
        var ranks = table.Accounts.Ranks();
        var groups = PairGroups.Of(table, found.Pairs, ranks, join.Workers);
        return Of(TiedAccounts.Network(table.Accounts, ranks, TieFold.All(table, ranks, groups, join.Workers)), minEdgeWeight, found.Viral);
    }

    /// <summary>The same from ties that hold loops, as <see cref="TieRuns"/> gives them when asked.</summary>
    public static QutNetwork Of(TieNetwork network, int minEdgeWeight, IReadOnlyList<ViralObject> viral)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfLessThan(minEdgeWeight, 1);
        var edges = new List<DirectedTie>();
        foreach (var tie in network.Ties)
        {
            edges.Add(new(tie.First, tie.Second, tie.FirstContents));
            if (tie.First != tie.Second)
            {
                edges.Add(new(tie.Second, tie.First, tie.SecondContents));
            }
        }

        edges.RemoveAll(e => e.Weight < minEdgeWeight);
        edges.Sort((a, b) => (a.From, a.To).CompareTo((b.From, b.To)));
        return new(network.Accounts, edges, network.Ties.Sum(t => (long)t.Pairs), viral);
    }
}
