using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed class SumScoresTests
{
    static readonly LogisticItem[] Lsat6 =
    [
        LogisticItem.TwoParameter(0.82565952, -3.3588111), LogisticItem.TwoParameter(0.7227442, -1.3700576), LogisticItem.TwoParameter(0.89087453, -0.27966623),
        LogisticItem.TwoParameter(0.68836797, -1.866381), LogisticItem.TwoParameter(0.65685594, -3.1259068),
    ];

    [Fact]
    public void The_distribution_is_that_of_all_patterns_counted_one_by_one() =>
        Gen.Select(DrawModel.Any.Array[1, 5], Draw.Ability).Sample((items, ability) =>
        {
            var expected = new double[items.Sum(i => i.MaxScore) + 1];
            void Count(int at, int sum, double probability)
            {
                if (at == items.Length)
                {
                    expected[sum] += probability;
                    return;
                }

                for (var k = 0; k <= items[at].MaxScore; k++)
                {
                    Count(at + 1, sum + k, probability * items[at].Probability(ability, k));
                }
            }

            Count(0, 0, 1);
            Assert.All(expected.Zip(SumScores.Distribution(items, ability)), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
        });

    [Fact]
    public void Abilities_by_sum_score_are_those_published_for_lsat6()
    {
        double[] expected = [-1.89677, -1.41296, -0.93521, -0.44552, 0.07460, 0.64562];
        Assert.All(expected.Zip(SumScores.Table(Lsat6, Quadrature.Normal())), pair => Assert.Equal(pair.First, pair.Second.Ability, 1e-5));
    }

    [Fact]
    public void The_variance_of_the_population_is_that_between_sums_and_that_within_them()
    {
        var table = SumScores.Table(Lsat6, Quadrature.Normal());
        Assert.Equal(1, table.Sum(row => row.Probability), 1e-11);
        Assert.Equal(0, table.Sum(row => row.Probability * row.Ability), 1e-9);
        Assert.Equal(1, table.Sum(row => row.Probability * ((row.Ability * row.Ability) + (row.StandardError * row.StandardError))), 6);
    }

    [Fact]
    public void Under_the_rasch_model_a_sum_is_worth_what_any_of_its_patterns_is() =>
        Gen.Select(Gen.Double[-2, 2].Array[2, 12], Gen.Int[0, 12]).Sample((difficulties, raw) =>
        {
            raw %= difficulties.Length + 1;
            var items = difficulties.Select(LogisticItem.Rasch).ToArray();
            var posterior = Posterior.Given(Quadrature.Normal(), [.. items.Select((item, i) => new Response(item, i < raw))]);
            var row = SumScores.Table(items, Quadrature.Normal())[raw];
            Assert.Equal((raw, posterior.Mean), (row.Score, row.Ability), (x, y) => x.Item1 == y.Item1 && Math.Abs(x.Item2 - y.Item2) < 1e-9);
            Assert.Equal(posterior.StandardDeviation, row.StandardError, 1e-9);
        });

    [Fact]
    public void Three_hundred_items_far_too_hard_give_a_finite_increasing_table()
    {
        var table = SumScores.Table([.. Enumerable.Repeat(LogisticItem.TwoParameter(2, 1e-14), 300)], Quadrature.Normal(points: 31));
        Assert.All(table, row => Assert.True(double.IsFinite(row.LogProbability) && double.IsFinite(row.Ability) && double.IsFinite(row.StandardError)));
        Assert.All(table.Skip(1).Zip(table), pair => Assert.True(pair.First.Ability >= pair.Second.Ability - 1e-9));
    }

    [Fact]
    public void Without_any_item_the_only_sum_is_zero() => Assert.Equal([1.0], SumScores.Distribution([], 0));
}
