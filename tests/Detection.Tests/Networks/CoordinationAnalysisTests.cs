using CsCheck;

namespace Beffroi.Detection.Tests.Networks;

public sealed class CoordinationAnalysisTests
{
    // Three accounts that share ten objects of their own together; thirty people who share much, each in their own way, and sometimes meet.
    static List<Share> World(int seed = 1)
    {
        var chance = new Random(seed);
        var shares = new List<Share>();
        for (var thing = 0; thing < 10; thing++)
        {
            shares.AddRange(Enumerable.Range(0, 3).Select(a => new Share($"campaign{thing}", $"troll{a}", $"t{thing}.{a}", (10_000 * thing) + (5 * a))));
        }

        for (var post = 0; post < 3000; post++)
        {
            var news = chance.Next(1000);
            shares.Add(new($"news{news}", $"person{chance.Next(30)}", $"p{post}", (100 * news) + chance.Next(3000)));
        }

        return [.. shares.OrderBy(s => s.Timestamp)];
    }

    static (TieNetwork, ShareCensus) Joined(IEnumerable<Share> shares, int window = 60)
    {
        var stream = new RunningCoordination(window);
        foreach (var share in shares)
        {
            stream.Add(share);
        }

        return (stream.Network(), stream.Census());
    }

    [Theory]
    [InlineData(ChanceModel.Affinity)]
    [InlineData(ChanceModel.Poisson)]
    [InlineData(ChanceModel.Hypergeometric)]
    [InlineData(ChanceModel.PoissonBinomial)]
    public void Those_who_share_together_are_found_and_busy_people_are_not(ChanceModel model)
    {
        var (network, census) = Joined(World());
        var found = CoordinationAnalysis.Run(network, census, new() { Model = model });
        Assert.True(network.Ties.Count(t => t.Objects > 0) > 100);
        Assert.Equal(["troll0", "troll1", "troll2"], Assert.Single(found.Clusters).Members.Order(StringComparer.Ordinal));
        Assert.Equal(3, found.Kept.Count());
        Assert.Equal(1, found.Clusters[0].Density);
        Assert.Equal(20.0 / 3, found.Clusters[0].MeanDelay, 9);
        Assert.All(found.AccountFindings, a => Assert.Equal(a.Account.StartsWith("troll", StringComparison.Ordinal), a.Score >= 0.5));
        Assert.All(found.Kept, t => Assert.Equal((1, 1), (t.Direction, t.Symmetry)));
    }

    [Fact]
    public void The_order_of_shares_and_of_accounts_changes_nothing() =>
        Gen.Int[0, 1000].Sample(
            seed =>
            {
                var shares = World(seed);
                var (network, census) = Joined(shares);
                var plain = Seen(CoordinationAnalysis.Run(network, census));
                var order = Enumerable.Range(0, network.Accounts.Count).ToArray();
                new Random(seed).Shuffle(order);
                Assert.Equal(plain, Seen(CoordinationAnalysis.Run(Renumbered(network, order), census)));
            },
            iter: 20);

