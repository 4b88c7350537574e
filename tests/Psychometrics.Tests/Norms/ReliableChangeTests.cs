using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed class ReliableChangeTests
{
    [Fact]
    public void The_example_of_its_authors_gives_their_figures()
    {
        // Jacobson & Truax (1991, p. 14): 32.5 before, 47.5 after, standard deviation 7.5, reliability .80; difference error 4.74, index 3.16.
        var error = 7.5 * Math.Sqrt(1 - 0.80);
        var change = new ReliableChange(32.5, error, 47.5, error);
        Assert.Equal(4.74, change.StandardError, 5e-3);
        Assert.Equal(3.16, change.Index, 5e-3);
        Assert.True(change.IsReliable());
        Assert.False(change.IsReliable(0.999));
    }

    [Theory]
    [InlineData(1.96, 0.0499958, 0.9750021)]
    [InlineData(-1, 0.3173105, 0.1586553)]
    [InlineData(0, 1, 0.5)]
    public void Its_probabilities_are_those_of_the_normal_table(double index, double pValue, double gain)
    {
        var change = new ReliableChange(10, 3, 10 + (5 * index), 4);
        Assert.Equal(index, change.Index, 1e-12);
        Assert.Equal(pValue, change.PValue, 1e-7);
        Assert.Equal(gain, change.ProbabilityOfGain, 1e-7);
    }

    [Fact]
    public void The_way_back_has_the_opposite_index() =>
        Gen.Select(Gen.Double[-3, 3], Gen.Double[0.1, 1], Gen.Double[-3, 3], Gen.Double[0.1, 1]).Sample((x, sx, y, sy) =>
        {
            var (there, back) = (new ReliableChange(x, sx, y, sy), new ReliableChange(y, sy, x, sx));
            Assert.Equal(there.Index, -back.Index, 1e-12);
            Assert.Equal(1, there.ProbabilityOfGain + back.ProbabilityOfGain, 1e-12);
            Assert.Equal(there.PValue < 0.05, there.IsReliable());
        });

    [Fact]
    public void Impossible_arguments_are_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => new ReliableChange(1, 0, 2, 0));
        Assert.ThrowsAny<ArgumentException>(() => new ReliableChange(1, -1, 2, 1));
        Assert.ThrowsAny<ArgumentException>(() => new ReliableChange(double.NaN, 1, 2, 1));
        Assert.ThrowsAny<ArgumentException>(() => new ReliableChange(1, 1, 2, 1).IsReliable(double.NaN));
    }
}
