namespace Beffroi.Psychometrics.Tests;

public sealed class TableFitTests
{
    [Fact]
    public void The_one_and_two_parameter_models_of_lsat6_have_their_published_fit()
    {
        var one = TableFit.Of(FitData.Lsat6OneParameter, FitData.Prior, FitData.Lsat6, 6).LikelihoodRatio!;
        var two = TableFit.Of(FitData.Lsat6TwoParameter, FitData.Prior, FitData.Lsat6, 10).LikelihoodRatio!;
        Assert.Equal(25, one.Degrees);
        Assert.Equal(21.798, one.Statistic, 5e-4);
        Assert.Equal(21, two.Degrees);
        Assert.Equal(21.230, two.Statistic, 5e-4);
    }

    [Fact]
    public void Both_statistics_are_those_of_a_plain_walk_through_the_thirty_two_cells()
    {
        var items = FitData.Lsat6TwoParameter;
        var (ratio, pearson) = (0.0, 0.0);
        foreach (var (scores, probability) in SlowPatterns.Of(items))
        {
            var seen = Enumerable.Range(0, 1000).Count(p => FitData.Lsat6.Row(p).ToArray().Select(s => (int)s).SequenceEqual(scores));
            var expected = 1000 * probability;
            ratio += seen == 0 ? 0 : 2 * seen * Math.Log(seen / expected);
            pearson += (seen - expected) * (seen - expected) / expected;
        }

        var fit = TableFit.Of(items, FitData.Prior, FitData.Lsat6, 10);
        Assert.Equal(ratio, fit.LikelihoodRatio!.Statistic, 1e-6);
        Assert.Equal(pearson, fit.Pearson!.Statistic, 1e-6);
    }

    [Fact]
    public void Without_a_test_the_reason_is_told()
    {
        LogisticItem[] items = [LogisticItem.Rasch(0), LogisticItem.Rasch(1)];
        FitGap? Gap(int[] scores, int parameters) => TableFit.Of(items, FitData.Prior, FitData.Matrix(2, scores), parameters).Gap;
        Assert.Equal(FitGap.NoPeople, Gap([], 0));
        Assert.Equal(FitGap.MissingAnswers, Gap([0, 1, 1, -1, 1, 1, 0, 0], 0));
        Assert.Equal(FitGap.TableTooLarge, Gap([0, 1, 1, 0, 1, 1], 0));
        Assert.Equal(FitGap.NoDegreesOfFreedom, Gap([0, 1, 1, 0, 1, 1, 0, 0], 3));
        Assert.Null(Gap([0, 1, 1, 0, 1, 1, 0, 0], 2));
    }

    [Fact]
    public void Items_that_do_not_describe_the_columns_are_refused()
    {
        Assert.Throws<ArgumentException>(() => TableFit.Of([LogisticItem.Rasch(0)], FitData.Prior, FitData.Lsat6, 1));
        Assert.Throws<ArgumentException>(() => TableFit.Of([LogisticItem.Rasch(0)], FitData.Prior, FitData.Matrix(1, [0, 2]), 1));
    }
}
