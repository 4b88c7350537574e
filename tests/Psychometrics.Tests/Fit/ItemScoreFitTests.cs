namespace Beffroi.Psychometrics.Tests;

public sealed class ItemScoreFitTests
{
    [Fact]
    public void The_statistic_is_that_of_all_patterns_enumerated_for_right_or_wrong_items() =>
        Check(FitData.Lsat6TwoParameter, FitData.Lsat6);

    [Fact]
    public void The_statistic_is_that_of_all_patterns_enumerated_for_items_with_several_scores()
    {
        ItemModel[] items = [new GradedItem(1.3, [-1, 0.5]), new PartialCreditItem(0.9, [0.2, -0.3]), LogisticItem.TwoParameter(1.1, 0.4), LogisticItem.Rasch(-0.5), new GradedItem(0.8, [-0.5, 0.1])];
        Check(items, FitData.Simulated(items, 3000, new Random(11)));
    }

    [Fact]
    public void Collapsed_cells_expect_enough_and_lose_nobody_in_their_groups()
    {
        ItemModel[] items = [.. Enumerable.Range(0, 12).Select(i => i % 3 == 0 ? (ItemModel)new GradedItem(1.4, [-2.5, -0.2, 2.2]) : LogisticItem.TwoParameter(1.2, (i / 3.0) - 2))];
        var data = FitData.Simulated(items, 250, new Random(2));
        var totals = Enumerable.Range(0, 250).Select(p => data.Row(p).ToArray().Sum(s => (int)s)).ToArray();
        foreach (var (fit, item) in ItemScoreFit.Of(items, FitData.Prior, data, new int[12], 3, cancellation: FitData.Stop).Zip(items))
        {
            Assert.Equal(totals.Count(total => total >= item.MaxScore && total <= 20 - item.MaxScore), fit.Cells.Sum(cell => cell.Observed));
            Assert.All(fit.Cells, cell => Assert.True(cell.Expected >= 3));
            var groups = fit.Cells.GroupBy(cell => cell.Totals).ToArray();
            Assert.All(groups, group => Assert.Equal(group.Sum(cell => cell.Observed), group.Sum(cell => cell.Expected), 1e-9));
            Assert.All(groups, group => Assert.True(group.Count() > 1));
            Assert.Equal(fit.Cells.Length - groups.Length, fit.Test!.Degrees);
            Assert.Equal(fit.Cells.Sum(cell => cell.Contribution), fit.Test.Statistic, 1e-12);
        }
    }

    [Fact]
    public void Items_that_hold_are_rejected_at_the_nominal_rate_and_an_item_that_does_not_is_found()
    {
        var chance = new Random(20261123);
        LogisticItem[] items = [.. Enumerable.Range(0, 20).Select(i => LogisticItem.TwoParameter(0.7 + (0.05 * i), -1.8 + (0.19 * i)))];
        var rejected = 0;
        for (var sample = 0; sample < 40; sample++)
        {
            rejected += ItemScoreFit.Of(items, FitData.Prior, FitData.Simulated(items, 1000, chance), new int[20], cancellation: FitData.Stop).Count(fit => fit.Test!.PValue < 0.05);
        }

        // 800 tests of known items: 40 expected, standard deviation 6.2 if independent.
        Assert.InRange(rejected, 20, 62);

        var wrong = items.Select((item, i) => i == 10 ? LogisticItem.TwoParameter(0.3, item.Difficulty) : item).ToArray();
        var fits = ItemScoreFit.Of(items, FitData.Prior, FitData.Simulated(wrong, 2000, chance), new int[20], cancellation: FitData.Stop);
        Assert.True(fits[10].Test!.PValue < 1e-6);
        Assert.True(fits[10].Rmsea > 0.02);
    }

    [Fact]
    public void Without_a_test_the_reason_is_told()
    {
        LogisticItem[] items = [LogisticItem.Rasch(0), LogisticItem.Rasch(1), LogisticItem.Rasch(2)];
        FitGap? Gap(params int[] scores) => ItemScoreFit.Of(items, FitData.Prior, FitData.Matrix(3, scores), [1, 1, 1], cancellation: FitData.Stop)[0].Gap;
        Assert.Equal(FitGap.NoPeople, Gap());
        Assert.Equal(FitGap.MissingAnswers, Gap(1, 0, -1));
        Assert.Equal(FitGap.NoDegreesOfFreedom, Gap(1, 0, 1));
        Assert.Throws<ArgumentException>(() => ItemScoreFit.Of(items, FitData.Prior, FitData.Matrix(3, [1, 0, 1]), [1], cancellation: FitData.Stop));
        Assert.Throws<ArgumentOutOfRangeException>(() => ItemScoreFit.Of(items, FitData.Prior, FitData.Matrix(3, [1, 0, 1]), [1, -1, 1], cancellation: FitData.Stop));
    }

    static void Check(ItemModel[] items, ResponseMatrix data)
    {
        // No cell is collapsed; each total offers every score.
        var fits = ItemScoreFit.Of(items, FitData.Prior, data, new int[items.Length], 1e-9, cancellation: FitData.Stop);
        var patterns = SlowPatterns.Of(items);
        var people = Enumerable.Range(0, data.Persons).Select(p => data.Row(p).ToArray().Select(s => (int)s).ToArray()).ToArray();
        for (var i = 0; i < items.Length; i++)
        {
            var (sum, degrees) = (0.0, 0);
            for (var total = items[i].MaxScore; total <= items.Sum(item => item.MaxScore) - items[i].MaxScore; total++)
            {
                var group = people.Where(p => p.Sum() == total).ToArray();
                degrees += group.Length > 0 ? items[i].MaxScore : 0;
                for (var k = 0; k <= items[i].MaxScore && group.Length > 0; k++)
                {
                    var share = patterns.Where(p => p.Scores.Sum() == total && p.Scores[i] == k).Sum(p => p.Probability) / patterns.Where(p => p.Scores.Sum() == total).Sum(p => p.Probability);
                    var seen = group.Count(p => p[i] == k);
                    sum += (seen - (group.Length * share)) * (seen - (group.Length * share)) / (group.Length * share);
                }
            }

            Assert.Equal(degrees, fits[i].Test!.Degrees);
            Assert.Equal(sum, fits[i].Test!.Statistic, 1e-6);
        }
    }
}
