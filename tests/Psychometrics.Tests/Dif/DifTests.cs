using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed class DifTests
{
    static readonly Gen<(ResponseMatrix Responses, bool[] Focal)> RightOrWrong =
        from responses in Scores.RightOrWrong from focal in Gen.Bool.Array[responses.Persons] where focal.Contains(true) && focal.Contains(false) select (responses, focal);

    static readonly Gen<(ResponseMatrix Responses, bool[] Focal)> Ordered =
        from responses in Scores.Complete from focal in Gen.Bool.Array[responses.Persons] where focal.Contains(true) && focal.Contains(false) select (responses, focal);

    [Fact]
    public void Mantel_statistics_agree_with_the_enumeration_of_who_might_have_been_focal() => Ordered.Sample(
        drawn =>
        {
            var rows = Scores.Rows(drawn.Responses);
            foreach (var (item, i) in Dif.Mantel(drawn.Responses, drawn.Focal).Items.Select((item, i) => (item, i)))
            {
                var (deviation, variance) = (0.0, 0.0);
                foreach (var stratum in Enumerable.Range(0, rows.Length).GroupBy(p => rows[p].Sum(s => s)))
                {
                    var (scores, size) = (stratum.Select(p => (int)rows[p][i]).ToArray(), stratum.Count(p => drawn.Focal[p]));
                    var totals = Subsets(scores, size).ToArray();
                    deviation += stratum.Where(p => drawn.Focal[p]).Sum(p => rows[p][i]) - totals.Average();
                    variance += totals.Average(t => t * t) - (totals.Average() * totals.Average());
                }

                Assert.Equal(variance > 1e-9, item.ChiSquared is not null);
                if (item.ChiSquared is { } chiSquared)
                {
                    Assert.Equal(deviation * deviation / variance, chiSquared, 1e-6);
                }
            }
        },
        iter: 30);

    [Fact]
    public void Odds_and_statistics_of_Mantel_Haenszel_agree_with_plain_tables() => RightOrWrong.Sample(drawn =>
    {
        var rows = Scores.Rows(drawn.Responses);
        foreach (var (item, i) in Dif.MantelHaenszel(drawn.Responses, drawn.Focal).Items.Select((item, i) => (item, i)))
        {
            var (over, under, difference, variance) = (0.0, 0.0, 0.0, 0.0);
            for (var sum = 0; sum <= drawn.Responses.Items; sum++)
            {
                double Count(bool focal, int score) => rows.Where((row, p) => row.Sum(s => s) == sum && drawn.Focal[p] == focal && row[i] == score).Count();
                double a = Count(false, 1), b = Count(false, 0), c = Count(true, 1), d = Count(true, 0), n = a + b + c + d;
                if (n > 1)
                {
                    over += a * d / n;
                    under += b * c / n;
                    difference += a - ((a + b) * (a + c) / n);
                    variance += (a + b) * (c + d) * (a + c) * (b + d) / (n * n * (n - 1));
                }
            }

            Assert.Equal(over > 0 && under > 0, item.CommonOddsRatio is not null);
            Assert.Equal(variance > 0, item.ChiSquared is not null);
            if (item.CommonOddsRatio is { } odds)
            {
                Assert.Equal(over / under, odds, 1e-9 * odds);
                Assert.Equal(-2.35 * Math.Log(over / under), item.Delta!.Value, 1e-9);
            }

            if (item.ChiSquared is { } chiSquared)
            {
                Assert.Equal(Math.Pow(Math.Abs(difference) - 0.5, 2) / variance, chiSquared, 1e-7);
            }
        }
    });

    [Fact]
    public void Swapping_the_groups_turns_the_sign_and_nothing_else() => RightOrWrong.Sample(drawn =>
    {
        bool[] swapped = [.. drawn.Focal.Select(f => !f)];
        foreach (var (item, other) in Dif.MantelHaenszel(drawn.Responses, drawn.Focal).Items.Zip(Dif.MantelHaenszel(drawn.Responses, swapped).Items))
        {
            Near(item.ChiSquared, other.ChiSquared);
            Near(-item.Delta, other.Delta);
            Near(item.LogOddsStandardError, other.LogOddsStandardError);
        }

        foreach (var (item, other) in Dif.LogisticRegression(drawn.Responses, drawn.Focal).Items.Zip(Dif.LogisticRegression(drawn.Responses, swapped).Items))
        {
            Near(item.ChiSquared, other.ChiSquared, 1e-5);
            Near(item.DeltaRSquared, other.DeltaRSquared, 1e-5);
        }
    });

    [Fact]
    public void The_order_of_the_people_has_no_effect() => RightOrWrong.Sample(drawn =>
    {
        var options = new DifOptions { Purify = true, Level = 0.3 };
        var reversed = Scores.Of([.. Scores.Rows(drawn.Responses).Reverse()]);
        bool[] focal = [.. drawn.Focal.Reverse()];
        Assert.Equal(Dif.MantelHaenszel(drawn.Responses, drawn.Focal, options).Items, Dif.MantelHaenszel(reversed, focal, options).Items);
        Assert.Equal(Dif.LogisticRegression(drawn.Responses, drawn.Focal, options).Items, Dif.LogisticRegression(reversed, focal, options).Items);
        Assert.Equal(Dif.Mantel(drawn.Responses, drawn.Focal, options).Items, Dif.Mantel(reversed, focal, options).Items);
    });

    [Fact]
    public void Both_kinds_of_logistic_difference_add_up_and_every_figure_is_a_number() => RightOrWrong.Sample(drawn =>
    {
        foreach (var item in Dif.LogisticRegression(drawn.Responses, drawn.Focal).Items.Where(item => item.ChiSquared is not null))
        {
            Assert.Equal(item.ChiSquared!.Value, item.UniformChiSquared!.Value + item.NonUniformChiSquared!.Value, 1e-5);
            Assert.InRange(item.DeltaRSquared!.Value, 0, 1);
            Assert.InRange(item.PValue!.Value, 0, 1);
            Assert.True(item.GroupLogOdds is null || double.IsFinite(item.GroupLogOdds.Value));
        }
    });

    [Fact]
    public void Logistic_likelihoods_are_those_of_a_plain_search() => RightOrWrong.Sample(
        drawn =>
        {
            var rows = Scores.Rows(drawn.Responses);
            foreach (var (item, i) in Dif.LogisticRegression(drawn.Responses, drawn.Focal).Items.Select((item, i) => (item, i)).Where(pair => pair.item.GroupLogOdds is not null))
            {
                double LogLikelihood(double[] c) => rows.Select((row, p) =>
                {
                    var z = c[0] + (c[1] * row.Sum(s => s)) + (drawn.Focal[p] ? c[2] : 0);
                    return -Math.Log(1 + Math.Exp(row[i] == 1 ? -z : z));
                }).Sum();
                var (sum, group) = (Climbed(LogLikelihood, [0, 0, 0], [0, 1]), Climbed(LogLikelihood, [0, 0, 0], [0, 1, 2]));
                Assert.Equal(2 * (LogLikelihood(group) - LogLikelihood(sum)), item.UniformChiSquared!.Value, 1e-3);
            }
        },
        iter: 10);

    [Fact]
    public void Adjusted_probabilities_are_those_of_the_step_up_rule() => RightOrWrong.Sample(drawn =>
    {
        var items = Dif.MantelHaenszel(drawn.Responses, drawn.Focal).Items.Where(item => item.PValue is not null).ToArray();
        foreach (var item in items)
        {
            var expected = items.Where(other => other.PValue >= item.PValue)
                .Min(other => other.PValue!.Value * items.Length / items.Count(third => third.PValue <= other.PValue));
            Assert.Equal(Math.Min(1, expected), item.AdjustedPValue!.Value, 1e-12);
        }
    });

    [Fact]
    public void An_item_that_everybody_passes_tells_nothing_and_says_so()
    {
        var responses = Scores.Of([1, 0, 1], [1, 1, 0], [1, 1, 1], [1, 0, 0], [1, 0, 1], [1, 1, 0]);
        bool[] focal = [true, false, true, false, false, true];
        var item = Dif.MantelHaenszel(responses, focal).Items[0];
        Assert.Equal((null, null, null, null, null), (item.ChiSquared, item.PValue, item.AdjustedPValue, item.Delta, item.Size));
        Assert.Null(item.EtsClass);
        Assert.False(item.Flagged);
        Assert.Null(Dif.LogisticRegression(responses, focal).Items[0].Class);
        Assert.Null(Dif.Mantel(responses, focal).Items[0].Class);
    }

    [Fact]
    public void The_standardised_mean_difference_weighs_each_sum_by_its_focal_people()
    {
        // Sum 3: focal 1, reference 2 and 3. Sum 4: focal 2 and 2, reference 3. Sum 5 has no focal person.
        var responses = Scores.Of([1, 2], [2, 1], [3, 0], [2, 2], [2, 2], [3, 1], [3, 2]);
        var item = Dif.Mantel(responses, [true, false, false, true, true, false, false]).Items[0];
        Assert.Equal(((1 - 2.5) + (2 * (2 - 3.0))) / 3, item.MeanDifference!.Value, 1e-12);
        Assert.Equal(item.MeanDifference.Value / Math.Sqrt(24.0 / 7 / 6), item.EffectSize!.Value, 1e-12);
    }

    [Fact]
    public void Groups_and_scores_that_cannot_be_compared_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Dif.MantelHaenszel(Scores.Of([1, 0], [0, 1]), [true, true]));
        Assert.Throws<ArgumentException>(() => Dif.MantelHaenszel(Scores.Of([1, 0], [0, 1]), [true]));
        Assert.Throws<ArgumentException>(() => Dif.MantelHaenszel(Scores.Of([2, 0], [0, 1]), [true, false]));
        Assert.Throws<ArgumentException>(() => Dif.LogisticRegression(Scores.Of([1, -1], [0, 1]), [true, false]));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => new DifOptions { Level = double.NaN });
    }

    [Fact]
    public void An_item_made_harder_for_a_group_is_found_in_that_direction_by_each_method()
    {
        var (responses, focal) = Simulated(focalShift: 1.2);
        var options = new DifOptions { Purify = true, Level = 0.001 };
        var haenszel = Dif.MantelHaenszel(responses, focal, options);
        Assert.Equal([0], haenszel.Flagged);
        Assert.True(haenszel.Items[0] is { Delta: < -1.5, EtsClass: DifClass.C });
        var logistic = Dif.LogisticRegression(responses, focal, options);
        Assert.Equal([0], logistic.Flagged);
        Assert.True(logistic.Items[0].GroupLogOdds < -0.6);
        var mantel = Dif.Mantel(responses, focal, options);
        Assert.Equal([0], mantel.Flagged);
        Assert.True(mantel.Items[0] is { EffectSize: < -0.25, Class: DifClass.C });
    }

    static (ResponseMatrix Responses, bool[] Focal) Simulated(double focalShift)
    {
        var random = new Random(5);
        bool[] focal = [.. Enumerable.Range(0, 1500).Select(p => p % 3 == 0)];
        return (Scores.Of([.. focal.Select(f =>
        {
            var ability = Scores.Normal(random) - (f ? 0.5 : 0);
            return Enumerable.Range(0, 20).Select(i => (sbyte)(random.NextDouble() < 1 / (1 + Math.Exp(-1.2 * (ability - (((i * 7) % 20 / 10.0) - 1) - (i == 0 && f ? focalShift : 0)))) ? 1 : 0)).ToArray();
        })]), focal);
    }

    // Pattern search (Hooke & Jeeves, 1961) along some of the axes, then along the lines between two of them.
    static double[] Climbed(Func<double[], double> height, double[] start, int[] axes)
    {
        var (at, best) = (start, height(start));
        double[][] ways = [.. axes.SelectMany(a => axes, (a, b) => Enumerable.Range(0, 3).Select(i => i == a ? 1 : i == b ? -0.3 : 0.0).ToArray()), .. axes.Select(a => Enumerable.Range(0, 3).Select(i => i == a ? 1.0 : 0).ToArray())];
        for (var step = 1.0; step > 1e-5;)
        {
            var moved = ways.SelectMany(way => new[] { step, -step }, (way, s) => at.Zip(way, (x, w) => x + (s * w)).ToArray()).MaxBy(height)!;
            (at, best, step) = height(moved) > best ? (moved, height(moved), step) : (at, best, step / 2);
        }

        return at;
    }

    static IEnumerable<double> Subsets(int[] scores, int size, int from = 0) =>
        size == 0 ? [0] : from == scores.Length ? []
        : Subsets(scores, size - 1, from + 1).Select(total => total + scores[from]).Concat(Subsets(scores, size, from + 1));

    static void Near(double? expected, double? actual, double tolerance = 1e-9)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is { } value)
        {
            Assert.Equal(value, actual!.Value, tolerance);
        }
    }
}
