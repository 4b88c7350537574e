namespace Beffroi.Crowdsourcing.Tests;

/// <summary>People who answer together to turn verdicts: one person in five. What they turn, and what they turn of the majority's.</summary>
public sealed class ColluderTests
{
    const int Items = 500;
    const int People = 200;

    /// <summary>What colluders do.</summary>
    public enum Plan
    {
        /// <summary>They always say the contrary of what is true.</summary>
        Contrary,

        /// <summary>They always say the same label.</summary>
        OneLabel,

        /// <summary>They answer well, but lie on one item in ten, the same ones.</summary>
        Targets,
    }

    [Theory]
    [InlineData(Plan.Contrary)]
    [InlineData(Plan.OneLabel)]
    [InlineData(Plan.Targets)]
    public void One_in_five_who_collude_turn_fewer_than_two_verdicts_in_a_hundred(Plan plan)
    {
        var (turned, ofMajority, settled) = (0.0, 0.0, 0.0);
        const int runs = 5;
        for (var seed = 0; seed < runs; seed++)
        {
            var (honest, attacked) = (Votes(seed, plan, colluding: false), Votes(seed, plan, colluding: true));
            var rule = StopRule.Default;
            var (before, after) = (Crowd.Aggregate(honest), Crowd.Aggregate(attacked));
            var (countedBefore, countedAfter) = (Crowd.Aggregate(honest, AggregationMethod.Majority), Crowd.Aggregate(attacked, AggregationMethod.Majority));

            // A verdict is turned when there is one, and it is not that of the same people without the collusion.
            turned += Enumerable.Range(0, Items).Count(i => rule.Decide(attacked.LabelsOf(i).Length, after.Posterior(i)) == StopDecision.Settled && after.Label(i) != before.Label(i)) / (double)Items / runs;
            settled += Enumerable.Range(0, Items).Count(i => rule.Decide(attacked.LabelsOf(i).Length, after.Posterior(i)) == StopDecision.Settled) / (double)Items / runs;
            ofMajority += Enumerable.Range(0, Items).Count(i => countedAfter.Label(i) != countedBefore.Label(i)) / (double)Items / runs;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{plan}: {turned:P2} turned, {ofMajority:P2} of the majority's; {settled:P0} of the items have a verdict");
        Assert.InRange(turned, 0, 0.02);
        Assert.True(turned < ofMajority, $"{turned} against {ofMajority}");
        Assert.InRange(settled, 0.6, 1);
    }

    static VoteTable Votes(int seed, Plan plan, bool colluding)
    {
        var random = new Random(seed);
        var votes = new List<Vote>();
        for (var item = 0; item < Items; item++)
        {
            var truth = random.Next(2);
            var people = Enumerable.Range(0, People).ToArray();
            random.Shuffle(people);
            foreach (var worker in people.Take(7))
            {
                var skill = 0.75 + (0.2 * (worker % 17) / 16);
                var honest = random.NextDouble() < skill ? truth : 1 - truth;
                var lie = plan switch
                {
                    Plan.Contrary => 1 - truth,
                    Plan.OneLabel => 1,
                    Plan.Targets => item % 10 == 0 ? 1 - truth : honest,
                };
                votes.Add(new(item, worker, colluding && worker < People / 5 ? lie : honest));
            }
        }

        return VoteTable.Of(Items, People, 2, votes.ToArray());
    }
}
