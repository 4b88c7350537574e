using Beffroi.Bots.Clustering;
using Beffroi.Detection;

namespace Beffroi.Bots.Graphs;

/// <summary>A node as it is drawn and told.</summary>
public sealed record DrawnNode
{
    public required Guid Account { get; init; }
    public required string Label { get; init; }
    public required double X { get; init; }
    public required double Y { get; init; }

    /// <summary>From 0.</summary>
    public required int Community { get; init; }

    /// <summary>Times that others repeated it, or things that it shared together with others.</summary>
    public required int Received { get; init; }
    public required int Given { get; init; }
    public required DateTimeOffset First { get; init; }
    public required DateTimeOffset Last { get; init; }
    public double? Probability { get; init; }
    public AutomationClass? Class { get; init; }
}

/// <param name="Size">Reposts and quotes, or things shared together.</param>
public sealed record DrawnEdge(int From, int To, int Size, double Weight, DateTimeOffset First, DateTimeOffset Last);

/// <param name="Second">Since 1970.</param>
public sealed record DrawnEvent(long Second, int From, int To);

/// <summary>A graph with its places and communities: the same data give the same drawing, to the last coordinate.</summary>
public sealed record DrawnGraph
{
    /// <summary>Smooth in a browser; those with the most links are kept.</summary>
    public const int MostNodes = 2000;
    const int MostEvents = 20_000;

    public required bool Directed { get; init; }
    public required IReadOnlyList<DrawnNode> Nodes { get; init; }
    public required IReadOnlyList<DrawnEdge> Edges { get; init; }

    /// <summary>What happened, in order of time, to play it again.</summary>
    public required IReadOnlyList<DrawnEvent> Replay { get; init; }

    /// <summary>Accounts that have fewer links and are not drawn.</summary>
    public required int LeftOut { get; init; }

    public static DrawnGraph OfInteractions(IReadOnlyList<Interaction> interactions)
    {
        var others = interactions.Where(i => !string.Equals(i.From, i.To, StringComparison.Ordinal)).ToArray();
        var (kept, leftOut) = Busiest(others.SelectMany(i => new[] { (i.From, 1), (i.To, 1) }));
        var graph = InteractionGraph.Of(others.Where(i => kept.Contains(i.From) && kept.Contains(i.To)), new() { MaximumAge = null });
        var place = graph.Nodes.Select((n, at) => (n.Account, at)).ToDictionary(p => p.Account, p => p.at, StringComparer.Ordinal);
        return new()
        {
            Directed = true,
            LeftOut = leftOut,
            Nodes = [.. graph.Nodes.Select(n => new DrawnNode
            {
                Account = WatchPost.AccountOf(n.Account), Label = n.Account, X = n.X, Y = n.Y, Community = n.Community, Received = n.Received, Given = n.Given, First = n.First, Last = n.Last,
            })],
            Edges = [.. graph.Edges.Select(e => new DrawnEdge(e.From, e.To, e.Size, e.Weight, e.First, e.Last))],
            Replay = [.. graph.Replay.Take(MostEvents).Select(i => new DrawnEvent(i.At.ToUnixTimeSeconds(), place[i.From], place[i.To]))],
        };
    }

    public static DrawnGraph OfTies(IReadOnlyList<SharedTie> ties)
    {
        var (kept, leftOut) = Busiest(ties.SelectMany(t => new[] { (WatchPost.Key(t.First), t.Objects), (WatchPost.Key(t.Second), t.Objects) }));
        string[] accounts = [.. kept.Order(StringComparer.Ordinal)];
        var place = accounts.Select((a, at) => (a, at)).ToDictionary(p => p.a, p => p.at, StringComparer.Ordinal);
        var drawn = ties.Where(t => kept.Contains(WatchPost.Key(t.First)) && kept.Contains(WatchPost.Key(t.Second)))
            .Select(t => (A: Math.Min(place[WatchPost.Key(t.First)], place[WatchPost.Key(t.Second)]), B: Math.Max(place[WatchPost.Key(t.First)], place[WatchPost.Key(t.Second)]), Tie: t)).OrderBy(t => t.A).ThenBy(t => t.B).ToArray();
        var most = drawn.Select(t => t.Tie.Objects).DefaultIfEmpty(1).Max();
        WeightedLink[] links = [.. drawn.Select(t => new WeightedLink(t.A, t.B, (double)t.Tie.Objects / most))];
        var communities = Leiden.Communities(accounts.Length, links);
        var places = ForceLayout.Places(accounts.Length, links);
        var around = drawn.SelectMany(t => new[] { (Node: t.A, t.Tie), (Node: t.B, t.Tie) }).ToLookup(t => t.Node, t => t.Tie);
        return new()
        {
            Directed = false,
            LeftOut = leftOut,
            Nodes = [.. accounts.Select((a, at) => new DrawnNode
            {
                Account = WatchPost.AccountOf(a), Label = a, X = places[at].X, Y = places[at].Y, Community = communities[at],
                Received = around[at].Sum(t => t.Objects), Given = around[at].Count(), First = around[at].Min(t => t.FirstAt), Last = around[at].Max(t => t.LastAt),
            })],
            Edges = [.. drawn.Select(t => new DrawnEdge(t.A, t.B, t.Tie.Objects, (double)t.Tie.Objects / most, t.Tie.FirstAt, t.Tie.LastAt))],
            Replay = [.. drawn.OrderBy(t => t.Tie.FirstAt).ThenBy(t => t.A).ThenBy(t => t.B).Take(MostEvents).Select(t => new DrawnEvent(t.Tie.FirstAt.ToUnixTimeSeconds(), t.A, t.B))],
        };
    }

    static (HashSet<string> Kept, int LeftOut) Busiest(IEnumerable<(string Account, int Weight)> ends)
    {
        var sums = ends.GroupBy(e => e.Account, StringComparer.Ordinal).Select(g => (g.Key, Sum: g.Sum(e => (long)e.Weight))).OrderByDescending(a => a.Sum).ThenBy(a => a.Key, StringComparer.Ordinal).ToArray();
        return (sums.Take(MostNodes).Select(a => a.Key).ToHashSet(StringComparer.Ordinal), Math.Max(0, sums.Length - MostNodes));
    }
}

/// <summary>Two accounts and the things that they shared together, all traces added.</summary>
public sealed record SharedTie(Guid First, Guid Second, int Objects, DateTimeOffset FirstAt, DateTimeOffset LastAt);
