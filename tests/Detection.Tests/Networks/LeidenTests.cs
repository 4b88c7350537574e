using System.Collections.Concurrent;
using CsCheck;

namespace Beffroi.Detection.Tests.Networks;

public sealed class LeidenTests
{
    static readonly Gen<(int Nodes, WeightedLink[] Links)> Graphs =
        from nodes in Gen.Int[2, 8]
        from links in Gen.Select(Gen.Int[0, nodes - 1], Gen.Int[0, nodes - 1], Gen.Int[1, 4]).Where((a, b, _) => a != b).Array[1, 18]
        select (nodes, links.Select(l => new WeightedLink(l.Item1, l.Item2, l.Item3)).ToArray());

    // A heuristic: now and then it stops short of the best, and no bound is promised for one graph.
    [Fact]
    public void On_tiny_graphs_it_nearly_always_finds_the_best_partition_of_all_and_loses_little_where_it_does_not()
    {
        var gaps = new ConcurrentBag<double>();
        Graphs.Sample(g => gaps.Add(Partitions(g.Nodes).Max(p => Plain(g.Nodes, g.Links, p)) - Plain(g.Nodes, g.Links, [.. Leiden.Communities(g.Nodes, g.Links)])), iter: 200);

        Assert.All(gaps, by => Assert.True(by >= -1e-9));
        Assert.True(gaps.Count(by => by < 1e-9) >= 0.95 * gaps.Count, $"{gaps.Count(by => by < 1e-9)} of {gaps.Count}");
        Assert.InRange(gaps.Average(), -1e-9, 0.005);
    }

    [Fact]
    public void Quality_is_the_definition() =>
        Graphs.Sample(g => Assert.Equal(Plain(g.Nodes, g.Links, [.. Enumerable.Range(0, g.Nodes).Select(n => n % 3)]),
            Leiden.Quality(g.Nodes, g.Links, [.. Enumerable.Range(0, g.Nodes).Select(n => n % 3)]), tolerance: 1e-9));

    [Fact]
    public void Communities_are_connected_and_the_same_whatever_the_order_of_links() =>
        Gen.Select(Gen.Int[2, 60], Gen.Select(Gen.Int[0, 59], Gen.Int[0, 59], Gen.Double[0.1, 3]).Array[1, 200], Gen.Bool, Gen.Int[0, 1000]).Sample((nodes, raw, potts, seed) =>
        {
            var links = raw.Select(l => new WeightedLink(l.Item1 % nodes, l.Item2 % nodes, l.Item3)).Where(l => l.A != l.B).ToArray();
            var (quality, resolution) = potts ? (CommunityQuality.Potts, 0.3) : (CommunityQuality.Modularity, 1.0);
            var found = Leiden.Communities(nodes, links, quality, resolution, (ulong)seed);
            Assert.Equal(found, Leiden.Communities(nodes, [.. links.Reverse().Select(l => new WeightedLink(l.B, l.A, l.Weight))], quality, resolution, (ulong)seed));
            foreach (var community in Enumerable.Range(0, nodes).GroupBy(n => found[n]))
            {
                var reached = new HashSet<int> { community.First() };
                for (var grew = true; grew;)
                {
                    grew = links.Where(l => found[l.A] == found[l.B] && (reached.Contains(l.A) || reached.Contains(l.B))).ToArray().Aggregate(false, (g, l) => reached.Add(l.A) | reached.Add(l.B) | g);
                }

                Assert.Equal(community.Count(), reached.Count);
            }
        });

    [Fact]
    public void A_ring_of_cliques_gives_the_cliques()
    {
        var links = Enumerable.Range(0, 12).SelectMany(c => Enumerable.Range(0, 5).SelectMany(i => Enumerable.Range(i + 1, 4 - i).Select(j => new WeightedLink((5 * c) + i, (5 * c) + j, 1)))
            .Append(new((5 * c) + 4, 5 * ((c + 1) % 12), 1))).ToArray();
        var found = Leiden.Communities(60, links);
        Assert.All(Enumerable.Range(0, 60), n => Assert.Equal(n / 5, found[n]));
        Assert.All(Enumerable.Range(0, 60), n => Assert.Equal(n / 5, Leiden.Communities(60, links, CommunityQuality.Potts, 0.5)[n]));
    }

    [Fact]
    public void Core_numbers_are_those_of_peeling_by_hand() =>
        Graphs.Sample(g =>
        {
            var graph = new WeightedGraph(g.Nodes, g.Links.Select(l => (l.A, l.B, l.Weight)));
            var numbers = NodePruning.CoreNumbers(graph);
            for (var k = 1; k < g.Nodes; k++)
            {
                var inside = Enumerable.Range(0, g.Nodes).ToHashSet();
                while (inside.RemoveWhere(n => graph.Neighbours(n).ToArray().Count(inside.Contains) < k) > 0)
                {
                }

                Assert.Equal(inside.Order(), Enumerable.Range(0, g.Nodes).Where(n => numbers[n] >= k));
            }
        });

    [Fact]
    public void Centrality_is_the_leading_eigenvector()
    {
        // A star of four branches: the centre weighs twice a branch (square root of four).
        var star = new WeightedGraph(5, Enumerable.Range(1, 4).Select(i => (0, i, 1.0)));
        Assert.Equal([1, 0.5, 0.5, 0.5, 0.5], NodePruning.Eigenvector(star).Select(v => Math.Round(v, 6)));
    }

    [Fact]
    public void The_disparity_of_a_tie_is_its_integral_and_nobody_is_lost()
    {
        // Weights 8, 1, 1 around node 0: chances (1 - .8)² = .04 and (1 - .1)² = .81; leaves keep their only tie.
        WeightedLink[] links = [new(0, 1, 8), new(0, 2, 1), new(0, 3, 1), new(2, 3, 1)];
        Assert.Equal([true, true, true, true], BackboneFilter.Kept(4, links, Backbone.Whole, 0.05));
        var kept = BackboneFilter.Kept(4, links, Backbone.Disparity, 0.05);
        Assert.True(kept[0]);
        Graphs.Sample(g =>
        {
            foreach (var way in Enum.GetValues<Backbone>())
            {
                var stays = BackboneFilter.Kept(g.Nodes, g.Links, way, 0.05);
                Assert.Equal(g.Links.SelectMany(l => new[] { l.A, l.B }).Distinct().Order(),
                    g.Links.Where((_, at) => stays[at]).SelectMany(l => new[] { l.A, l.B }).Distinct().Order());
            }
        });
    }

    // Modularity as it is defined: (1/2m) Σ over ordered pairs of the same community of (A - kk/2m).
    static double Plain(int nodes, WeightedLink[] links, int[] communities)
    {
        var weights = new double[nodes, nodes];
        foreach (var link in links)
        {
            weights[link.A, link.B] += link.Weight;
            weights[link.B, link.A] += link.Weight;
        }

        var total = links.Sum(l => 2 * l.Weight);
        double Strength(int n) => Enumerable.Range(0, nodes).Sum(m => weights[n, m]);
        return Enumerable.Range(0, nodes).Sum(i => Enumerable.Range(0, nodes).Where(j => communities[i] == communities[j]).Sum(j => weights[i, j] - (Strength(i) * Strength(j) / total))) / total;
    }

    static IEnumerable<int[]> Partitions(int nodes, int[]? begun = null)
    {
        begun ??= [];
        return begun.Length == nodes ? [begun] : Enumerable.Range(0, begun.DefaultIfEmpty(-1).Max() + 2).SelectMany(c => Partitions(nodes, [.. begun, c]));
    }
}
