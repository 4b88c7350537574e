namespace Beffroi.Psychometrics.Tests;

public sealed class ResidualCorrelationsTests
{
    static readonly LogisticItem[] Items = [.. Enumerable.Range(0, 15).Select(i => LogisticItem.TwoParameter(1.2, -1.4 + (0.2 * i)))];

    [Fact]
    public void Residuals_at_given_abilities_correlate_as_a_plain_computation_says()
    {
        double?[] abilities = [-1, 0.5, null, 2, 0, -0.3];
        var data = FitData.Matrix(2, [0, 1, 1, 1, 1, 1, 1, 0, 0, -1, 0, 0]);
        LogisticItem[] items = [LogisticItem.Rasch(0), LogisticItem.Rasch(0.5)];

        // The third person has no ability and the fifth a missing answer: four remain.
        (double X, double Y)[] residuals =
            [.. new[] { (-1.0, 0, 1), (0.5, 1, 1), (2, 1, 0), (-0.3, 0, 0) }.Select(p => (p.Item2 - (1 / (1 + Math.Exp(-p.Item1))), p.Item3 - (1 / (1 + Math.Exp(0.5 - p.Item1)))))];
        var (mx, my) = (residuals.Average(r => r.X), residuals.Average(r => r.Y));
        var expected = residuals.Sum(r => (r.X - mx) * (r.Y - my)) / Math.Sqrt(residuals.Sum(r => (r.X - mx) * (r.X - mx)) * residuals.Sum(r => (r.Y - my) * (r.Y - my)));
        var actual = ResidualCorrelations.Of(items, data, abilities);
        Assert.Equal(expected, actual[1, 0]!.Value, 12);
        Assert.Equal(4, Assert.Single(actual.Pairs).Persons);
        Assert.Equal(1, actual[0, 0]);
    }

    [Fact]
    public void Independent_items_are_not_flagged_and_their_mean_is_about_minus_one_over_the_others()
    {
        var actual = ResidualCorrelations.Of(Items, FitData.Prior, FitData.Simulated(Items, 2000, new Random(4)));
        Assert.Equal(105, actual.Pairs.Length);
        Assert.Empty(actual.Flagged());
        Assert.Equal(-1.0 / 14, actual.Mean!.Value, 0.02);
        Assert.Equal(0, actual.Pairs.Average(pair => pair.Relative), 12);
    }

    [Fact]
    public void Two_items_answered_alike_are_flagged()
    {
        var data = FitData.Simulated(Items, 1000, new Random(4));
        var chance = new Random(6);
        var copied = FitData.Matrix(15, Enumerable.Range(0, 1000).SelectMany(p =>
        {
            var row = data.Row(p).ToArray().Select(s => (int)s).ToArray();
            row[7] = chance.NextDouble() < 0.6 ? row[8] : row[7];
            return row;
        }));
        var pair = Assert.Single(ResidualCorrelations.Of(Items, FitData.Prior, copied).Flagged(relative: true));
        Assert.Equal((7, 8), (pair.First, pair.Second));
    }

    [Fact]
    public void Without_common_people_or_variation_there_is_no_correlation()
    {
        LogisticItem[] items = [LogisticItem.Rasch(0), LogisticItem.Rasch(0)];
        var none = ResidualCorrelations.Of(items, FitData.Prior, FitData.Matrix(2, [0, -1, -1, 1, 1, 1, 0, 1]));
        Assert.Null(none[0, 1]);
        Assert.Null(none.Mean);
        Assert.Null(ResidualCorrelations.Of(items, FitData.Matrix(2, [1, 0, 1, 1, 1, 0]), [0, 0, 0])[0, 1]);
        Assert.Throws<ArgumentException>(() => ResidualCorrelations.Of(items, FitData.Matrix(2, [1, 0]), []));
    }
}
