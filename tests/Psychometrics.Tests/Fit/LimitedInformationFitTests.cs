namespace Beffroi.Psychometrics.Tests;

public sealed class LimitedInformationFitTests
{
    static readonly LogisticItem[] Guessed =
        [.. new[] { (1.2, -1.0), (0.8, -0.3), (1.5, 0.2), (1.1, 0.6), (0.9, 1.0), (1.3, 0.0) }.Select(p => LogisticItem.ThreeParameter(p.Item1, p.Item2, 0.15))];

    [Fact]
    public void The_one_parameter_model_of_lsat6_has_its_published_fit()
    {
        var items = FitData.Lsat6OneParameter;
        var fit = LimitedInformationFit.Of(items, FitData.Prior, FitData.Lsat6, ModelParameters.CommonSlope(items), cancellation: FitData.Stop);
        Assert.Equal(9, fit.Test!.Degrees);
        Assert.Equal(5.2914, fit.Test.Statistic, 1e-4);
        Assert.Equal(0.808, fit.Test.PValue, 1e-3);
        Assert.Equal(0, fit.Rmsea);
        Assert.Equal(0, fit.RmseaInterval!.Value.Low);
        Assert.InRange(fit.Srmsr!.Value, 0.01, 0.04);
    }

    [Fact]
    public void Rasch_items_with_a_free_variance_fit_as_one_slope_in_common()
    {
        // Rasch with a = 1 and variance .57023 is the one-parameter model in other units.
        var prior = Quadrature.Normal(0, 0.75513462);
        var items = FitData.Lsat6OneParameter.Select(item => LogisticItem.Rasch(item.Difficulty * item.Discrimination)).ToArray();
        var fit = LimitedInformationFit.Of(items, prior, FitData.Lsat6, [.. ModelParameters.FixedSlopes(items), ModelParameters.LatentStandardDeviation(items, prior)], cancellation: FitData.Stop);
        Assert.Equal(5.2914, fit.Test!.Statistic, 1e-4);
    }

    [Fact]
    public void A_free_mean_stands_for_the_difficulty_held_of_one_item()
    {
        var items = FitData.Lsat6OneParameter;
        var parameters = ModelParameters.CommonSlope(items);
        var fit = LimitedInformationFit.Of(items, FitData.Prior, FitData.Lsat6, [.. parameters.Skip(1), ModelParameters.LatentMean(items)], cancellation: FitData.Stop);
        Assert.Equal(5.2914, fit.Test!.Statistic, 1e-4);
        Assert.Equal(FitGap.NotIdentified, LimitedInformationFit.Of(items, FitData.Prior, FitData.Lsat6, [.. parameters, ModelParameters.LatentMean(items)], cancellation: FitData.Stop).Gap);
    }

    [Fact]
    public void The_two_parameter_statistic_is_that_of_all_patterns_enumerated()
    {
        var items = FitData.Lsat6TwoParameter;
        var slow = SlowMoments.Statistic(
            p => [.. Enumerable.Range(0, 5).Select(i => LogisticItem.TwoParameter(p[i], p[i + 5]))],
            [.. items.Select(item => item.Discrimination), .. items.Select(item => item.Difficulty)],
            FitData.Lsat6,
            MomentForm.Categories);
        var fit = LimitedInformationFit.Of(items, FitData.Prior, FitData.Lsat6, ModelParameters.FreeSlopes(items), cancellation: FitData.Stop);
        Assert.Equal(5, fit.Test!.Degrees);
        Assert.Equal(slow, fit.Test.Statistic, 1e-5);
    }

    [Fact]
    public void The_three_parameter_statistic_is_that_of_all_patterns_enumerated()
    {
        var data = FitData.Simulated(Guessed, 600, new Random(3));
        var slow = SlowMoments.Statistic(
            p => [.. Enumerable.Range(0, 6).Select(i => LogisticItem.ThreeParameter(p[i], p[i + 6], p[i + 12]))],
            [.. Guessed.Select(item => item.Discrimination), .. Guessed.Select(item => item.Difficulty), .. Guessed.Select(item => item.LowerAsymptote)],
            data,
            MomentForm.Categories);
        var fit = LimitedInformationFit.Of(Guessed, FitData.Prior, data, ModelParameters.FreeLowerAsymptotes(Guessed), cancellation: FitData.Stop);
        Assert.Equal(3, fit.Test!.Degrees);
        Assert.Equal(slow, fit.Test.Statistic, 1e-3);
    }

    [Theory]
    [InlineData("grm", MomentForm.Categories, 50)]
    [InlineData("grm", MomentForm.Mixed, 2)]
    [InlineData("gpcm", MomentForm.Categories, 50)]
    [InlineData("gpcm", MomentForm.Mixed, 2)]
    public void Items_with_several_scores_have_the_statistic_of_all_patterns_enumerated(string model, MomentForm form, int degrees)
    {
        var data = FitData.Science;
        Func<double[], ItemModel> item = model == "grm" ? FitData.Graded : FitData.Partial;
        double[] parameters = [.. Enumerable.Range(1, 4).SelectMany(i => FitData.ScienceParameters(model, i))];
        ItemModel[] Items(double[] p) => [.. p.Chunk(4).Select(item)];
        var items = Items(parameters);
        var fit = LimitedInformationFit.Of(items, FitData.Prior, data, ModelParameters.FreeSlopes(items), form, cancellation: FitData.Stop);
        Assert.Equal(degrees, fit.Test!.Degrees);
        Assert.Equal(SlowMoments.Statistic(Items, parameters, data, form), fit.Test.Statistic, 1e-4);
    }

