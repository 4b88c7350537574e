using CsCheck;

namespace Beffroi.Detection.Tests;

public sealed class WindowJoinTests
{
    static readonly int Runs = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1" ? 20_000 : 500;
    static readonly Gen<(Share[], long, int)> Worlds = Gen.Select(BruteForce.Shares, Gen.Long[0, 20], Gen.Int[1, 4]);

    static CoSharing Ours(Share[] shares, long window) => CoSharing.Find(ShareTable.Of(shares), new() { Window = window, Workers = 2 });

    static Dictionary<(string, string), (int, int, int, int, int, int, long)> Told(TieNetwork network) => network.Ties.ToDictionary(t => (network.Accounts[t.First], network.Accounts[t.Second]),
        t => (t.Pairs, t.Objects, t.FirstContents, t.SecondContents, t.FirstLeads, t.SecondLeads, t.DelaySum));

    static Dictionary<(string, string), int> Told(QutNetwork network) => network.Edges.ToDictionary(e => (network.Accounts[e.From], network.Accounts[e.To]), e => e.Weight);

    static string Told(Share one, Share other) => string.CompareOrdinal($"{one}", $"{other}") < 0 ? $"{one} {other}" : $"{other} {one}";

    [Fact]
    public void Ties_are_those_that_looking_at_every_pair_finds() =>
        Worlds.Sample(w =>
        {
            var found = Ours(w.Item1, w.Item2).Network;
            Assert.Equal(BruteForce.Ties(w.Item1, w.Item2), Told(found));
            Assert.Equal(found.Ties.OrderBy(t => (t.First, t.Second)), found.Ties);
            Assert.All(found.Ties, t => Assert.True(t.First < t.Second));
        }, iter: Runs);

    [Fact]
    public void The_evidence_of_ties_is_every_pair_once() =>
        Worlds.Sample(w =>
        {
            var found = Ours(w.Item1, w.Item2);
            var told = Enumerable.Range(0, found.Network.Ties.Count).SelectMany(found.Evidence).ToList();
            Assert.All(told, p => Assert.True(p.Delay >= 0 && p.Delay <= w.Item2 && p.ObjectId == p.Later.ObjectId));
            Assert.Equal(BruteForce.Between(w.Item1, w.Item2).Select(p => Told(p.One, p.Other)).Order(), told.Select(p => Told(p.Earlier, p.Later)).Order());
        }, iter: Runs);

    [Fact]
    public void Directed_edges_are_those_that_looking_at_every_pair_finds() =>
        Worlds.Sample(w =>
        {
            var expected = BruteForce.Qut(w.Item1, w.Item2).Where(e => e.Value >= w.Item3).ToDictionary();
            Assert.Equal(expected, Told(QutNetwork.Find(ShareTable.Of(w.Item1), new() { Window = w.Item2 }, w.Item3)));
        }, iter: Runs);

    [Fact]
    public void CooRTweet_keeps_the_pairs_that_looking_at_every_pair_finds() =>
        Worlds.Sample(w =>
        {
            var found = CooRTweet.Find(ShareTable.Of(w.Item1), new() { Window = w.Item2 }, w.Item3);
            var expected = BruteForce.CooRTweet(w.Item1, w.Item2, w.Item3);
            Assert.Equal(expected.Select(p => Told(p.One, p.Other)).Order(), found.Pairs.Select(p => Told(p.Earlier, p.Later)).Order());
            var weights = expected.GroupBy(p => string.CompareOrdinal(p.One.AccountId, p.Other.AccountId) < 0 ? (p.One.AccountId, p.Other.AccountId) : (p.Other.AccountId, p.One.AccountId)).ToDictionary(g => g.Key, g => g.Count());
            Assert.Equal(weights, found.Edges.ToDictionary(e => string.CompareOrdinal(e.From, e.To) < 0 ? (e.From, e.To) : (e.To, e.From), e => e.Weight));
        }, iter: Runs);

    [Fact]
    public void The_order_of_the_shares_changes_nothing() =>
        Gen.Select(BruteForce.Shares, Gen.Long[0, 20], Gen.Int).Sample((shares, window, seed) =>
        {
            var other = shares.ToArray();
            new Random(seed).Shuffle(other);
            var (one, two) = (Ours(shares, window).Network, Ours(other, window).Network);
            Assert.Equal(one.Accounts, two.Accounts);
            Assert.Equal(one.Ties, two.Ties);
            Assert.Equal(QutNetwork.Find(ShareTable.Of(shares), new() { Window = window }).Edges, QutNetwork.Find(ShareTable.Of(other), new() { Window = window }).Edges);
        }, iter: Runs);

