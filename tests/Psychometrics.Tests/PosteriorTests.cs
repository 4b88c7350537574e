using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed class PosteriorTests
{
    static readonly Quadrature Prior = Quadrature.Normal();

    [Fact]
    public void Ability_and_error_agree_with_a_plain_finer_integration() =>
        Draw.Response.Array[1, 8].Sample(
            responses =>
            {
                var (mean, sd) = Plain.Ability(responses);
                var posterior = Posterior.Given(Prior, responses);
                Assert.Equal(mean, posterior.Mean, 1e-4);
                Assert.Equal(sd, posterior.StandardDeviation, 1e-4);
            },
            iter: 12);

    [Fact]
    public void No_answer_leaves_the_prior()
    {
        var posterior = Posterior.Given(Quadrature.Normal(0.4, 0.8), Array.Empty<Response>());
        Assert.Equal(0.4, posterior.Mean, 9);
        Assert.Equal(0.8, posterior.StandardDeviation, 6);
    }

    [Fact]
    public void Turning_a_wrong_answer_into_a_right_one_raises_the_ability() =>
        Gen.Select(Draw.Response.Array[1, 30], Gen.Int[0, 29]).Sample((responses, at) =>
        {
            at %= responses.Length;
            Response[] With(bool correct) => [.. responses.Select((r, i) => i == at ? new Response(r.Item, correct) : r)];
            Assert.True(Posterior.Given(Prior, With(true)).Mean > Posterior.Given(Prior, With(false)).Mean);
        });

    [Fact]
    public void The_error_grows_with_what_is_not_known_of_the_items() =>
        Gen.Select(Gen.Bool.Array[5, 40], Gen.Double[-1, 1], Gen.Double[0, 0.8], Gen.Double[0.1, 0.8]).Sample((answers, b, sd, more) =>
        {
            // Averaged over what could be answered, an item known less well informs less: the expected posterior variance cannot fall.
            double Expected(double s) => ExpectedVariance(new UncertainItem { Difficulty = b, DifficultySd = s }, answers.Length);
            Assert.True(Expected(sd + more) > Expected(sd));
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Five_hundred_answers_all_right_or_all_wrong_stay_finite(bool correct)
    {
        Response[] responses = [.. Enumerable.Range(0, 500).Select(i => new Response(LogisticItem.TwoParameter(1.5, (i % 7) - 3), correct))];
        var posterior = Posterior.Given(Prior, responses);
        Assert.True(double.IsFinite(posterior.Mean) && posterior.StandardDeviation > 0);
        Assert.True(correct ? posterior.Mean > 3 : posterior.Mean < -3);
        Assert.Equal(1, posterior.Weights.Sum(), 12);
    }

    [Fact]
    public void Items_at_the_bounds_of_what_is_allowed_stay_finite()
    {
        UncertainItem[] extremes = [new() { Difficulty = 20, LogDiscrimination = 3 }, new() { Difficulty = -20, LogDiscrimination = 3 }];
        var posterior = Posterior.Given(Prior, [.. extremes.SelectMany(i => new[] { new Response(i, true), new Response(i, false) })]);
        Assert.True(double.IsFinite(posterior.Mean) && double.IsFinite(posterior.StandardDeviation));
    }

    [Fact]
    public void Shares_below_cuts_are_those_of_the_normal_distribution()
    {
        var prior = Posterior.Given(Prior, Array.Empty<Response>());
        Assert.Equal(0.5, prior.ProbabilityBelow(0), 12);
        Assert.Equal(0.0547992917, prior.ProbabilityBelow(-1.6), 1e-3);
        Assert.Equal(0.9750021049, prior.ProbabilityBelow(1.96), 1e-3);
        // A cut with its own normal error e: P(θ - cut ≤ 0) = Φ(cut / √(1 + e²)); Φ(-0.8 / √1.09) = 0.2217605.
        Assert.Equal(0.2217605, prior.ProbabilityBelow(-0.8, 0.3), 1e-5);
    }

    [Fact]
    public void Shares_between_cuts_add_up_to_one_and_quantiles_undo_shares() =>
        Gen.Select(Draw.Response.Array[0, 20], Gen.Double[-2, 2], Gen.Double[0, 2], Gen.OneOf(Gen.Const(0.0), Gen.Const(0.3))).Sample((responses, low, gap, error) =>
        {
            var posterior = Posterior.Given(Prior, responses);
            var (below, between) = (posterior.ProbabilityBelow(low, error), posterior.ProbabilityBetween(low, low + gap, error));
            Assert.Equal(posterior.ProbabilityBelow(low + gap, error), below + between, tolerance: 1e-12);
            Assert.Equal(0.3, posterior.ProbabilityBelow(posterior.Quantile(0.3)), tolerance: 1e-9);
        });

    [Fact]
    public void The_interval_of_the_prior_is_plus_or_minus_1_96()
    {
        var (low, high) = Posterior.Given(Prior, Array.Empty<Response>()).Interval();
        Assert.Equal(-1.96, low, 5e-3);
        Assert.Equal(1.96, high, 5e-3);
    }

    static double ExpectedVariance(UncertainItem item, int count) => Enumerable.Range(0, count + 1).Sum(right =>
    {
        var posterior = Posterior.Given(Prior, [.. Enumerable.Range(0, count).Select(i => new Response(item, i < right))]);
        var patterns = Enumerable.Range(0, right).Aggregate(1.0, (n, i) => n * (count - i) / (i + 1));
        return patterns * Math.Exp(posterior.LogEvidence) * posterior.StandardDeviation * posterior.StandardDeviation;
    });
}
