namespace Beffroi.Psychometrics.Tests;

public sealed class LatentNormTests
{
    [Theory]
    [InlineData(-0.6, 50, 0)]
    [InlineData(0.6, 84.1344746, 1)]
    [InlineData(-3, 2.2750132, -2)]
    public void A_percentile_is_read_in_the_normal_table(double ability, double percentile, double z)
    {
        var place = new LatentNorm { Mean = -0.6, StandardDeviation = 1.2 }.Place(ability);
        Assert.Equal(percentile, place.PercentileRank, 1e-6);
        Assert.Equal(z, place.Z, 1e-12);
        Assert.Equal(place.PercentileRank, place.Low, 1e-9);
        Assert.Equal(place.PercentileRank, place.High, 1e-9);
    }

    [Fact]
    public void The_error_of_z_is_that_of_a_simulation_of_its_parts()
    {
        var norm = new LatentNorm { Mean = 0.2, StandardDeviation = 1.1, MeanStandardError = 0.05, StandardDeviationStandardError = 0.04 };
        var random = new Random(7);
        var drawn = Enumerable.Range(0, 200_000)
            .Select(_ => (1.5 + (0.1 * Scores.Normal(random)) - 0.2 - (0.05 * Scores.Normal(random))) / (1.1 + (0.04 * Scores.Normal(random)))).Order().ToArray();
        var place = norm.Place(1.5, standardError: 0.1);
        Assert.Equal(100 * Normal(drawn[5000]), place.Low, 0.4);
        Assert.Equal(100 * Normal(drawn[^5000]), place.High, 0.4);
    }

    [Fact]
    public void Impossible_arguments_are_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => new LatentNorm { Mean = 0, StandardDeviation = 0 });
        Assert.ThrowsAny<ArgumentException>(() => new LatentNorm { Mean = double.NaN, StandardDeviation = 1 });
        Assert.ThrowsAny<ArgumentException>(() => new LatentNorm { Mean = 0, StandardDeviation = 1 }.Place(0, -1));
    }

    // The rectangle rule on the density.
    static double Normal(double z) => Enumerable.Range(0, 100_000).Sum(i => Math.Exp(-Math.Pow(-8 + ((z + 8) * (i + 0.5) / 100_000), 2) / 2)) * (z + 8) / 100_000 / Math.Sqrt(2 * Math.PI);
}