    [Fact]
    public void A_wider_window_never_loses_a_pair() =>
        Gen.Select(BruteForce.Shares, Gen.Long[0, 20], Gen.Long[0, 20]).Sample((shares, window, more) =>
        {
            var (narrow, wide) = (Told(Ours(shares, window).Network), Told(Ours(shares, window + more).Network));
            Assert.All(narrow, tie => Assert.True(wide.TryGetValue(tie.Key, out var other) && other.Item1 >= tie.Value.Item1 && other.Item2 >= tie.Value.Item2));
        }, iter: Runs);

    [Fact]
    public void Directed_and_symmetric_counts_agree() =>
        Gen.Select(BruteForce.Shares, Gen.Long[0, 20]).Sample((shares, window) =>
        {
            var directed = Told(QutNetwork.Find(ShareTable.Of(shares), new() { Window = window }));
            var ties = Ours(shares, window).Network;
            foreach (var tie in ties.Ties)
            {
                Assert.Equal(tie.FirstContents, directed[(ties.Accounts[tie.First], ties.Accounts[tie.Second])]);
                Assert.Equal(tie.SecondContents, directed[(ties.Accounts[tie.Second], ties.Accounts[tie.First])]);
                Assert.True(tie.FirstLeads + tie.SecondLeads <= tie.Pairs);
            }

            Assert.Equal(2 * ties.Ties.Count, directed.Keys.Count(k => k.Item1 != k.Item2));
        }, iter: Runs);

    [Fact]
    public void The_census_and_the_popularity_of_objects_are_those_of_all_shares() =>
        Worlds.Sample(w =>
        {
            var found = Ours(w.Item1, w.Item2);
            var expected = ShareCensus.Of(w.Item1);
            Assert.Equal(expected.Activity, found.Census.Activity);
            Assert.Equal(expected.Popularity, found.Census.Popularity);
            for (var tie = 0; tie < found.Network.Ties.Count; tie++)
            {
                var objects = found.Evidence(tie).Select(p => p.ObjectId).Distinct();
                Assert.Equal(objects.Sum(o => Math.Log(w.Item1.Where(s => s.ObjectId == o).Select(s => s.AccountId).Distinct().Count())), found.Network.Ties[tie].LogPopularity, 1e-9);
            }
        }, iter: Runs);

    [Fact]
    public void One_worker_finds_what_several_find() =>
        Worlds.Sample(w =>
        {
            var table = ShareTable.Of(w.Item1);
            Assert.Equal(CoSharing.Find(table, new() { Window = w.Item2, Workers = 1 }).Network.Ties, CoSharing.Find(table, new() { Window = w.Item2, Workers = 3 }).Network.Ties);
        }, iter: Runs);

    [Fact]
    public void An_object_with_too_many_pairs_is_left_out_and_named_only_when_asked()
    {
        Share[] shares = [.. Enumerable.Range(0, 10).Select(i => new Share("viral", $"a{i}", $"v{i}", i)), new("calm", "a0", "c0", 0), new("calm", "a1", "c1", 1)];
        var table = ShareTable.Of(shares);
        Assert.Equal(45, CoSharing.Find(table, new() { Window = 60 }, TestContext.Current.CancellationToken).Network.Ties.Count);
        var capped = CoSharing.Find(table, new() { Window = 60, MostPairsPerObject = 44 }, TestContext.Current.CancellationToken);
        Assert.Equal([new ViralObject("viral", 45)], capped.Viral);
        Assert.Equal(("a0", "a1"), (capped.Network.Accounts[0], capped.Network.Accounts[1]));
        Assert.Single(capped.Network.Ties);
        Assert.Empty(CoSharing.Find(table, new() { Window = 60, MostPairsPerObject = 45 }, TestContext.Current.CancellationToken).Viral);
    }

    // Values of R's quantile(c(1, 1, 2, 4), p).
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 1.5)]
    [InlineData(0.9, 3.4)]
    [InlineData(1, 4)]
    public void The_quantile_is_that_of_R(double share, double expected) => Assert.Equal(expected, CooRTweetEdges.Quantile([1, 1, 2, 4], share), 1e-12);
}
