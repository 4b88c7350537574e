using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed class ItemModelTests
{
    [Fact]
    public void Probabilities_are_positive_and_sum_to_one() =>
        Gen.Select(DrawModel.Any, Gen.Double[-50, 50]).Sample((item, ability) =>
        {
            var p = Probabilities(item, ability);
            Assert.All(p, q => Assert.InRange(q, 0, 1));
            Assert.Equal(1, p.Sum(), 1e-11);
        });

    [Fact]
    public void Logarithms_are_those_of_the_probabilities() =>
        Gen.Select(DrawModel.Any, Gen.Double[-8, 8]).Sample((item, ability) =>
        {
            var logs = new double[item.MaxScore + 1];
            item.LogProbabilities(ability, logs);
            Assert.All(Probabilities(item, ability).Zip(logs), pair => Assert.Equal(Math.Log(pair.First), pair.Second, 1e-8));
        });

    [Fact]
    public void Derivatives_are_those_of_finite_differences() =>
        Gen.Select(DrawModel.Any, Draw.Ability).Sample((item, ability) =>
        {
            const double h = 1e-4;
            var (p, first, second) = (new double[item.MaxScore + 1], new double[item.MaxScore + 1], new double[item.MaxScore + 1]);
            item.Derivatives(ability, p, first, second);
            var (before, after) = (Probabilities(item, ability - h), Probabilities(item, ability + h));
            for (var k = 0; k < p.Length; k++)
            {
                Assert.Equal((after[k] - before[k]) / (2 * h), first[k], 1e-6);
                Assert.Equal((after[k] - (2 * p[k]) + before[k]) / (h * h), second[k], 1e-5);
            }
        });

    [Fact]
    public void Logarithms_stay_finite_fifty_logits_away_over_hundreds_of_items() =>
        Gen.Select(DrawModel.Any.Array[300], Gen.OneOf(Gen.Const(-50.0), Gen.Const(50.0))).Sample(
            (items, ability) => Assert.All(items, item =>
            {
                var logs = new double[item.MaxScore + 1];
                item.LogProbabilities(ability, logs);
                Assert.All(logs, log => Assert.True(double.IsFinite(log) && log <= 0));
            }),
            iter: 5);

    [Fact]
    public void The_top_score_is_nearly_certain_far_above_and_impossible_far_below() =>
        DrawModel.Any.Sample(item =>
        {
            var top = item is LogisticItem { UpperAsymptote: var d } ? d : 1;
            var bottom = item is LogisticItem { LowerAsymptote: var c } ? c : 0;
            Assert.Equal(top, item.Probability(60, item.MaxScore), 1e-6);
            Assert.Equal(bottom, item.Probability(-60, item.MaxScore), 1e-6);
            Assert.Throws<ArgumentOutOfRangeException>(() => item.Probability(0, item.MaxScore + 1));
        });

    [Fact]
    public void Information_of_a_logistic_item_is_the_closed_form_of_birnbaum() =>
        Gen.Select(Gen.Double[0.3, 2.5], Gen.Double[-3, 3], Gen.Double[0, 0.4], Draw.Ability).Sample((a, b, c, ability) =>
        {
            var p = c + ((1 - c) / (1 + Math.Exp(-a * (ability - b))));
            var expected = a * a * (1 - p) / p * ((p - c) / (1 - c)) * ((p - c) / (1 - c));
            Assert.Equal(expected, LogisticItem.ThreeParameter(a, b, c).Information(ability), 1e-12);
        });

    [Fact]
    public void Information_of_a_partial_credit_item_is_the_squared_discrimination_times_the_variance_of_the_score() =>
        Gen.Select(DrawModel.PartialCredit, Draw.Ability).Sample((item, ability) =>
        {
            var p = Probabilities(item, ability);
            var mean = p.Select((q, k) => q * k).Sum();
            var expected = item.Discrimination * item.Discrimination * p.Select((q, k) => q * (k - mean) * (k - mean)).Sum();
            Assert.Equal(expected, item.Information(ability), 1e-10);
        });

    [Fact]
    public void Information_of_a_graded_item_is_the_closed_form_of_samejima() =>
        Gen.Select(DrawModel.Graded, Draw.Ability).Sample((item, ability) =>
        {
            double[] above = [1, .. item.Thresholds.Select(b => 1 / (1 + Math.Exp(-item.Discrimination * (ability - b)))), 0];
            var expected = Enumerable.Range(0, item.MaxScore + 1).Sum(k =>
            {
                var slope = item.Discrimination * ((above[k] * (1 - above[k])) - (above[k + 1] * (1 - above[k + 1])));
                return slope * slope / (above[k] - above[k + 1]);
            });
            Assert.Equal(expected, item.Information(ability), 1e-8);
        });

    [Fact]
    public void A_graded_item_and_a_partial_credit_item_of_one_threshold_are_the_two_parameter_item() =>
        Gen.Select(DrawModel.TwoParameter, Draw.Ability).Sample((item, ability) =>
        {
            Assert.Equal(item.Probability(ability, 1), new GradedItem(item.Discrimination, [item.Difficulty]).Probability(ability, 1), 1e-11);
            Assert.Equal(item.Probability(ability, 1), new PartialCreditItem(item.Discrimination, [item.Difficulty]).Probability(ability, 1), 1e-11);
        });

    [Fact]
    public void A_score_between_two_thresholds_that_nearly_touch_keeps_a_finite_logarithm() =>
        Assert.True(double.IsFinite(new GradedItem(1, [0, 1e-17]).LogProbability(5, 1)));

    static double[] Probabilities(ItemModel item, double ability)
    {
        var p = new double[item.MaxScore + 1];
        item.Probabilities(ability, p);
        return p;
    }
}
