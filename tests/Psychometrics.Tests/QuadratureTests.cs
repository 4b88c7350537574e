using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed class QuadratureTests
{
    [Fact]
    public void A_grid_has_the_moments_of_its_normal_distribution() =>
        Gen.Select(Gen.Double[-3, 3], Gen.Double[0.05, 3]).Sample((mean, sd) =>
        {
            var grid = Quadrature.Normal(mean, sd);
            double Moment(int power) => grid.Points.Zip(grid.LogWeights, (x, w) => Math.Exp(w) * Math.Pow((x - mean) / sd, power)).Sum();
            Assert.Equal(1, Moment(0), 12);
            Assert.Equal(0, Moment(1), 12);
            Assert.Equal(1, Moment(2), 6);
            Assert.Equal(3, Moment(4), 5);
        });

    [Fact]
    public void The_default_grid_goes_from_minus_six_to_six_by_tenths()
    {
        var grid = Quadrature.Normal();
        Assert.Equal(121, grid.Points.Length);
        Assert.Equal((-6, 6), (grid.Points[0], grid.Points[^1]));
        Assert.Equal(0.1, grid.Step, 15);
    }

    [Fact]
    public void No_spread_is_a_single_point()
    {
        var grid = Quadrature.Normal(1.5, 0);
        Assert.Equal([1.5], grid.Points);
        Assert.Equal([0.0], grid.LogWeights);
    }

    [Theory]
    [InlineData(double.NaN, 1, 121, 6)]
    [InlineData(0, -1, 121, 6)]
    [InlineData(0, double.NaN, 121, 6)]
    [InlineData(0, 1, 120, 6)]
    [InlineData(0, 1, 1, 6)]
    [InlineData(0, 1, 121, 0)]
    public void Impossible_grids_are_refused(double mean, double sd, int points, double halfWidth) =>
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => Quadrature.Normal(mean, sd, points, halfWidth));
}
