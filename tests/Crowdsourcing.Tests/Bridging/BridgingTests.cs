namespace Beffroi.Crowdsourcing.Tests;

public sealed class BridgingTests
{
    // Two camps. Items 0-39: both say 1 when it is so. Items 40-79: the first camp says 1, the second 0. Items 80-119: the other way.
    static VoteTable Camps(int seed, double first, int answers = 12, double slip = 0.1)
    {
        var random = new Random(seed);
        var votes = new List<Vote>();
        for (var item = 0; item < 120; item++)
        {
            var people = Enumerable.Range(0, 100).ToArray();
            random.Shuffle(people);
            foreach (var worker in people.Take(answers))
            {
                var camp = worker < 100 * first;
                var says = item < 40 ? item % 2 : (item < 80) == camp ? 1 : 0;
                votes.Add(new(item, worker, random.NextDouble() < slip ? 1 - says : says));
            }
        }

        return VoteTable.Of(120, 100, 2, votes.ToArray());
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.65)]
    [InlineData(0.8)]
    public void What_both_camps_say_is_held_and_what_one_says_is_not_however_many_they_are(double first)
    {
        var (bridged, oneSided) = (0.0, 0.0);
        var majority = 0.0;
        for (var seed = 0; seed < 5; seed++)
        {
            var votes = Camps(seed, first);
            var scores = BridgingScores.Of(votes, ct: TestContext.Current.CancellationToken);
            var counted = Crowd.Aggregate(votes, AggregationMethod.Majority);
            bridged += Enumerable.Range(0, 40).Count(i => scores.Label(i) == i % 2) / 200.0;
            oneSided += Enumerable.Range(40, 80).Count(i => scores.Label(i) >= 0) / 400.0;
            majority += Enumerable.Range(40, 80).Count(i => counted.Certainty(i) > 0.5 && counted.Tied(i) == 1) / 400.0;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{first}: both {bridged:P1}, one side {oneSided:P1} (majority {majority:P1})");
        Assert.InRange(bridged, 0.88, 1);
        Assert.InRange(oneSided, 0, first > 0.7 ? 0.15 : 0.05);
        Assert.InRange(majority, 0.7, 1);
    }

    [Fact]
    public void A_crowd_without_camps_is_heard()
    {
        var (votes, truths) = Crowd.Of(new Random(4), 100, 60, 3, 9, 0.8, 0.95);
        var scores = BridgingScores.Of(votes, ct: TestContext.Current.CancellationToken);
        Assert.InRange(Enumerable.Range(0, 100).Count(i => scores.Label(i) == truths[i]), 75, 100);
        Assert.InRange(Enumerable.Range(0, 100).Count(i => scores.Label(i) >= 0 && scores.Label(i) != truths[i]), 0, 2);
    }

    [Fact]
    public void The_same_answers_give_the_same_scores_and_other_numbers_almost_the_same()
    {
        var votes = Camps(1, 0.6);
        var people = Enumerable.Range(0, 100).ToArray();
        new Random(2).Shuffle(people);
        var other = VoteTable.Of(120, 100, 2, [.. votes.All().Select(v => new Vote(v.Item, people[v.Worker], v.Label))]);
        var options = new BridgingOptions { MaxRounds = 3_000 };
        var (one, again, two) = (Crowd.Bridge(votes, options), Crowd.Bridge(votes, options), Crowd.Bridge(other, options));
        for (var item = 0; item < 120; item++)
        {
            Assert.Equal(one.Support(item, 1), again.Support(item, 1));
            Assert.Equal(one.Support(item, 1), two.Support(item, 1), 0.001);
            Assert.Equal(one.LeastSupport(item, 0), two.LeastSupport(item, 0), 0.001);
        }
    }

    [Fact]
    public void Items_without_answers_and_odd_numbers_are_borne()
    {
        var scores = Crowd.Bridge(VoteTable.Of(2, 1, 2, [new(0, 0, 1)]));
        Assert.Equal(-1, scores.Label(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => scores.Support(0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BridgingOptions { FactorWeight = 0 });
        Assert.Equal(-1, Crowd.Bridge(VoteTable.Of(1, 0, 2, [])).Label(0));
    }
}
