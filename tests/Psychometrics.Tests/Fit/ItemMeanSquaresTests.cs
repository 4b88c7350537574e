namespace Beffroi.Psychometrics.Tests;

public sealed class ItemMeanSquaresTests
{
    [Fact]
    public void Two_answers_give_the_values_worked_by_hand()
    {
        // θ - b = ln 3 passed and ln 3 failed, p = 3/4: z² = 1/3 and 3, variances 3/16; and one person without ability.
        var fit = ItemMeanSquares.Of([LogisticItem.Rasch(0)], FitData.Matrix(1, [1, 0, 1]), [Math.Log(3), Math.Log(3), null])[0]!;
        Assert.Equal(5.0 / 3, fit.Outfit, 12);
        Assert.Equal(((1 / 16.0) + (9 / 16.0)) / (6 / 16.0), fit.Infit, 12);
        Assert.Equal(2, fit.Persons);

        // C = p(1-p)(p³ + (1-p)³) = 3/16 · 7/16; var(outfit) = (C/W² - 1)/2 = 2/3.
        var q = Math.Sqrt(2.0 / 3);
        Assert.Equal(((Math.Cbrt(5.0 / 3) - 1) * 3 / q) + (q / 3), fit.OutfitZ!.Value, 12);
    }

    [Fact]
    public void At_even_odds_nothing_can_surprise()
    {
        var fit = ItemMeanSquares.Of([LogisticItem.Rasch(0)], FitData.Matrix(1, [1, 0]), [0, 0])[0]!;
        Assert.Equal((1, 1), (fit.Infit, fit.Outfit));
        Assert.Null(fit.InfitZ);
        Assert.Null(fit.OutfitZ);
    }

    [Fact]
    public void Answers_of_the_model_have_mean_squares_of_one_and_standard_scores_of_unit_variance()
    {
        var chance = new Random(9);
        ItemModel[] items = [.. Enumerable.Range(0, 150).Select(i => i % 2 == 0 ? (ItemModel)LogisticItem.Rasch((i - 75) / 50.0) : new PartialCreditItem(1, [-1, 0.2, 0.7]))];
        double[] abilities = [.. Enumerable.Range(0, 600).Select(_ => FitData.Normal(chance))];
        var fits = ItemMeanSquares.Of(items, FitData.Simulated(items, abilities, chance), [.. abilities.Select(a => (double?)a)]);
        Assert.Equal(1, fits.Average(fit => fit!.Infit), 0.02);
        Assert.Equal(1, fits.Average(fit => fit!.Outfit), 0.02);
        Assert.Equal(1, fits.Average(fit => fit!.InfitZ!.Value * fit.InfitZ.Value), 0.4);
        Assert.Equal(1, fits.Average(fit => fit!.OutfitZ!.Value * fit.OutfitZ.Value), 0.4);
    }

    [Fact]
    public void Noisy_items_are_above_one_and_sharp_ones_below()
    {
        var chance = new Random(10);
        double[] abilities = [.. Enumerable.Range(0, 2000).Select(_ => FitData.Normal(chance))];
        var data = FitData.Simulated([LogisticItem.TwoParameter(0.3, 0), LogisticItem.TwoParameter(3, 0)], abilities, chance);
        var fits = ItemMeanSquares.Of([LogisticItem.Rasch(0), LogisticItem.Rasch(0)], data, [.. abilities.Select(a => (double?)a)]);
        Assert.True(fits[0]!.InfitZ > 3);
        Assert.True(fits[1]!.InfitZ < -3);
    }

    [Fact]
    public void An_item_nobody_answered_has_none() =>
        Assert.Null(ItemMeanSquares.Of([LogisticItem.Rasch(0)], FitData.Matrix(1, [-1, 1]), [0, null])[0]);
}
