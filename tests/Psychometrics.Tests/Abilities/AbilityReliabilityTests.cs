namespace Beffroi.Psychometrics.Tests;

public sealed class AbilityReliabilityTests
{
    // LSAT section 6 (Bock & Lieberman, 1970): how many people gave each pattern, from 00000 to 11111.
    static readonly int[] Lsat6 = [3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298];

    static readonly LogisticItem[] Items =
        [.. Enumerable.Range(1, 5).Select(i => LogisticItem.TwoParameter(SharedData.Reference($"LSAT6.2pl.a{i}").Value, SharedData.Reference($"LSAT6.2pl.b{i}").Value))];

    [Fact]
    public void Empirical_reliability_of_lsat6_is_that_of_the_reference() =>
        Assert.Equal(SharedData.Reference("LSAT6.2pl.empirical_rel_EAP").Value, AbilityReliability.Empirical(Estimates(AbilityMethod.ExpectedAPosteriori))!.Value, 1e-6);

    [Fact]
    public void Marginal_reliability_of_lsat6_is_that_published() =>
        Assert.Equal(0.29895, AbilityReliability.Marginal(Items, Quadrature.Normal()), 1e-5);

    [Fact]
    public void Reliability_is_worked_by_hand_for_shrunken_and_for_other_estimates()
    {
        // Variance 4, mean squared error 1: 4 / 5 when the estimates are shrunken, 1 - 1/4 otherwise.
        double? Of(AbilityMethod method) => AbilityReliability.Empirical([new(-2, 1, method), new(2, 1, method)]);
        Assert.Equal(0.8, Of(AbilityMethod.ExpectedAPosteriori)!.Value, 1e-14);
        Assert.Equal(0.8, Of(AbilityMethod.MaximumAPosteriori)!.Value, 1e-14);
        Assert.Equal(0.75, Of(AbilityMethod.WeightedLikelihood)!.Value, 1e-14);
        Assert.Equal(0.75, Of(AbilityMethod.MaximumLikelihood)!.Value, 1e-14);
    }

    [Fact]
    public void Reliability_is_the_squared_correlation_with_the_true_ability()
    {
        var chance = new Random(20261125);
        LogisticItem[] items = [.. Enumerable.Range(0, 30).Select(i => LogisticItem.TwoParameter(1.2, -2.5 + (i / 6.0)))];
        double[] truth = [.. Enumerable.Range(0, 3000).Select(_ => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble()))];
        AbilityEstimate[] estimates = [.. truth.Select(t => new AbilityEstimator().Estimate([.. items.Select(i => new Response(i, chance.NextDouble() < i.Probability(t, 1)))])!)];
        var (x, y) = (truth.Average(), estimates.Average(e => e.Ability));
        var covariance = truth.Zip(estimates, (t, e) => (t - x) * (e.Ability - y)).Average();
        var squared = covariance * covariance / truth.Average(t => (t - x) * (t - x)) / estimates.Average(e => (e.Ability - y) * (e.Ability - y));
        Assert.Equal(squared, AbilityReliability.Empirical(estimates)!.Value, 0.02);
        Assert.Equal(squared, AbilityReliability.Marginal(items, Quadrature.Normal()), 0.03);
    }

    [Fact]
    public void Reliability_is_undefined_without_differences_or_with_an_error_without_bound_and_refuses_mixed_methods()
    {
        var one = new AbilityEstimate(0, 1, AbilityMethod.MaximumLikelihood);
        Assert.Null(AbilityReliability.Empirical([]));
        Assert.Null(AbilityReliability.Empirical([one]));
        Assert.Null(AbilityReliability.Empirical([one, one]));
        Assert.Null(AbilityReliability.Empirical([one, new(6, null, AbilityMethod.MaximumLikelihood, true)]));
        Assert.Throws<ArgumentException>(() => AbilityReliability.Empirical([one, new(1, 1, AbilityMethod.WeightedLikelihood)]));
    }

    static AbilityEstimate[] Estimates(AbilityMethod method) =>
        [.. Lsat6.SelectMany((count, pattern) => Enumerable.Repeat(
            new AbilityEstimator { Method = method }.Estimate([.. pattern.ToString("b5", null).Zip(Items, (c, item) => new Response(item, c == '1'))])!, count))];
}
