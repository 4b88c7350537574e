namespace Beffroi.Crowdsourcing.Tests;

/// <summary>Invented people who answer of invented items.</summary>
static class Crowd
{
    /// <summary>Each person is right with a skill of their own between two bounds, and otherwise answers any other class.</summary>
    public static (VoteTable Votes, int[] Truths) Of(Random random, int items, int workers, int classes, int answers, double worst = 0.6, double best = 0.95)
    {
        var truths = Enumerable.Range(0, items).Select(_ => random.Next(classes)).ToArray();
        var skills = Enumerable.Range(0, workers).Select(_ => worst + ((best - worst) * random.NextDouble())).ToArray();
        var votes = new List<Vote>();
        for (var item = 0; item < items; item++)
        {
            var people = Enumerable.Range(0, workers).ToArray();
            random.Shuffle(people);
            votes.AddRange(people.Take(answers).Select(w => new Vote(item, w, random.NextDouble() < skills[w] ? truths[item] : (truths[item] + 1 + random.Next(classes - 1)) % classes)));
        }

        return (VoteTable.Of(items, workers, classes, votes.ToArray()), truths);
    }

    public static Aggregation Aggregate(VoteTable votes, AggregationMethod method = AggregationMethod.DawidSkene, AggregationOptions? options = null) =>
        Aggregator.Aggregate(votes, method, options, ct: TestContext.Current.CancellationToken);

    public static BridgingScores Bridge(VoteTable votes, BridgingOptions? options = null) => BridgingScores.Of(votes, options, TestContext.Current.CancellationToken);

    public static double Accuracy(this Aggregation found, int[] truths) => found.Accuracy(truths.Select((t, i) => KeyValuePair.Create(i, t)))!.Value;

    public static double[][] Rows(this Aggregation found) => [.. Enumerable.Range(0, found.Votes.Items).Select(i => found.Posterior(i).ToArray())];

    public static void Close(double[][] expected, double[][] found, double width)
    {
        Assert.Equal(expected.Length, found.Length);
        for (var item = 0; item < expected.Length; item++)
        {
            Assert.All(expected[item].Zip(found[item]), pair => Assert.Equal(pair.First, pair.Second, width));
        }
    }
}
