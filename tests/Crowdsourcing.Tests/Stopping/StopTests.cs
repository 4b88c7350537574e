namespace Beffroi.Crowdsourcing.Tests;

public sealed class StopTests
{
    [Fact]
    public void It_stops_when_enough_people_make_it_sure_and_gives_up_when_many_do_not()
    {
        var rule = StopRule.Default;
        Assert.Equal(StopDecision.GoOn, rule.Decide(2, [0, 1]));
        Assert.Equal(StopDecision.Settled, rule.Decide(3, [0.01, 0.99]));
        Assert.Equal(StopDecision.GoOn, rule.Decide(3, [0.011, 0.989]));
        Assert.Equal(StopDecision.GoOn, rule.Decide(29, [0.4, 0.6]));
        Assert.Equal(StopDecision.Disputed, rule.Decide(30, [0.4, 0.6]));
        Assert.Equal(StopDecision.Settled, rule.Decide(30, [1, 0]));
        Assert.Throws<ArgumentException>(() => rule.Decide(3, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StopRule { Certainty = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new StopRule { AtLeast = 0 });
    }

    [Theory]
    [InlineData("rte", 0.92, 0.50)]
    [InlineData("sentiment_1k", 0.95, 0.30)]
    public void Few_answers_are_as_good_as_all(string name, double accuracy, double share)
    {
        var (file, truths) = SharedSets.Read(name);
        // The order of the answers moves the figures by some thousandths: the mean of several, and twice its error. Sixty orders in the long run.
        var orders = Environment.GetEnvironmentVariable("BEFFROI_LONG") is "1" ? 60 : 12;
        var replays = Enumerable.Range(1, orders).Select(seed => StopReplay.Of(file.Votes, new StopRule { AtMost = 10_000 }, new Random(seed), ct: TestContext.Current.CancellationToken)).ToList();
        var (found, least) = Mean(replays.Select(r => r.Aggregation.Accuracy(truths.Known)!.Value));
        var (asked, most) = Mean(replays.Select(r => r.Share));
        TestContext.Current.TestOutputHelper?.WriteLine($"{name} {found:F4} with {asked:P1} over {orders} orders");
        Assert.InRange(found + least, accuracy, 1);
        Assert.InRange(asked - most, 0, share);
    }

    static (double Mean, double TwiceItsError) Mean(IEnumerable<double> figures)
    {
        double[] all = [.. figures];
        var mean = all.Average();
        return (mean, 2 * Math.Sqrt(all.Sum(x => (x - mean) * (x - mean)) / (all.Length - 1) / all.Length));
    }

    [Fact]
    public void A_replay_asks_each_answer_at_most_once_and_at_least_three()
    {
        var (votes, _) = Crowd.Of(new Random(2), 100, 15, 2, 8);
        var replay = StopReplay.Of(votes, new StopRule { AtMost = 6 }, new Random(1), ct: TestContext.Current.CancellationToken);
        var asked = replay.Aggregation.Votes;
        Assert.Equal((800, asked.Count), (replay.Held, replay.Asked));
        Assert.All(Enumerable.Range(0, 100), i => Assert.InRange(asked.LabelsOf(i).Length, 3, 6));
        Assert.Subset(votes.All().ToHashSet(), asked.All().ToHashSet());
        Assert.InRange(replay.Settled, 1, 100);
        Assert.Equal(replay.Asked, StopReplay.Of(votes, new StopRule { AtMost = 6 }, new Random(1), ct: TestContext.Current.CancellationToken).Asked);
    }
}
