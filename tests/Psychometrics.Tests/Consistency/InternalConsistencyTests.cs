using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed class InternalConsistencyTests
{
    [Fact]
    public void Alpha_and_item_rest_correlations_agree_with_plain_variances_of_sums() => Scores.Complete.Sample(responses =>
    {
        var (rows, result) = (Scores.Rows(responses), InternalConsistency.Of(responses));
        var totals = rows.Select(row => row.Sum(score => (double)score)).ToArray();
        if (Variance(totals) < 1e-9)
        {
            Assert.Null(result.Alpha);
            return;
        }

        Assert.Equal(PlainAlpha(rows, -1), result.Alpha!.Value, 1e-9);
        Assert.Equal(Math.Sqrt(Variance(totals)), result.StandardDeviation!.Value, 1e-9);
        Assert.Equal(result.StandardDeviation.Value * Math.Sqrt(1 - result.Alpha.Value), result.StandardError!.Value, 1e-9);
        for (var i = 0; i < responses.Items; i++)
        {
            var (item, rest) = (rows.Select(row => (double)row[i]).ToArray(), rows.Select((row, p) => totals[p] - row[i]).ToArray());
            if (Variance(item) * Variance(rest) > 1e-9)
            {
                Assert.Equal(Covariance(item, rest) / Math.Sqrt(Variance(item) * Variance(rest)), result.ItemStatistics[i].ItemRestCorrelation!.Value, 1e-9);
                Assert.Equal(PlainAlpha(rows, i), result.ItemStatistics[i].AlphaIfDropped!.Value, 1e-9);
            }
        }
    });

    [Fact]
    public void The_order_of_the_people_has_no_effect_at_all() => Scores.Complete.Sample(responses =>
    {
        var (straight, reversed) = (InternalConsistency.Of(responses), InternalConsistency.Of(Scores.Of([.. Scores.Rows(responses).Reverse()])));
        Assert.Equal(straight.Alpha, reversed.Alpha);
        Assert.Equal(straight.OmegaTotal, reversed.OmegaTotal);
        Assert.Equal(straight.OmegaHierarchical, reversed.OmegaHierarchical);
        Assert.Equal(straight.ItemStatistics, reversed.ItemStatistics);
    });

    [Fact]
    public void Lambda_two_is_never_under_alpha_and_the_interval_holds_it() => Scores.Complete.Sample(responses =>
    {
        var result = InternalConsistency.Of(responses);
        Assert.Equal(result.Alpha is null, result.Lambda2 is null);
        if (result.Alpha is { } alpha)
        {
            Assert.True(result.Lambda2 >= alpha - 1e-9);
            Assert.InRange(alpha, result.AlphaLow!.Value - 1e-9, result.AlphaHigh!.Value + 1e-9);
            Assert.True(InternalConsistency.Of(responses, 0.99).AlphaLow <= result.AlphaLow);
            Assert.True(InternalConsistency.Of(responses, 0.99).AlphaHigh >= result.AlphaHigh);
        }
    });

    [Fact]
    public void Whatever_the_table_no_figure_is_NaN() => Scores.Any.Sample(responses =>
    {
        var r = InternalConsistency.Of(responses);
        double?[] figures =
        [
            r.Mean, r.StandardDeviation, r.Alpha, r.AlphaLow, r.AlphaHigh, r.StandardisedAlpha, r.Lambda2, r.Lambda6, r.OmegaTotal, r.OmegaHierarchical, r.StandardError,
            .. r.ItemStatistics.SelectMany(i => new[] { i.Mean, i.StandardDeviation, i.ItemRestCorrelation, i.AlphaIfDropped }),
        ];
        Assert.All(figures, figure => Assert.True(figure is null || double.IsFinite(figure.Value)));
        Assert.Equal(responses.Persons, r.Persons + r.LeftOut);
    });

    [Fact]
    public void The_omega_of_three_items_is_that_of_their_exact_factor()
    {
        // With three items the factor reproduces the correlations exactly: λ1² = r12 r13 / r23.
        var random = new Random(3);
        var rows = Enumerable.Range(0, 500).Select(_ =>
        {
            var factor = Scores.Normal(random);
            return new[] { 0.8, 0.6, 0.5 }.Select(l => (sbyte)Math.Round(50 + (9 * ((l * factor) + (Math.Sqrt(1 - (l * l)) * Scores.Normal(random)))))).ToArray();
        }).ToArray();
        var columns = Enumerable.Range(0, 3).Select(i => rows.Select(row => (double)row[i]).ToArray()).ToArray();
        double R(int i, int j) => Covariance(columns[i], columns[j]) / Math.Sqrt(Variance(columns[i]) * Variance(columns[j]));
        double[] loadings = [Math.Sqrt(R(0, 1) * R(0, 2) / R(1, 2)), Math.Sqrt(R(0, 1) * R(1, 2) / R(0, 2)), Math.Sqrt(R(0, 2) * R(1, 2) / R(0, 1))];
        var common = loadings.Sum() * loadings.Sum();
        Assert.Equal(common / (common + loadings.Sum(l => 1 - (l * l))), InternalConsistency.Of(Scores.Of(rows)).OmegaTotal!.Value, 1e-6);
    }

    [Fact]
    public void A_person_with_a_missing_answer_is_left_out_and_counted()
    {
        var result = InternalConsistency.Of(Scores.Of([1, 1, 1], [0, 0, 1], [0, 1, 0], [1, -1, 1]));
        Assert.Equal((3, 1), (result.Persons, result.LeftOut));
        Assert.Equal(InternalConsistency.Of(Scores.Of([1, 1, 1], [0, 0, 1], [0, 1, 0])).Alpha, result.Alpha);
    }

    [Fact]
    public void What_cannot_be_known_is_null()
    {
        Assert.Null(InternalConsistency.Of(Scores.Of([1], [0], [1])).Alpha);
        Assert.Null(InternalConsistency.Of(Scores.Of([1, 0, 1])).Alpha);
        Assert.Null(InternalConsistency.Of(Scores.Of([1, 0, 1])).StandardDeviation);
        Assert.Null(InternalConsistency.Of(Scores.Of([0, 1], [1, 0])).Alpha);
        Assert.Null(InternalConsistency.Of(Scores.Of([-1, 1])).Mean);
        var constant = InternalConsistency.Of(Scores.Of([0, 0, 1], [1, 1, 1], [1, 0, 1], [1, 1, 1]));
        Assert.NotNull(constant.Alpha);
        Assert.Null(constant.StandardisedAlpha);
        Assert.Null(constant.OmegaTotal);
        Assert.Null(constant.ItemStatistics[2].ItemRestCorrelation);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void An_impossible_level_is_refused(double level) =>
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => InternalConsistency.Of(Scores.Of([0, 1], [1, 1]), level));

    static double PlainAlpha(sbyte[][] rows, int without)
    {
        var kept = Enumerable.Range(0, rows[0].Length).Where(i => i != without).ToArray();
        var sum = Variance([.. rows.Select(row => kept.Sum(i => (double)row[i]))]);
        return kept.Length / (kept.Length - 1.0) * (1 - (kept.Sum(i => Variance([.. rows.Select(row => (double)row[i])])) / sum));
    }

    static double Variance(double[] x) => Covariance(x, x);

    static double Covariance(double[] x, double[] y) => x.Zip(y, (a, b) => (a - x.Average()) * (b - y.Average())).Sum() / (x.Length - 1);
}
