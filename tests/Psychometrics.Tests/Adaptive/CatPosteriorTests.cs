using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed class CatPosteriorTests
{
    static readonly AbilityCut[] Cuts = [new(-1, 0.2), new(0), new(1, 0.3)];

    [Fact]
    public void The_running_posterior_is_the_one_computed_afresh() =>
        Gen.Select(Banks.Mixed, Gen.Double[-2, 2], Gen.Int[0, 999]).Sample(
            (bank, ability, seed) =>
            {
                var session = Banks.Run(new AdaptiveTest(bank, new() { Stops = [] }).Start(), Banks.Person(ability, seed));
                Response[] responses = [.. session.History.Select(step => new Response(bank.Find(step.ItemId)!.Model, step.Score!.Value))];
                var fresh = Posterior.Given(Quadrature.Normal(), responses);
                Assert.Equal(fresh.Mean, session.Ability, 1e-10);
                Assert.Equal(fresh.StandardDeviation, session.StandardError, 1e-10);
                Assert.All(fresh.Weights.Zip(session.Posterior().Weights), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
                Assert.Equal(fresh.LogEvidence, session.Posterior().LogEvidence, 1e-9);
            },
            iter: 60);

    [Fact]
    public void Probabilities_of_levels_are_those_of_the_posterior_and_sum_to_one() =>
        Gen.Select(Banks.Mixed, Gen.Double[-2, 2]).Sample(
            (bank, ability) =>
            {
                var session = Banks.Run(new AdaptiveTest(bank).Start(), Banks.Person(ability, 5));
                var (levels, posterior) = (session.LevelProbabilities(Cuts), session.Posterior());
                Assert.Equal(4, levels.Length);
                Assert.Equal(1, levels.Sum(), 1e-12);
                Assert.Equal(posterior.ProbabilityBelow(-1, 0.2), levels[0], 1e-10);
                Assert.Equal(posterior.ProbabilityBelow(0) - posterior.ProbabilityBelow(-1, 0.2), levels[1], 1e-10);
                Assert.Equal(1 - posterior.ProbabilityBelow(1, 0.3), levels[3], 1e-10);
            },
            iter: 40);

    [Fact]
    public void A_prior_of_ones_own_agrees_with_a_grid_made_for_it() =>
        Gen.Select(Gen.Double[-1.2, 1.2], Gen.Double[0.4, 1.2], Gen.Double[-2, 2]).Sample(
            (mean, sd, ability) =>
            {
                var bank = Banks.Blueprint(30, 4);
                var session = Banks.Run(new AdaptiveTest(bank, new() { MaximumLength = 12, Stops = [] }).Start(prior: new(mean, sd)), Banks.Person(ability, 2));
                var own = Posterior.Given(Quadrature.Normal(mean, sd), [.. session.History.Select(step => new Response(bank.Find(step.ItemId)!.Model, step.Score!.Value))]);
                Assert.Equal(own.Mean, session.Ability, 1e-4);
                Assert.Equal(own.StandardDeviation, session.StandardError, 1e-4);
            },
            iter: 60);

    [Theory]
    [InlineData(0, 0.15)]
    [InlineData(5, 1)]
    [InlineData(-4, 2)]
    public void A_prior_that_the_grid_cannot_hold_is_refused(double mean, double sd) =>
        Assert.Throws<ArgumentException>(() => new AdaptiveTest(Banks.Blueprint(10, 1)).Start(prior: new(mean, sd)));

    [Fact]
    public void A_prior_from_another_scale_is_the_regression_worked_by_hand()
    {
        // Cohorts N(1, 2²) and N(-1, 0.5²), ρ = 0.8, θ₁ = 3 ± 0.5: slope 0.2; mean -1 + 0.2·2 = -0.6; variance 0.25·0.36 + 0.04·0.25 = 0.1.
        var prior = AbilityPrior.FromOtherScale(3, 0.5, 0.8, new(1, 2), new(-1, 0.5));
        Assert.Equal(-0.6, prior.Mean, 12);
        Assert.Equal(0.1, prior.StandardDeviation * prior.StandardDeviation, 12);
    }
}
