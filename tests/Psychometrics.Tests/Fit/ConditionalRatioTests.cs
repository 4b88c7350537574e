namespace Beffroi.Psychometrics.Tests;

/// <summary>Andersen's and Martin-Löf's tests.</summary>
public sealed class ConditionalRatioTests
{
    static readonly ItemModel[] Items = [LogisticItem.Rasch(-0.8), LogisticItem.Rasch(0), new PartialCreditItem(1, [-0.4, 0.4]), LogisticItem.Rasch(0.8), LogisticItem.Rasch(0.2)];

    [Fact]
    public void Groups_of_one_law_give_statistics_that_average_their_degrees_of_freedom()
    {
        var chance = new Random(21);
        var tests = Enumerable.Range(0, 150).Select(_ => AndersenTest.Of(FitData.Simulated(Items, 600, chance), [.. Enumerable.Range(0, 600).Select(p => (int?)(p % 3))], cancellation: FitData.Stop).Test!).ToArray();
        Assert.All(tests, test => Assert.Equal(10, test.Degrees));
        Assert.Equal(10, tests.Average(test => test.Statistic), 1.3);
    }

    [Fact]
    public void An_item_harder_for_one_group_is_found_and_the_parts_are_those_of_separate_calibrations()
    {
        var chance = new Random(22);
        var (first, second) = (FitData.Simulated(Items, 500, chance), FitData.Simulated([LogisticItem.Rasch(0.5), .. Items.Skip(1)], 500, chance));
        int[] Scores(ResponseMatrix data) => [.. Enumerable.Range(0, 500).SelectMany(p => data.Row(p).ToArray().Select(s => (int)s))];
        var actual = AndersenTest.Of(FitData.Matrix(5, [.. Scores(first), .. Scores(second)]), [.. Enumerable.Range(0, 1000).Select(p => (int?)(p / 500))], cancellation: FitData.Stop);
        Assert.True(actual.Test!.PValue < 1e-6);
        Assert.Equal(ConditionalCalibrator.Calibrate(second, cancellation: FitData.Stop).LogLikelihood, actual.Groups[1].LogLikelihood, 1e-9);
    }

    [Fact]
    public void A_split_at_the_mean_score_compares_the_calibrations_of_both_halves()
    {
        var data = SharedData.Matrix("eRm_raschdat1.csv");
        var split = AndersenTest.SplitAtMeanScore(data);
        var actual = AndersenTest.Of(data, split, cancellation: FitData.Stop);
        ConditionalCalibration Half(int number) => ConditionalCalibrator.Calibrate(
            FitData.Matrix(30, Enumerable.Range(0, 100).Where(p => split[p] == number).SelectMany(p => data.Row(p).ToArray().Select(s => (int)s))), cancellation: FitData.Stop);

        // The whole is -1434.482 in the R package eRm, and in a conditional logistic regression of the same answers.
        Assert.Equal(-1434.482, actual.Whole.LogLikelihood, 5e-4);
        Assert.Equal(29, actual.Test!.Degrees);
        Assert.Equal(2 * (Half(0).LogLikelihood + Half(1).LogLikelihood + 1434.48181), actual.Test.Statistic, 1e-4);
    }

    [Fact]
    public void A_group_where_a_score_is_never_taken_has_no_test()
    {
        var actual = AndersenTest.Of(FitData.Lsat6, [.. Enumerable.Range(0, 1000).Select(p => (int?)(p < 25 ? 0 : 1))], cancellation: FitData.Stop);
        Assert.Null(actual.Test);
        Assert.Equal(FitGap.UnseenScore, actual.Gap);
        Assert.Throws<ArgumentException>(() => AndersenTest.Of(FitData.Lsat6, new int?[1000], cancellation: FitData.Stop));
    }

    [Fact]
    public void Two_sets_of_one_ability_give_statistics_that_average_their_degrees_of_freedom_and_two_abilities_are_found()
    {
        var chance = new Random(23);
        bool[] second = [false, false, true, true, true];
        var tests = Enumerable.Range(0, 150).Select(_ => MartinLofTest.Of(FitData.Simulated(Items, 1500, chance), second, cancellation: FitData.Stop).Test!).ToArray();
        Assert.All(tests, test => Assert.Equal((2 * 4) - 1, test.Degrees));
        Assert.Equal(7, tests.Average(test => test.Statistic), 1.1);

        var (left, right) = (FitData.Simulated(Items, 1500, chance), FitData.Simulated(Items, 1500, chance));
        var apart = FitData.Matrix(5, Enumerable.Range(0, 1500).SelectMany(p => Enumerable.Range(0, 5).Select(i => (int)(second[i] ? right : left)[p, i])));
        Assert.True(MartinLofTest.Of(apart, second, cancellation: FitData.Stop).Test!.PValue < 1e-6);
    }

    [Fact]
    public void Sets_that_cannot_be_compared_are_refused_or_told()
    {
        Assert.Throws<ArgumentException>(() => MartinLofTest.Of(FitData.Lsat6, [true, false, false, false, false], cancellation: FitData.Stop));
        Assert.Equal(FitGap.MissingAnswers, MartinLofTest.Of(FitData.Matrix(4, [1, 0, -1, 1]), [true, true, false, false], cancellation: FitData.Stop).Gap);
        Assert.Equal(FitGap.UnseenScore, MartinLofTest.Of(FitData.Matrix(4, [1, 0, 0, 1]), [true, true, false, false], cancellation: FitData.Stop).Gap);
    }
}
