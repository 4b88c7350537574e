using CsCheck;

namespace Beffroi.Detection.Tests.Drawings;

public sealed class InteractionGraphTests
{
    static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    static Interaction By(string from, string to, string source, int hour, bool quote = false, int sourceHour = 0) =>
        new(from, to, source, Start.AddHours(sourceHour), Start.AddHours(hour), quote);

    [Fact]
    public void Weights_follow_the_formula_and_links_to_oneself_are_dropped()
    {
        var graph = InteractionGraph.Of([By("a", "b", "1", 1), By("a", "b", "2", 2, quote: true), By("b", "b", "2", 2), By("c", "a", "3", 3), By("c", "b", "1", 4)]);
        Assert.Equal(["a", "b", "c"], graph.Nodes.Select(n => n.Account));
        Assert.Equal([1, 3, 0], graph.Nodes.Select(n => n.Received));
        Assert.Equal([2, 0, 2], graph.Nodes.Select(n => n.Given));
        // a→b: size 2, S = 3 and 1; c→a: size 1, S = 1 and 0; c→b: size 1, S = 3 and 0; greatest size 2.
        Assert.Equal([(0, 1, (0.5 / 4) + 0.5), (2, 0, 0.5 + 0.25), (2, 1, (0.5 / 3) + 0.25)], graph.Edges.Select(e => (e.From, e.To, e.Weight)));
        Assert.Equal((1, 1, 2), (graph.Edges[0].Reposts, graph.Edges[0].Quotes, graph.Edges[0].Size));
        Assert.Equal((Start.AddHours(1), Start.AddHours(2)), (graph.Edges[0].First, graph.Edges[0].Last));
        Assert.Equal([1, 2, 3, 4], graph.Replay.Select(i => (i.At - Start).TotalHours));
    }

    [Fact]
    public void Old_sources_and_those_little_repeated_are_left_out()
    {
        Interaction[] all = [By("a", "b", "old", 170), By("a", "b", "new", 171, sourceHour: 100), By("c", "b", "new", 172, sourceHour: 100), By("d", "e", "once", 172, sourceHour: 150)];
        Assert.Equal(["a", "b", "c", "d", "e"], InteractionGraph.Of(all, new() { MaximumAge = null }).Nodes.Select(n => n.Account));
        Assert.Equal([1, 1, 1], InteractionGraph.Of(all).Edges.Select(e => e.Size));
        Assert.Equal(["a", "b", "c"], InteractionGraph.Of(all, new() { MinimumReposts = 2 }).Nodes.Select(n => n.Account));
        Assert.Equal(["a", "b"], InteractionGraph.Of(all, new() { Until = Start.AddHours(168), MaximumAge = null }).Nodes.Select(n => n.Account).DefaultIfEmpty("a").Append("b").Distinct());
        Assert.Empty(InteractionGraph.Of([]).Nodes);
    }

    [Fact]
    public void Posts_give_the_interactions_whose_source_was_collected()
    {
        Post Of(string id, string account, string? repost = null, string? quote = null, int hour = 0) => new() { Id = id, AccountId = account, CreatedAt = Start.AddHours(hour), RepostOf = repost, QuoteOf = quote };
        var found = Interaction.Of([Of("1", "b"), Of("2", "a", repost: "1", hour: 2), Of("3", "c", quote: "1", hour: 1), Of("4", "c", repost: "missing"), Of("5", "d")]);
        Assert.Equal([("c", "b", "1", true), ("a", "b", "1", false)], found.Select(i => (i.From, i.To, i.SourceId, i.Quote)));
    }

    [Fact]
    public void The_order_of_interactions_changes_nothing() =>
        Gen.Select(Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 20]).Array[0, 40], Gen.Int[0, 1000]).Sample(
            (rows, seed) =>
            {
                var all = rows.Select((r, i) => By("a" + r.Item1, "a" + r.Item2, $"s{r.Item2}.{r.Item3 % 3}", r.Item3)).ToArray();
                var graph = InteractionGraph.Of(all);
                new Random(seed).Shuffle(all);
                var again = InteractionGraph.Of(all);
                Assert.Equal(graph.Nodes, again.Nodes);
                Assert.Equal(graph.Edges, again.Edges);
                Assert.Equal(graph.Replay, again.Replay);
                Assert.All(graph.Edges, e => Assert.InRange(e.Weight, double.Epsilon, 1));
            },
            iter: 50);

    [Fact]
    public void The_layout_is_seeded_finite_and_puts_friends_near()
    {
        var links = Enumerable.Range(0, 4).SelectMany(c => Enumerable.Range(0, 10).SelectMany(i => Enumerable.Range(i + 1, 9 - i).Select(j => new WeightedLink((10 * c) + i, (10 * c) + j, 1)))).Append(new(0, 10, 1)).ToArray();
        var places = ForceLayout.Places(40, links);
        Assert.Equal(places, ForceLayout.Places(40, links));
        Assert.NotEqual(places, ForceLayout.Places(40, links, seed: 2));
        Assert.All(places, p => Assert.True(double.IsFinite(p.X) && Math.Abs(p.X) <= 200 + (300 * Math.Log(40)) + 1e-6 && Math.Abs(p.Y) <= 200 + (300 * Math.Log(40)) + 1e-6));
        double Apart(int a, int b) => Math.Sqrt(Math.Pow(places[a].X - places[b].X, 2) + Math.Pow(places[a].Y - places[b].Y, 2));
        var within = links.SkipLast(1).Average(l => Apart(l.A, l.B));
        var across = Enumerable.Range(0, 10).Average(i => Apart(i, 20 + i));
        Assert.True(across > 2 * within, $"{across} and {within}");
        Assert.Empty(ForceLayout.Places(0, []));
        Assert.Equal([(0.0, 0.0)], ForceLayout.Places(1, []));
        Assert.All(ForceLayout.Places(2, [new(0, 1, 5)]), p => Assert.True(double.IsFinite(p.X)));
    }

    [Fact]
    public void Far_nodes_acting_as_one_push_nearly_as_all_of_them() =>
        Gen.Select(Gen.Int[2, 200], Gen.Int[0, 1000]).Sample(
            (count, seed) =>
            {
                var chance = new Random(seed);
                // Many at the very same place, too.
                double[] x = [.. Enumerable.Range(0, count).Select(i => i % 5 == 0 ? 0.5 : chance.NextDouble())];
                double[] y = [.. Enumerable.Range(0, count).Select(i => i % 5 == 0 ? 0.5 : chance.NextDouble())];
                var tree = new QuadTree();
                tree.Build(x, y);
                var off = new List<double>();
                for (var node = 0; node < count; node++)
                {
                    var (px, py, size) = (0.0, 0.0, 1e-9);
                    for (var other = 0; other < count; other++)
                    {
                        var (gx, gy) = (x[node] - x[other], y[node] - y[other]);
                        var d = (gx * gx) + (gy * gy);
                        px += d > 0 ? gx / d : 0;
                        py += d > 0 ? gy / d : 0;
                        size += d > 0 ? 1 / Math.Sqrt(d) : 0;
                    }

                    var (ax, ay) = tree.Push(x[node], y[node], 1, 0.9);
                    off.Add(Math.Sqrt(((ax - px) * (ax - px)) + ((ay - py) * (ay - py))) / size);
                    var (ex, ey) = tree.Push(x[node], y[node], 1, 0);
                    Assert.InRange(Math.Abs(ex - px) + Math.Abs(ey - py), 0, 1e-6 * size);
                }

                Assert.InRange(off.Average(), 0, count < 30 ? 0.3 : 0.1);
            },
            iter: 30);
}
