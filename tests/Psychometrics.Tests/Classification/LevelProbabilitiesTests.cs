using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed class LevelProbabilitiesTests
{
    static readonly Posterior Prior = Posterior.Given(Quadrature.Normal(), Array.Empty<Response>());

    [Fact]
    public void Levels_are_the_shares_between_the_cuts() =>
        Gen.Select(Draw.Response.Array[0, 20], Gen.Double[-2, 0], Gen.Double[0.1, 2], Gen.OneOf(Gen.Const(0.0), Gen.Const(0.3))).Sample((responses, low, gap, error) =>
        {
            var posterior = Posterior.Given(Quadrature.Normal(), responses);
            var levels = new LevelProbabilities(posterior, [low, low + gap], error);
            Assert.Equal(1, levels.Probabilities.Sum(), 1e-11);
            Assert.Equal(posterior.ProbabilityBelow(low, error), levels.Probabilities[0], 1e-11);
            Assert.Equal(posterior.ProbabilityBetween(low, low + gap, error), levels.Probabilities[1], 1e-11);
            Assert.Equal(posterior.Mean < low ? 0 : posterior.Mean < low + gap ? 1 : 2, levels.LevelOfMean);
        });

    [Fact]
    public void The_most_probable_level_may_differ_from_that_of_the_mean()
    {
        // N(0, 1): 0.46 below -0.1, 0.08 between, 0.46 above 0.1.
        var levels = new LevelProbabilities(Prior, [-0.1, 0.1]);
        Assert.Equal(1, levels.LevelOfMean);
        Assert.NotEqual(1, levels.MostProbable);
    }

    [Fact]
    public void Flagging_costs_less_exactly_from_the_threshold_on() =>
        Gen.Select(Gen.Double[0.2, 10], Gen.Double[-3, 3]).Sample((missCost, cut) =>
        {
            // Announcing "above" to a person below costs k, announcing "below" to a person above costs 1.
            var costs = new LevelProbabilities(Prior, [cut]).ExpectedCosts([[0, missCost], [1, 0]]);
            Assert.Equal(Prior.ProbabilityBelow(cut) >= LevelProbabilities.FlagThreshold(missCost), costs[0] <= costs[1]);
        });

    [Fact]
    public void A_miss_three_times_as_costly_gives_a_threshold_of_one_quarter() => Assert.Equal(0.25, LevelProbabilities.FlagThreshold(3));

    [Fact]
    public void Impossible_costs_and_cuts_are_refused()
    {
        var levels = new LevelProbabilities(Prior, [0]);
        Assert.Throws<ArgumentException>(() => levels.ExpectedCosts([[0, 1]]));
        Assert.Throws<ArgumentException>(() => levels.ExpectedCosts([[0, double.NaN], [1, 0]]));
        Assert.Throws<ArgumentException>(() => new LevelProbabilities(Prior, []));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => LevelProbabilities.FlagThreshold(0));
    }
}
