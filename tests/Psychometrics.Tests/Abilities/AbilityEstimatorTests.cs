using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed class AbilityEstimatorTests
{
    static readonly AbilityMethod[] Methods = Enum.GetValues<AbilityMethod>();

    [Fact]
    public void A_likelihood_with_several_peaks_is_taken_at_the_highest() =>
        DrawModel.Answer(DrawModel.Logistic).Array[1, 12].Sample(responses =>
        {
            double Height(double ability) => responses.Sum(r => Math.Log(r.Item.Probability(ability, r.Score)));
            var estimate = Estimate(AbilityMethod.MaximumLikelihood, responses);
            Assert.True(Height(estimate.Ability) >= Grid().Max(Height) - 1e-9);
            Assert.Equal(Math.Abs(estimate.Ability) == 6, estimate.AtBound);
        });

    [Fact]
    public void Two_peaks_of_a_three_parameter_likelihood_are_told_apart()
    {
        // Fails an item of middling difficulty and passes hard ones that can be guessed: a peak low, where they were guesses, and one high.
        Response[] responses = [new(LogisticItem.TwoParameter(2.5, -1), false), .. Enumerable.Repeat(new Response(LogisticItem.ThreeParameter(2.5, 2, 0.2), true), 5)];
        double Height(double ability) => responses.Sum(r => Math.Log(r.Item.Probability(ability, r.Score)));
        var grid = Grid().ToArray();
        Assert.Equal(1, grid.Skip(1).Zip(grid.Skip(2)).Count(pair => Height(pair.First) > Height(pair.Second) && Height(pair.First) > Height(pair.First - 0.005)));
        Assert.Equal(grid.MaxBy(Height), Estimate(AbilityMethod.MaximumLikelihood, responses).Ability, 5e-3);
    }

    [Fact]
    public void The_bayes_modal_ability_is_the_peak_of_the_posterior() =>
        DrawModel.Answer(DrawModel.Any).Array[0, 12].Sample(responses =>
        {
            double Height(double ability) => responses.Sum(r => Math.Log(r.Item.Probability(ability, r.Score))) - ((ability - 0.5) * (ability - 0.5) / (2 * 0.64));
            var estimate = new AbilityEstimator { Method = AbilityMethod.MaximumAPosteriori, Prior = Quadrature.Normal(0.5, 0.8) }.Estimate(responses)!;
            Assert.True(Height(estimate.Ability) >= Grid().Max(Height) - 1e-9);
        });

    [Fact]
    public void In_exponential_families_the_weighted_likelihood_is_the_likelihood_times_the_root_of_the_information() =>
        DrawModel.Answer(DrawModel.PartialCredit).Array[3, 12].Sample(responses =>
        {
            double Height(double ability) => responses.Sum(r => Math.Log(r.Item.Probability(ability, r.Score))) + (Math.Log(responses.Sum(r => r.Item.Information(ability))) / 2);
            var estimate = Estimate(AbilityMethod.WeightedLikelihood, responses);
            Assert.True(Height(estimate.Ability) >= Grid().Max(Height) - 1e-4);
        });

    [Fact]
    public void Elsewhere_the_weighted_likelihood_solves_the_equation_of_warm_written_with_differences() =>
        DrawModel.Answer(DrawModel.Any).Array[3, 12].Sample(responses =>
        {
            const double h = 1e-3;
            double Equation(double t)
            {
                var (information, bias) = (0.0, 0.0);
                foreach (var item in responses.Select(r => r.Item))
                {
                    for (var k = 0; k <= item.MaxScore; k++)
                    {
                        var (before, p, after) = (item.Probability(t - h, k), item.Probability(t, k), item.Probability(t + h, k));
                        var first = (after - before) / (2 * h);
                        information += first * first / p;
                        bias += first * (after - (2 * p) + before) / (h * h) / p;
                    }
                }

                return responses.Sum(r => (r.Item.LogProbability(t + h, r.Score) - r.Item.LogProbability(t - h, r.Score)) / (2 * h)) + (bias / (2 * information));
            }

            var estimate = Estimate(AbilityMethod.WeightedLikelihood, responses);
            Assert.True(estimate.AtBound || Math.Abs(Equation(estimate.Ability)) < 1e-4);
        });

    [Fact]
    public void Under_the_rasch_model_abilities_are_in_the_order_of_the_raw_scores() =>
        Gen.Select(Gen.Double[-3, 3].Array[2, 30], Gen.Bool.Array[30], Gen.Bool.Array[30]).Sample((difficulties, one, other) =>
        {
            Response[] With(bool[] right) => [.. difficulties.Select((b, i) => new Response(LogisticItem.Rasch(b), right[i]))];
            var gap = one.Take(difficulties.Length).Count(x => x) - other.Take(difficulties.Length).Count(x => x);
            Assert.All(Methods, method =>
            {
                var (a, b) = (Estimate(method, With(one)), Estimate(method, With(other)));
                var together = Math.Abs(a.Ability - b.Ability) < 1e-9;
                Assert.Equal(together ? 0 : Math.Sign(a.Ability - b.Ability), together && a.AtBound && b.AtBound ? 0 : Math.Sign(gap));
            });
        });

    [Fact]
    public void Nobody_is_above_who_has_all_right_nor_below_who_has_all_wrong() =>
        Gen.Select(DrawModel.TwoParameter.Array[1, 20], Gen.Bool.Array[20]).Sample((items, right) =>
            Assert.All(Methods, method =>
            {
                double Of(Func<int, bool> correct) => Estimate(method, [.. items.Select((item, i) => new Response(item, correct(i)))]).Ability;
                Assert.InRange(Of(i => right[i]), Of(_ => false) - 1e-9, Of(_ => true) + 1e-9);
            }));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Five_hundred_answers_all_right_or_all_wrong_stay_finite(bool correct)
    {
        ItemModel[] items = [.. Enumerable.Range(0, 500).Select(i => (ItemModel)(i % 3 == 0 ? new GradedItem(2, [-1, 1]) : LogisticItem.TwoParameter(2.5, (i % 7) - 3)))];
        Assert.All(Methods, method =>
        {
            var estimate = Estimate(method, [.. items.Select(item => new Response(item, correct))]);
            Assert.True(double.IsFinite(estimate.Ability) && (correct ? estimate.Ability > 0 : estimate.Ability < 0));
            Assert.True(estimate.StandardError is > 0 and < double.PositiveInfinity);
            Assert.True(method != AbilityMethod.MaximumLikelihood || (estimate.AtBound && Math.Abs(estimate.Ability) == 6));
        });
    }

    [Fact]
    public void Answers_without_information_leave_an_error_without_bound()
    {
        var estimate = Estimate(AbilityMethod.MaximumLikelihood, [new Response(LogisticItem.TwoParameter(50, -30), true)]);
        Assert.Equal(new AbilityEstimate(6, null, AbilityMethod.MaximumLikelihood, AtBound: true), estimate);
    }

    [Fact]
    public void A_whole_matrix_gives_each_row_its_own_estimate_and_an_empty_row_none()
    {
        ItemModel[] items = [LogisticItem.ThreeParameter(1.2, 0, 0.2), new GradedItem(1, [-1, 0.5]), new PartialCreditItem(0.8, [0.5, -0.5, 1])];
        var matrix = new ResponseMatrix(["a", "b", "c"], [1, 0, 2, -1, 2, 3, -1, -1, -1, 0, 1, -1]);
        foreach (var estimator in Methods.Select(method => new AbilityEstimator { Method = method }))
        {
            var estimates = estimator.Estimate(items, matrix);
            Assert.Equal(4, estimates.Length);
            Assert.Equal(estimator.Estimate([new(items[1], 2), new(items[2], 3)]), estimates[1]);
            Assert.Equal(estimator.Estimate([new(items[0], 0), new(items[1], 1)]), estimates[3]);
            Assert.Equal(estimator.Method is AbilityMethod.MaximumLikelihood or AbilityMethod.WeightedLikelihood, estimates[2] is null);
        }

        Assert.Throws<ArgumentException>(() => new AbilityEstimator().Estimate(items[..2], matrix));
        Assert.Throws<ArgumentException>(() => new AbilityEstimator().Estimate([items[1], items[0], items[2]], matrix));
    }

    [Fact]
    public void Impossible_ranges_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new AbilityEstimator { Range = (1, 1) });
        Assert.ThrowsAny<ArgumentException>(() => new AbilityEstimator { Range = (double.NaN, 1) });
    }

    static AbilityEstimate Estimate(AbilityMethod method, IReadOnlyList<Response> responses) => new AbilityEstimator { Method = method }.Estimate(responses)!;

    static IEnumerable<double> Grid() => Enumerable.Range(0, 2401).Select(i => -6 + (i * 0.005));
}
