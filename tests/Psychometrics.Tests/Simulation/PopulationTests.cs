namespace Beffroi.Psychometrics.Tests;

public sealed class PopulationTests
{
    const int N = 20_000;

    public static TheoryData<AbilityDistribution, double, double, double> Distributions { get; } = new()
    {
        // Mean, standard deviation and skewness by the textbook: a mixture of N(-1.8, 0.5) and N(0.45, 0.8) worked by hand.
        { new NormalAbilities(-0.6, 1.3), -0.6, 1.3, 0 },
        { new SkewedAbilities(-0.8), 0, 1, -0.8 },
        { new SkewedAbilities(0.5, 1, 2), 1, 2, 0.5 },
        { new MixedAbilities(new AbilityGroup(0.2, new NormalAbilities(-1.8, 0.5)), new AbilityGroup(0.8, new NormalAbilities(0.45, 0.8))), 0, 1.171324, -0.4183 },
    };

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Abilities_have_the_moments_of_their_distribution(AbilityDistribution abilities, double mean, double deviation, double skewness)
    {
        var drawn = abilities.Draw(N, 11);
        var average = drawn.Average();
        var spread = Math.Sqrt(drawn.Average(x => (x - average) * (x - average)));
        Assert.Equal(mean, average, 4 * deviation / Math.Sqrt(N));
        Assert.Equal(deviation, spread, 4 * deviation * Math.Sqrt(1.0 / N));
        Assert.Equal(skewness, drawn.Average(x => Math.Pow((x - average) / spread, 3)), 4 * Math.Sqrt(10.0 / N));
        Assert.Equal(mean, abilities.Mean, 1e-9);
        Assert.Equal(deviation, abilities.StandardDeviation, 1e-6);
    }

    [Fact]
    public void The_first_people_do_not_depend_on_how_many_come_after() =>
        Assert.Equal(new NormalAbilities().Draw(10, 3), new NormalAbilities().Draw(100, 3).Take(10));

    [Fact]
    public void Two_scales_have_the_correlation_asked_for_and_the_measure_of_the_second_its_error()
    {
        var other = new OtherScale { Correlation = 0.7, StandardError = 0.4 };
        var people = Enumerable.Range(0, N).Select(person =>
        {
            var chance = RandomStream.Of(5, person);
            var first = chance.NextNormal();
            var second = other.Draw(first, chance);
            return (First: first, Second: second, Measure: other.Measure(second, chance));
        }).ToArray();
        Assert.Equal(0.7, people.Average(p => p.First * p.Second), 4 / Math.Sqrt(N));
        Assert.Equal(1, people.Average(p => p.Second * p.Second), 4 * Math.Sqrt(2.0 / N));
        // A posterior mean misses by its posterior standard deviation, and varies by what is left.
        Assert.Equal(0.16, people.Average(p => Math.Pow(p.Second - p.Measure, 2)), 4 * 0.16 * Math.Sqrt(2.0 / N));
        Assert.Equal(0.84, people.Average(p => p.Measure * p.Measure), 4 * 0.84 * Math.Sqrt(2.0 / N));
    }

    [Fact]
    public void Shares_of_a_mixture_must_sum_to_one() =>
        Assert.Throws<ArgumentException>(() => new MixedAbilities(new AbilityGroup(0.5, new NormalAbilities())));

    [Fact]
    public void A_shuffle_puts_every_item_everywhere_as_often()
    {
        var firsts = Enumerable.Range(0, N).GroupBy(i => RandomStream.Of(9, i).Shuffle(5)[0]).Select(g => g.Count()).ToArray();
        Assert.Equal(5, firsts.Length);
        Assert.All(firsts, count => Assert.Equal(0.2, count / (double)N, 4 * Math.Sqrt(0.16 / N)));
    }
}
