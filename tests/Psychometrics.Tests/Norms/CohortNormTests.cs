using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed class CohortNormTests
{
    static readonly Gen<double[]> Cohort = Gen.Int[0, 12].Select(i => i / 2.0).Array[3, 60].Where(values => values.Distinct().Count() > 1);

    [Fact]
    public void A_percentile_rank_is_the_share_below_with_half_of_those_equal() => Cohort.Sample(values =>
    {
        var norm = Built(values);
        var sd = Math.Sqrt(values.Sum(v => (v - values.Average()) * (v - values.Average())) / (values.Length - 1));
        for (var value = -0.75; value < 7; value += 0.25)
        {
            var place = norm.Place(value);
            Assert.Equal(100 * (values.Count(v => v < value) + (values.Count(v => v == value) / 2.0)) / values.Length, place.PercentileRank, 1e-9);
            Assert.Equal((value - values.Average()) / sd, place.Z, 1e-9);
            Assert.Equal(50 + (10 * place.Z), place.T, 1e-9);
            Assert.InRange(place.PercentileRank, place.Low, place.High);
        }
    });

    [Fact]
    public void A_person_of_weight_two_counts_as_two() => Cohort.Sample(values =>
    {
        var weighted = Built(values, [.. values.Select((_, i) => 1.0 + (i % 3))]);
        var copied = Built([.. values.SelectMany((v, i) => Enumerable.Repeat(v, 1 + (i % 3)))]);
        Assert.Equal(copied.Mean, weighted.Mean, 1e-9);
        Assert.True(weighted.EffectivePersons <= values.Length + 1e-9);
        for (var value = -0.75; value < 7; value += 0.25)
        {
            Assert.Equal(copied.Place(value).PercentileRank, weighted.Place(value).PercentileRank, 1e-9);
        }
    });

    [Fact]
    public void Neither_the_order_of_the_people_nor_the_unit_of_the_weights_has_an_effect() => Cohort.Sample(values =>
    {
        double[] weights = [.. values.Select((_, i) => 1.0 + (i % 4))];
        var (one, other) = (Built(values, weights), Built([.. values.Reverse()], [.. weights.Reverse().Select(w => w * 8)]));
        Assert.Equal(one.Place(2.5), other.Place(2.5));
        Assert.Equal((one.Mean, one.StandardDeviation, one.EffectivePersons), (other.Mean, other.StandardDeviation, other.EffectivePersons));
    });

    [Fact]
    public void The_interval_is_that_of_Wilson()
    {
        // 81 of 263 and 15 of 148: Newcombe (1998, Statistics in Medicine 17, 857-872, table I), whose published limits have four decimals.
        Interval(81, 263, 0.2553, 0.3662);
        Interval(15, 148, 0.0624, 0.1605);
        Interval(0, 20, 0, 0.1611);

        static void Interval(int below, int count, double low, double high)
        {
            var place = Built([.. Enumerable.Range(0, count).Select(i => i < below ? 0.0 : 1 + i)]).Place(0.5);
            Assert.Equal(100 * low, place.Low, 0.005);
            Assert.Equal(100 * high, place.High, 0.005);
        }
    }

    [Fact]
    public void A_cohort_too_small_or_all_alike_is_refused_with_its_reason()
    {
        Assert.False(CohortNorm.TryBuild([.. Enumerable.Range(0, 99).Select(i => (double)i)], out var norm, out var refusal));
        Assert.Null(norm);
        Assert.Equal(NormRefusal.TooFewPersons, refusal);
        Assert.True(CohortNorm.TryBuild([.. Enumerable.Range(0, 100).Select(i => (double)i)], out norm, out refusal));
        Assert.Equal(100, norm.Persons);
        Assert.Null(refusal);
        Assert.False(CohortNorm.TryBuild([.. Enumerable.Repeat(1.0, 200)], out _, out refusal));
        Assert.Equal(NormRefusal.NoSpread, refusal);
        Assert.False(CohortNorm.TryBuild([.. Enumerable.Range(0, 120).Select(i => (double)i)], out _, out refusal, [.. Enumerable.Range(0, 120).Select(i => i < 10 ? 100.0 : 1)]));
        Assert.Equal(NormRefusal.TooFewPersons, refusal);
        Assert.False(CohortNorm.TryBuild([], out _, out refusal));
        Assert.Equal(NormRefusal.TooFewPersons, refusal);
    }

    [Fact]
    public void Impossible_arguments_are_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => CohortNorm.TryBuild([1, double.NaN], out _, out _));
        Assert.ThrowsAny<ArgumentException>(() => CohortNorm.TryBuild([1, 2], out _, out _, [1]));
        Assert.ThrowsAny<ArgumentException>(() => CohortNorm.TryBuild([1, 2], out _, out _, [1, 0]));
        Assert.ThrowsAny<ArgumentException>(() => Built([1, 2, 3]).Place(double.NaN));
        Assert.ThrowsAny<ArgumentException>(() => Built([1, 2, 3]).Place(2, 1));
    }

    static CohortNorm Built(double[] values, double[]? weights = null)
    {
        Assert.True(CohortNorm.TryBuild(values, out var norm, out _, weights, minimum: 2));
        return norm;
    }
}