    [Fact]
    public void An_active_network_does_not_hide_itself()
    {
        // Fifty accounts make most of all meetings. Estimated on everything, their own meetings would be the norm.
        var chance = new Random(5);
        var shares = World();
        for (var thing = 0; thing < 400; thing++)
        {
            shares.AddRange(Enumerable.Range(0, 50).Where(_ => chance.NextDouble() < 0.2).Select(a => new Share($"mass{thing}", $"mass{a}", $"m{thing}.{a}", (200 * thing) + chance.Next(30))));
        }

        var (network, census) = Joined(shares.OrderBy(s => s.Timestamp));
        var found = CoordinationAnalysis.Run(network, census);
        Assert.Equal(50, found.Clusters.SelectMany(c => c.Members).Count(m => m.StartsWith("mass", StringComparison.Ordinal)));
        var everything = network.Ties.Sum(t => t.Objects) / (Math.Pow(census.Activity.Values.Sum(), 2) / 2);
        Assert.True(found.Background < everything / 5);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(10, true)]
    public void A_couple_is_no_network_unless_it_is_always_together(int objects, bool expected)
    {
        var shares = World().Where(s => s.AccountId != "troll2" && !(s.ObjectId.StartsWith("campaign", StringComparison.Ordinal) && int.Parse(s.ObjectId[8..], null) >= objects)).ToArray();
        var (network, census) = Joined(shares);
        Assert.Equal(expected, CoordinationAnalysis.Run(network, census).Clusters.Any());
        Assert.Empty(CoordinationAnalysis.Run(network, census, new() { StrongTie = double.PositiveInfinity }).Clusters);
        Assert.Equal(["troll0", "troll1"], Assert.Single(CoordinationAnalysis.Run(network, census, new() { Core = 1 }).Clusters).Members.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void False_discoveries_stay_under_the_rate_when_everything_is_chance()
    {
        // Nobody is coordinated: 40 worlds, any kept tie is false.
        var kept = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var (network, census) = Joined(World(seed).Where(s => !s.AccountId.StartsWith("troll", StringComparison.Ordinal)));
            kept += CoordinationAnalysis.Run(network, census, new() { Core = 1 }).Kept.Any() ? 1 : 0;
        }

        Assert.True(kept <= 2, $"{kept} worlds of 40");
    }

    [Fact]
    public void An_object_that_everybody_shares_weighs_nothing()
    {
        var shares = Enumerable.Range(0, 2).SelectMany(thing => Enumerable.Range(0, 10).Select(a => new Share($"viral{thing}", $"a{a}", $"{thing}.{a}", 1000 * thing))).ToArray();
        var (network, census) = Joined(shares);
        Assert.All(CoordinationAnalysis.Run(network, census).Ties, t => Assert.Equal(0, t.Weight, 9));
        Assert.All(CoordinationAnalysis.Run(network, census, new() { DiscountPopular = false }).Ties, t => Assert.Equal(2, t.Weight, 9));
    }

    [Fact]
    public void Empty_networks_give_nothing_and_bad_options_are_refused()
    {
        var nothing = new TieNetwork([], []);
        Assert.Empty(CoordinationAnalysis.Run(nothing, ShareCensus.Of([])).Clusters);
        Assert.Throws<InvalidOperationException>(() => CoordinationAnalysis.Run(nothing, ShareCensus.Of([]), new() { FalseDiscoveryRate = 0 }));
        Assert.Throws<InvalidOperationException>(() => CoordinationAnalysis.Run(nothing, ShareCensus.Of([]), new() { Core = 0 }));
        Assert.Throws<ArgumentException>(() => CoordinationAnalysis.Run(new(["a", "b"], []), ShareCensus.Of([])));
    }

    static string Seen(CoordinationFindings f) => string.Join('\n', f.Clusters.Select(c => string.Join(' ', c.Members)).Concat(
        f.Kept.Select(t => string.Join('-', new[] { f.Accounts[t.Tie.First], f.Accounts[t.Tie.Second] }.Order(StringComparer.Ordinal)) + $" {t.LogAdjusted:0.000000} {t.InBackbone}").Order(StringComparer.Ordinal)).Concat(
        f.AccountFindings.Select(a => $"{a.Account} {a.Score:0.000000} {a.Cluster}").Order(StringComparer.Ordinal)));

    static TieNetwork Renumbered(TieNetwork network, int[] order)
    {
        var names = new string[order.Length];
        for (var at = 0; at < order.Length; at++)
        {
            names[order[at]] = network.Accounts[at];
        }

        return new(names, [.. network.Ties.Select(t => (A: order[t.First], B: order[t.Second], Tie: t)).Select(t => t.A < t.B
            ? t.Tie with { First = t.A, Second = t.B }
            : t.Tie with { First = t.B, Second = t.A, FirstContents = t.Tie.SecondContents, SecondContents = t.Tie.FirstContents, FirstLeads = t.Tie.SecondLeads, SecondLeads = t.Tie.FirstLeads })
            .OrderBy(t => t.First).ThenBy(t => t.Second)]);
    }
}
