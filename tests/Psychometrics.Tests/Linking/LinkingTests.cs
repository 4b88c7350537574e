using CsCheck;

namespace Beffroi.Psychometrics.Tests;

public sealed class LinkingTests
{
    static readonly Gen<(double A, double B)> Line = Gen.Select(Gen.Double[0.6, 1.6], Gen.Double[-1, 1]);

    [Fact]
    public void Every_method_finds_the_line_that_anchors_without_error_were_moved_by() =>
        Gen.Select(DrawModel.Any.Array[4, 12].Where(Vary), Line, Gen.Bool).Sample(
            (items, line, symmetric) =>
            {
                var truth = new ScaleLink(line.A, line.B);
                ItemModel[] moved = [.. items.Select(truth.Apply)];
                var options = new CurveLinkingOptions { Symmetric = symmetric };
                ScaleLink[] links =
                    [Linking.MeanMean(items, moved), Linking.MeanSigma(items, moved), Linking.Haebara(items, moved, options), Linking.StockingLord(items, moved, options)];
                Assert.All(links, link =>
                {
                    Assert.Equal(line.A, link.Slope, 1e-5);
                    Assert.Equal(line.B, link.Intercept, 1e-5);
                    Assert.True(link.Criterion is null or < 1e-12);
                });
            },
            iter: 40);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Curve_methods_reach_the_minimum_that_a_slow_search_of_the_written_criterion_finds(bool symmetric) =>
        Gen.Select(DrawModel.TwoParameter.Array[10], Gen.Double[-0.25, 0.25].Array[20], Line, Gen.Bool).Sample(
            (items, noise, line, wholeTest) =>
            {
                var truth = new ScaleLink(line.A, line.B);
                var moved = items.Select(truth.Apply).Cast<LogisticItem>().Select((item, i) => LogisticItem.TwoParameter(
                    item.Discrimination * Math.Exp(noise[i]), item.Difficulty + noise[i + 10])).ToArray();
                var options = new CurveLinkingOptions { Symmetric = symmetric };
                var link = wholeTest ? Linking.StockingLord(items, moved, options) : Linking.Haebara(items, moved, options);
                double Criterion(double a, double b) =>
                    OneWay(items, moved, a, b, wholeTest) + (symmetric ? OneWay(moved, items, 1 / a, -b / a, wholeTest) : 0);
                var (slope, intercept) = SlowMinimum(Criterion, line);
                Assert.Equal(Criterion(slope, intercept), link.Criterion!.Value, 1e-8);
                Assert.Equal(slope, link.Slope, 1e-3);
                Assert.Equal(intercept, link.Intercept, 1e-3);
            },
            iter: 6);

    [Fact]
    public void A_symmetric_link_is_inverted_when_the_forms_are_swapped_and_so_is_a_link_of_moments() =>
        Gen.Select(DrawModel.TwoParameter.Array[6].Where(Vary), DrawModel.TwoParameter.Array[6]).Sample(
            (items, others) =>
            {
                // The same items calibrated twice, with errors: means of two unrelated draws.
                var twice = items.Zip(others, (i, o) => LogisticItem.TwoParameter((0.9 * i.Discrimination) + (0.1 * o.Discrimination), (0.9 * i.Difficulty) + (0.1 * o.Difficulty) + 0.4)).ToArray();
                var options = new CurveLinkingOptions { Symmetric = true };
                foreach (var method in new Func<LogisticItem[], LogisticItem[], ScaleLink>[]
                    { Linking.MeanMean, Linking.MeanSigma, (f, t) => Linking.Haebara(f, t, options), (f, t) => Linking.StockingLord(f, t, options) })
                {
                    var (there, back) = (method(items, twice), method(twice, items).Inverse());
                    Assert.Equal(there.Slope, back.Slope, 1e-4);
                    Assert.Equal(there.Intercept, back.Intercept, 1e-4);
                }
            },
            iter: 20);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Difficulties_equal_but_for_rounding_do_not_stop_the_curve_methods_and_mean_sigma_refuses_them(bool symmetric)
    {
        LogisticItem[] from = [LogisticItem.TwoParameter(0.4, -8.5e-35), LogisticItem.TwoParameter(1, 4.7e-70), LogisticItem.TwoParameter(2.4, 0)];
        LogisticItem[] to = [LogisticItem.TwoParameter(0.45, 0.4), LogisticItem.TwoParameter(1.05, 0.41), LogisticItem.TwoParameter(2.3, 0.37)];
        var options = new CurveLinkingOptions { Symmetric = symmetric };
        Assert.All([Linking.Haebara(from, to, options), Linking.StockingLord(from, to, options)], link => Assert.InRange(link.Intercept, 0.37, 0.41));
        Assert.All([Linking.Haebara(to, from, options), Linking.StockingLord(to, from, options)], link => Assert.InRange(link.Inverse().Intercept, 0.37, 0.41));
        Assert.Throws<ArgumentException>(() => Linking.MeanSigma(from, to));
        Assert.Throws<ArgumentException>(() => Linking.MeanSigma(to, from));
    }

