namespace Beffroi.Psychometrics.Tests;

/// <summary>Verbal aggression (De Boeck &amp; Wilson, 2004), 243 women and 73 men: figures of the R package difR.</summary>
public sealed class VerbalAggressionTests
{
    static readonly DifOptions Purified = new() { Purify = true };

    // Statistic of Mantel-Haenszel once the matching sum is purified, item after item.
    static readonly double[] PurifiedStatistics =
    [
        0.00693294089, 0.0376012383, 0.00872499724, 0.888078217, 0.111222772, 4.26799473, 0.0987026037, 4.37243424,
        0.345428408, 0.140596135, 1.68529346, 1.07663798, 2.09591289, 6.2736344, 0.0171706454, 9.66719684,
        11.9436384, 0.699678719, 9.46439351, 6.43563528, 1.41901472, 3.93230312, 5.79868143, 0.322325628,
    ];

    static readonly double[] UncorrectedStatistics =
    [
        2.21510536, 2.6579309, 1.33918802, 2.53589978, 3.57554587, 10.6034273, 0.0355580704, 0.970904864,
        1.1630472, 2.10033256, 0.0837856287, 4.80716664, 0.308310887, 3.38689457, 0.188035471, 7.21262122,
        7.76697248, 0.425639308, 6.54792674, 4.61937928, 0.692727165, 1.50199389, 1.85924994, 1.23019251,
    ];

    static ResponseMatrix Items() => SharedData.Matrix("difR_verbal.csv", "Anger", "Gender");

    static bool[] Men() => [.. SharedData.Rows("difR_verbal.csv").Select(row => row["Gender"] == "1")];

    [Fact]
    public void Mantel_Haenszel_statistics_odds_and_deltas_are_those_published()
    {
        var analysis = Dif.MantelHaenszel(Items(), Men());
        Assert.Equal((243, 73, 0), (analysis.Reference, analysis.Focal, analysis.LeftOut));
        foreach (var item in analysis.Items)
        {
            Agrees($"verbal.MH.chi2.{item.Name}", item.ChiSquared);
            Agrees($"verbal.MH.alpha.{item.Name}", item.CommonOddsRatio);
            Agrees($"verbal.MH.delta.{item.Name}", item.Delta);
        }

        Assert.Equal("BBACCCAAABACACACCACCBBBB", string.Concat(analysis.Items.Select(item => item.Size)));
        Assert.Equal(0.191292228298966, analysis.Items[0].PValue!.Value, 1e-9);
        Assert.Equal(0.129392198276792, Math.Pow(analysis.Items[0].LogOddsStandardError!.Value, 2), 1e-9);
    }

    [Fact]
    public void The_items_flagged_before_and_after_purification_are_those_published()
    {
        Assert.Equal([6, 12, 16, 17, 19, 20], Dif.MantelHaenszel(Items(), Men()).Flagged.Select(i => i + 1));
        var purified = Dif.MantelHaenszel(Items(), Men(), Purified);
        Assert.True(purified.Settled);
        Assert.Equal([6, 8, 14, 16, 17, 19, 20, 22, 23], purified.Flagged.Select(i => i + 1));
        Assert.All(purified.Items.Zip(PurifiedStatistics), pair => Assert.Equal(pair.Second, pair.First.ChiSquared!.Value, 1e-7));
    }

    [Fact]
    public void Mantels_test_of_right_or_wrong_items_is_Mantel_Haenszel_without_its_correction() =>
        Assert.All(Dif.Mantel(Items(), Men()).Items.Zip(UncorrectedStatistics), pair => Assert.Equal(pair.Second, pair.First.ChiSquared!.Value, 1e-7));

    [Fact]
    public void Logistic_likelihood_ratios_and_effect_sizes_are_those_published()
    {
        var analysis = Dif.LogisticRegression(Items(), Men());
        foreach (var item in analysis.Items)
        {
            Agrees($"verbal.logistic.both.LRT.{item.Name}", item.ChiSquared);
            Agrees($"verbal.logistic.dR2.{item.Name}", item.DeltaRSquared);
        }

        Assert.All(analysis.Items, item => Assert.Equal(DifClass.A, item.Class));
        Assert.Equal([6, 16, 17, 19], analysis.Flagged.Select(i => i + 1));
    }

    static void Agrees(string id, double? value)
    {
        var (expected, tolerance) = SharedData.Reference(id);
        Assert.Equal(expected, value!.Value, tolerance);
    }
}