    [Fact]
    public void Mean_scores_alone_give_the_statistic_of_all_patterns_enumerated()
    {
        // Common slope with steps held apart: 12 intercepts and one slope leave no degree to M2*; known items leave all ten.
        var data = FitData.Science;
        var items = Enumerable.Range(1, 4).Select(i => FitData.Graded(FitData.ScienceParameters("grm", i))).ToArray();
        var fit = LimitedInformationFit.Of(items, FitData.Prior, data, [], MomentForm.Scores, cancellation: FitData.Stop);
        Assert.Equal(10, fit.Test!.Degrees);
        Assert.Equal(SlowMoments.Statistic(_ => items, [], data, MomentForm.Scores), fit.Test.Statistic, 1e-5);
        Assert.Equal(FitGap.NoDegreesOfFreedom, LimitedInformationFit.Of(items, FitData.Prior, data, ModelParameters.CommonSlope(items), MomentForm.Scores, cancellation: FitData.Stop).Gap);
    }

    [Fact]
    public void Answers_of_known_items_give_statistics_that_average_their_degrees_of_freedom()
    {
        var chance = new Random(20261123);
        var values = Enumerable.Range(0, 150).Select(_ => LimitedInformationFit.Of(Guessed, FitData.Prior, FitData.Simulated(Guessed, 500, chance), [], cancellation: FitData.Stop).Test!.Statistic).ToArray();

        // Mean 21 and variance 42: the average of 150 has a standard error of .53.
        Assert.Equal(21, values.Average(), 1.8);
    }

    [Fact]
    public void The_interval_of_the_rmsea_is_where_the_noncentral_law_says()
    {
        var items = Guessed[..4];
        var data = FitData.Simulated([.. items.Select(item => item with { Difficulty = item.Difficulty + (item.Difficulty > 0 ? 0.3 : -0.2) })], 800, new Random(5));
        var fit = LimitedInformationFit.Of(items, FitData.Prior, data, [], cancellation: FitData.Stop);
        Assert.Equal(10, fit.Test!.Degrees);
        Assert.Equal(Math.Sqrt((fit.Test.Statistic - 10) / 8000), fit.Rmsea!.Value, 12);
        var (low, high) = fit.RmseaInterval!.Value;
        Assert.Equal(0.95, Cumulative(fit.Test.Statistic, low * low * 8000), 1e-7);
        Assert.Equal(0.05, Cumulative(fit.Test.Statistic, high * high * 8000), 1e-7);

        // Poisson mixture of χ² laws of 10 + 2j degrees, whose tails are Poisson sums as well.
        static double Cumulative(double x, double noncentrality)
        {
            var (weight, sum) = (Math.Exp(-noncentrality / 2), 0.0);
            for (var j = 0; j < 400; j++)
            {
                var (term, tail) = (Math.Exp(-x / 2), 0.0);
                for (var i = 0; i < 5 + j; i++)
                {
                    tail += term;
                    term *= x / 2 / (i + 1);
                }

                sum += weight * (1 - tail);
                weight *= noncentrality / 2 / (j + 1);
            }

            return sum;
        }
    }

    [Fact]
    public void Without_a_test_the_reason_is_told()
    {
        LogisticItem[] items = [LogisticItem.Rasch(0), LogisticItem.Rasch(1)];
        FitGap? Gap(int[] scores, IReadOnlyList<ModelParameter> parameters) => LimitedInformationFit.Of(items, FitData.Prior, FitData.Matrix(2, scores), parameters, cancellation: FitData.Stop).Gap;
        Assert.Equal(FitGap.NoPeople, Gap([], []));
        Assert.Equal(FitGap.MissingAnswers, Gap([0, 1, 1, -1], []));
        Assert.Equal(FitGap.NoDegreesOfFreedom, Gap([0, 1, 1, 0], ModelParameters.CommonSlope(items)));
        Assert.Null(Gap([0, 1, 1, 0], ModelParameters.FixedSlopes(items)));
    }

    [Fact]
    public void What_cannot_be_described_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ModelParameters.FreeSlopes([new UncertainItem()]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ModelParameters.LatentStandardDeviation([LogisticItem.Rasch(0)], Quadrature.Normal(0, 0)));
        ModelParameter elsewhere = new("d", [new(7, (_, derivatives) => derivatives.Clear())]);
        Assert.Throws<ArgumentException>(() => LimitedInformationFit.Of(Guessed, FitData.Prior, FitData.Simulated(Guessed, 10, new Random(1)), [elsewhere], cancellation: FitData.Stop));
    }

    [Fact]
    public void A_long_computation_can_be_stopped() =>
        Assert.Throws<OperationCanceledException>(() => LimitedInformationFit.Of(Guessed, FitData.Prior, FitData.Simulated(Guessed, 10, new Random(1)), [], cancellation: new(true)));
}