    [Fact]
    public void Moments_are_those_worked_by_hand()
    {
        LogisticItem[] from = [LogisticItem.TwoParameter(1, -1), LogisticItem.TwoParameter(2, 1)];
        LogisticItem[] to = [LogisticItem.TwoParameter(0.5, 0), LogisticItem.TwoParameter(0.7, 3)];
        // Means of a: 1.5 and 0.6; of b: 0 and 1.5; standard deviations of b: 1 and 1.5.
        Assert.Equal((2.5, 1.5), (Math.Round(Linking.MeanMean(from, to).Slope, 12), Linking.MeanMean(from, to).Intercept));
        Assert.Equal((1.5, 1.5), (Linking.MeanSigma(from, to).Slope, Linking.MeanSigma(from, to).Intercept));
    }

    [Fact]
    public void Anchors_that_do_not_match_or_do_not_vary_are_refused()
    {
        LogisticItem[] one = [LogisticItem.Rasch(0)];
        Assert.Throws<ArgumentException>(() => Linking.MeanMean(one, []));
        Assert.Throws<ArgumentException>(() => Linking.Haebara([], []));
        Assert.Throws<ArgumentException>(() => Linking.Haebara(one, [new GradedItem(1, [0, 1])]));
        Assert.Throws<ArgumentException>(() => Linking.MeanSigma(one, one));
        Assert.Throws<ArgumentException>(() => Linking.MeanMean([LogisticItem.TwoParameter(-1, 0)], one));
        Assert.Throws<ArgumentException>(() => Linking.StockingLord([LogisticItem.TwoParameter(0, 0)], [LogisticItem.TwoParameter(0, 0)]));
    }

    // Difficulties near one another tell no slope that four figures would agree on.
    static bool Vary(ItemModel[] items) => AnchorMoments.Of(items).DifficultySd > 0.05;

    // Σ_θ w(θ) (…)² with the items themselves moved, as the papers write it.
    static double OneWay(LogisticItem[] from, LogisticItem[] to, double a, double b, bool wholeTest)
    {
        var (sum, total) = (0.0, 0.0);
        for (var t = -6.0; t <= 6.001; t += 0.1)
        {
            var weight = Math.Exp(-t * t / 2);
            var gaps = from.Zip(to, (f, g) => (1 / (1 + Math.Exp(-g.Discrimination * (t - g.Difficulty))))
                - (1 / (1 + Math.Exp(-f.Discrimination / a * (t - (a * f.Difficulty) - b))))).ToArray();
            sum += weight * (wholeTest ? gaps.Sum() * gaps.Sum() : gaps.Sum(g => g * g));
            total += weight;
        }

        return sum / total;
    }

    // The four neighbours, then a finer step when none is better.
    static (double A, double B) SlowMinimum(Func<double, double, double> criterion, (double A, double B) start)
    {
        var (best, lowest) = (start, criterion(start.A, start.B));
        for (var step = 0.1; step > 1e-6; step /= 2)
        {
            for (var moved = true; moved;)
            {
                moved = false;
                foreach (var (da, db) in new[] { (step, 0.0), (-step, 0), (0, step), (0, -step), (step, step), (-step, -step), (step, -step), (-step, step) })
                {
                    var value = criterion(best.A + da, best.B + db);
                    if (value < lowest)
                    {
                        (best, lowest, moved) = ((best.A + da, best.B + db), value, true);
                    }
                }
            }
        }

        return best;
    }
}
