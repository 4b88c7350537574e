using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed class TestletTests
{
    static readonly Quadrature Prior = Quadrature.Normal();

    [Fact]
    public void Without_a_shared_effect_a_testlet_is_independent_answers() =>
        Draw.Response.Array[1, 12].Sample(responses =>
        {
            var split = Posterior.Given(Prior, responses.Select(r => new Testlet([r])));
            Assert.Equal(Posterior.Given(Prior, responses).Mean, split.Mean, tolerance: 1e-10);
        });

    [Fact]
    public void The_shared_effect_is_integrated_as_a_plain_double_sum_does() =>
        Gen.Select(Draw.Response.Array[1, 6], Gen.Double[0.1, 1.5]).Sample(
            (responses, variance) =>
            {
                var (mass, first) = (0.0, 0.0);
                foreach (var (theta, weight) in Plain.Simpson(0, 1))
                {
                    foreach (var (effect, share) in Plain.Simpson(0, Math.Sqrt(variance), 40))
                    {
                        var likelihood = responses.Aggregate(weight * share, (w, r) =>
                            w * r.Item.Probability(theta + effect, r.Score));
                        mass += likelihood;
                        first += likelihood * theta;
                    }
                }

                Assert.Equal(first / mass, Posterior.Given(Prior, [new Testlet(responses, variance)]).Mean, 1e-4);
            },
            iter: 12);

    [Fact]
    public void However_many_items_it_has_a_testlet_is_worth_one_over_its_variance()
    {
        // Information of the prior 1, of the testlet at most 1/v: the posterior variance stays above 1 / (1 + 1/v).
        Response[] many = [.. Enumerable.Range(0, 400).Select(i => new Response(LogisticItem.Rasch(0), i % 2 == 0))];
        var posterior = Posterior.Given(Prior, [new Testlet(many, 1)]);
        Assert.InRange(posterior.StandardDeviation, Math.Sqrt(0.5), Math.Sqrt(0.5) + 0.01);
        Assert.True(Posterior.Given(Prior, many).StandardDeviation < 0.11);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(26)]
    public void Impossible_variances_are_refused(double variance) =>
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => new Testlet([], variance));
}
