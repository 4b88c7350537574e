using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed class TestInformationTests
{
    [Fact]
    public void Information_is_minus_the_expected_second_derivative_of_the_log_likelihood() =>
        Gen.Select(DrawModel.Any.Array[1, 6], Gen.Double[-3, 3]).Sample((items, ability) =>
        {
            const double h = 1e-3;
            var expected = items.Sum(item => Enumerable.Range(0, item.MaxScore + 1).Sum(k =>
                -item.Probability(ability, k) * (item.LogProbability(ability + h, k) - (2 * item.LogProbability(ability, k)) + item.LogProbability(ability - h, k)) / (h * h)));
            Assert.Equal(expected, TestInformation.At(items, ability), 1e-4 * (1 + expected));
            Assert.Equal([TestInformation.At(items, ability), TestInformation.At(items, 0)], TestInformation.Curve(items, [ability, 0]));
            Assert.Equal(1, TestInformation.StandardError(items, ability)!.Value * Math.Sqrt(TestInformation.At(items, ability)), 1e-11);
        });

    [Fact]
    public void The_expected_sum_and_its_error_are_the_moments_of_the_distribution_of_the_sum() =>
        Gen.Select(DrawModel.Any.Array[1, 8], Draw.Ability).Sample((items, ability) =>
        {
            var sums = SumScores.Distribution(items, ability);
            var mean = sums.Select((p, s) => p * s).Sum();
            Assert.Equal(mean, TestInformation.ExpectedScore(items, ability), 1e-9);
            Assert.Equal(sums.Select((p, s) => p * (s - mean) * (s - mean)).Sum(), Math.Pow(TestInformation.ScoreStandardError(items, ability), 2), 1e-9);
        });

    [Fact]
    public void Without_any_item_there_is_no_information_and_no_bound_to_the_error()
    {
        Assert.Equal(0, TestInformation.At([], 0));
        Assert.Null(TestInformation.StandardError([], 0));
    }
}
