namespace Beffroi.Detection;

/// <summary>Communities by the Leiden algorithm (Traag, Waltman &amp; Van Eck, 2019, Scientific Reports 9, 5233): fast local moves, a refinement that keeps every community
/// well connected, aggregation, until nothing moves. Same nodes, links and seed: same communities.</summary>
public static class Leiden
{
    /// <summary>The community of each node, numbered from 0 in the order of their first node.</summary>
    /// <param name="nodes">How many nodes; 0 or more.</param>
    /// <param name="links">Links between them; the same pair may come several times.</param>
    /// <param name="quality">What is maximised.</param>
    /// <param name="resolution">Above 0.</param>
    /// <param name="seed">Of the order of visits and of the refinement.</param>
    /// <param name="runs">Independent searches, of which the best is kept; 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A link names a node that is not there, a weight is not above 0, or a parameter is out of its bounds.</exception>
    public static IReadOnlyList<int> Communities(
        int nodes, IReadOnlyList<WeightedLink> links, CommunityQuality quality = CommunityQuality.Modularity, double resolution = 1, ulong seed = 1, int runs = 4)
    {
        ArgumentNullException.ThrowIfNull(links);
        ArgumentOutOfRangeException.ThrowIfNegative(nodes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(runs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resolution);
        if (links.Any(l => l.A < 0 || l.B < 0 || l.A >= nodes || l.B >= nodes || !(l.Weight > 0) || double.IsInfinity(l.Weight)))
        {
            throw new ArgumentOutOfRangeException(nameof(links), "A link joins two nodes that are there, with a weight above 0.");
        }

        // Links in one order, whatever that of the caller: sums of weights are then the same to the last bit.
        var sorted = links.Select(l => (A: Math.Min(l.A, l.B), B: Math.Max(l.A, l.B), l.Weight)).OrderBy(l => l.A).ThenBy(l => l.B).ThenBy(l => l.Weight);
        var graph = new WeightedGraph(nodes, sorted);
        var best = Enumerable.Range(0, nodes).ToArray();
        var highest = double.NegativeInfinity;
        for (var run = 0; run < runs && graph.Total > 0; run++)
        {
            var search = new LeidenSearch(graph, quality, resolution, new(ChanceStream.Mix(seed + ((ulong)run * 0xD1B54A32D192ED03))));
            var found = search.Run();
            var value = search.Quality(found);
            if (value > highest + 1e-12)
            {
                (best, highest) = (found, value);
            }
        }

        return Numbered(best);
    }

    /// <summary>Quality of a partition: modularity in [-1, 1], or for the Potts model the weight within communities above what the resolution asks, not normalised.</summary>
    public static double Quality(
        int nodes, IReadOnlyList<WeightedLink> links, IReadOnlyList<int> communities, CommunityQuality quality = CommunityQuality.Modularity, double resolution = 1)
    {
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(communities);
        var graph = new WeightedGraph(nodes, links.Select(l => (l.A, l.B, l.Weight)));
        return graph.Total > 0 || quality == CommunityQuality.Potts ? new LeidenSearch(graph, quality, resolution, new(0)).Quality([.. communities]) : 0;
    }

    internal static int[] Numbered(int[] communities)
    {
        var numbers = new Dictionary<int, int>();
        return [.. communities.Select(c => numbers.TryGetValue(c, out var n) ? n : numbers[c] = numbers.Count)];
    }
}
