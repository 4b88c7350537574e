namespace Beffroi.Detection.Tests;

/// <summary>What the peers make of the same published shares.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    public void Edges_and_pairs_are_those_of_CooRTweet_to_the_byte(int window)
    {
        var found = CooRTweet.Find(CoordinationData.Table("russian_coord_tweets.csv.gz"), new() { Window = window }, ct: TestContext.Current.CancellationToken);
        using var edges = new StringWriter();
        found.WriteEdges(edges);
        Assert.Equal(CoordinationData.Text($"reference/coortweet_russian_w{window}_edges.csv"), edges.ToString());
        using var pairs = new StringWriter();
        found.WritePairs(pairs);
        Assert.Equal(CoordinationData.Text($"reference/coortweet_russian_w{window}_pairs.csv.gz"), pairs.ToString());
    }

    // Counted by CooRTweet 2.1.3 on the first 100,000 rows of the IRA set.
    [Fact]
    public void Totals_are_those_of_CooRTweet_on_a_larger_set()
    {
        var found = CooRTweet.Find(CoordinationData.Table("ira_coretweet_100k.csv.gz"), new() { Window = 60 }, ct: TestContext.Current.CancellationToken);
        var accounts = found.Edges.SelectMany(e => new[] { e.From, e.To }).Distinct().Count();
        Assert.Equal((2_032, 98, 662), (found.PairCount, accounts, found.Edges.Count));
    }

    [Theory]
    [InlineData(10, 2_200, 1_092, 2_285)]
    [InlineData(60, 12_470, 6_206, 12_765)]
    public void Totals_are_those_of_the_QUT_toolkit(int window, int directed, int undirected, int weight)
    {
        var found = QutNetwork.Find(CoordinationData.Table("russian_coord_tweets.csv.gz"), new() { Window = window }, ct: TestContext.Current.CancellationToken);
        var between = found.Edges.Where(e => e.From != e.To).Select(e => (Math.Min(e.From, e.To), Math.Max(e.From, e.To))).Distinct().Count();
        Assert.Equal((directed, undirected, weight), (found.Edges.Count, between, found.Edges.Sum(e => e.Weight)));
    }
}
