namespace Beffroi.Psychometrics.Tests;

public sealed class ConditionalCalibratorTests
{
    [Fact]
    public void Lsat6_has_its_published_difficulties_errors_and_likelihood()
    {
        var actual = ConditionalCalibrator.Calibrate(FitData.Lsat6, cancellation: FitData.Stop);
        Assert.True(actual.Converged);
        Assert.Equal(SharedData.Reference("LSAT6_1000.cml.logLik").Value, actual.LogLikelihood, 1e-3);
        Assert.Equal(-1091.56969, actual.LogLikelihood, 1e-5);
        Assert.Equal(4, actual.Parameters);
        Assert.Equal(1000 - 3 - 298, actual.Persons);
        double[] errors = [0.1044, 0.0699, 0.0688, 0.0726, 0.0859];
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(SharedData.Reference($"LSAT6_1000.cml.b{i + 1}").Value, actual.Steps[i][0], 1e-5);
            Assert.Equal(errors[i], actual.StandardErrors!.Value[i][0], 6e-5);
        }

        Assert.Equal(LogisticItem.Rasch(actual.Steps[2][0]), actual.Items[2]);
    }

    [Fact]
    public void The_partial_credit_model_of_science_has_its_published_likelihood()
    {
        var actual = ConditionalCalibrator.Calibrate(FitData.Science, cancellation: FitData.Stop);
        Assert.True(actual.Converged);
        Assert.Equal(-791.2445, actual.LogLikelihood, 1e-4);
        Assert.Equal(11, actual.Parameters);
        Assert.Equal(3, Assert.IsType<PartialCreditItem>(actual.Items[0]).MaxScore);
    }

    [Theory]
    [InlineData("eRm_raschdat1.csv", 29)]
    [InlineData("eRm_pcmdat2.csv", 7)]
    public void Other_classic_data_converge(string name, int parameters)
    {
        var actual = ConditionalCalibrator.Calibrate(SharedData.Matrix(name), cancellation: FitData.Stop);
        Assert.True(actual.Converged);
        Assert.Equal(parameters, actual.Parameters);
        Assert.True(actual.LargestGradient < 1e-6);
        Assert.Equal(0, actual.Steps.Sum(steps => steps.Sum()), 1e-9);
    }

    [Fact]
    public void The_likelihood_of_pcmdat2_is_that_of_an_enumeration_and_falls_on_every_side()
    {
        var data = SharedData.Matrix("eRm_pcmdat2.csv");
        var actual = ConditionalCalibrator.Calibrate(data, cancellation: FitData.Stop);
        double[] steps = [.. actual.Steps.SelectMany(s => s)];
        Assert.Equal(ConditionalEnumeration.LogLikelihood(data, steps), actual.LogLikelihood, 1e-9);
        for (var v = 0; v < steps.Length; v++)
        {
            foreach (var by in new[] { -0.01, 0.01 })
            {
                double[] moved = [.. steps.Select((b, w) => w == v ? b + by : b)];
                Assert.True(ConditionalEnumeration.LogLikelihood(data, moved) < actual.LogLikelihood);
            }
        }
    }

    [Fact]
    public void With_missing_answers_the_likelihood_its_top_and_its_errors_are_those_of_an_enumeration()
    {
        var data = Incomplete();
        var actual = ConditionalCalibrator.Calibrate(data, cancellation: FitData.Stop);
        double[] steps = [.. actual.Steps.SelectMany(s => s)];
        Assert.True(actual.Converged);
        Assert.Equal(ConditionalEnumeration.LogLikelihood(data, steps), actual.LogLikelihood, 1e-9);

        // Information by differences, inverted among steps that sum to 0 (a border of ones).
        var (n, h) = (steps.Length, 1e-3);
        double At(int i, double x, int j, double y) => ConditionalEnumeration.LogLikelihood(data, [.. steps.Select((b, v) => b + (v == i ? x : 0) + (v == j ? y : 0))]);
        var bordered = Enumerable.Range(0, n + 1).Select(i => Enumerable.Range(0, n + 1).Select(j => i == n || j == n ? (i == j ? 0 : 1)
            : -(At(i, h, j, h) - At(i, h, j, -h) - At(i, -h, j, h) + At(i, -h, j, -h)) / (4 * h * h)).ToArray()).ToArray();
        var inverse = SlowPatterns.Solve(bordered, [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n + 1).Select(j => i == j ? 1.0 : 0).ToArray())]);
        double[] errors = [.. actual.StandardErrors!.Value.SelectMany(s => s)];
        for (var v = 0; v < n; v++)
        {
            Assert.Equal(0, (At(v, h, v, 0) - At(v, -h, v, 0)) / (2 * h), 1e-3);
            Assert.Equal(Math.Sqrt(inverse[v][v]), errors[v], 1e-4);
            Assert.Equal(inverse[v][0], actual.Covariance!.Value[v], 1e-4);
        }
    }

    [Fact]
    public void People_with_extreme_totals_or_one_answer_change_nothing()
    {
        var data = Incomplete();
        var more = FitData.Matrix(4, [.. Enumerable.Range(0, data.Persons).SelectMany(p => data.Row(p).ToArray().Select(s => (int)s)), 0, 0, 0, 0, 2, 1, 1, 2, -1, 1, -1, -1, -1, -1, -1, -1]);
        var (without, with) = (ConditionalCalibrator.Calibrate(data, cancellation: FitData.Stop), ConditionalCalibrator.Calibrate(more, cancellation: FitData.Stop));
        Assert.Equal(without.Persons, with.Persons);
        Assert.Equal(without.LogLikelihood, with.LogLikelihood);
        Assert.Equal(without.Steps.SelectMany(s => s), with.Steps.SelectMany(s => s));
    }

    [Fact]
    public void Many_items_stay_stable_and_find_the_difficulties_of_a_simulation()
    {
        LogisticItem[] items = [.. Enumerable.Range(0, 150).Select(i => LogisticItem.Rasch(-3 + (6 * i / 149.0)))];
        var chance = new Random(12);
        var actual = ConditionalCalibrator.Calibrate(FitData.Simulated(items, 800, chance), cancellation: FitData.Stop);
        Assert.True(actual.Converged);
        var z = items.Select((item, i) => (actual.Steps[i][0] - item.Difficulty) / actual.StandardErrors!.Value[i][0]).ToArray();
        Assert.Equal(1, z.Average(value => value * value), 0.4);
    }

    [Fact]
    public void Progress_is_told_and_a_calibration_can_be_stopped()
    {
        var told = new List<ConditionalProgress>();
        var actual = ConditionalCalibrator.Calibrate(FitData.Lsat6, progress: new Told(told), cancellation: FitData.Stop);
        Assert.Equal(actual.Iterations, told.Count);
        Assert.Equal(actual.LogLikelihood, told[^1].LogLikelihood);
        Assert.True(told.Zip(told.Skip(1)).All(pair => pair.Second.LogLikelihood >= pair.First.LogLikelihood - 1e-8));
        Assert.Throws<OperationCanceledException>(() => ConditionalCalibrator.Calibrate(FitData.Lsat6, cancellation: new(true)));
    }

    [Fact]
    public void Too_few_iterations_are_told() => Assert.False(ConditionalCalibrator.Calibrate(FitData.Lsat6, maxIterations: 1, cancellation: FitData.Stop).Converged);

    [Fact]
    public void Data_whose_estimates_run_to_infinity_do_not_converge()
    {
        // Nobody who fails item 1 or 2 passes item 3 or 4 unless both of the first are passed: the two pairs can be moved apart for ever.
        var data = FitData.Matrix(4, [1, 0, 0, 0, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0, 0]);
        Assert.False(ConditionalCalibrator.Calibrate(data, cancellation: FitData.Stop).Converged);
    }

    [Fact]
    public void Data_without_finite_or_comparable_difficulties_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ConditionalCalibrator.Calibrate(FitData.Matrix(1, [0, 1]), cancellation: FitData.Stop));
        Assert.Throws<ArgumentException>(() => ConditionalCalibrator.Calibrate(FitData.Matrix(2, [0, 0, 1, 0]), cancellation: FitData.Stop));
        Assert.Throws<ArgumentException>(() => ConditionalCalibrator.Calibrate(FitData.Matrix(3, [1, 1, 0, 1, 0, 1]), cancellation: FitData.Stop));
        Assert.Throws<ArgumentException>(() => ConditionalCalibrator.Calibrate(FitData.Matrix(2, [0, 2, 2, 1, 0, 1]), cancellation: FitData.Stop));
        Assert.Throws<ArgumentException>(() => ConditionalCalibrator.Calibrate(FitData.Matrix(4, [1, 0, -1, -1, 0, 1, -1, -1, -1, -1, 1, 0, -1, -1, 0, 1]), cancellation: FitData.Stop));
        Assert.Throws<ArgumentException>(() => ConditionalCalibrator.Calibrate(FitData.Matrix(2, []), cancellation: FitData.Stop));
    }

    static ResponseMatrix Incomplete()
    {
        ItemModel[] items = [new PartialCreditItem(1, [-0.5, 0.6]), LogisticItem.Rasch(0.3), LogisticItem.Rasch(-0.8), new PartialCreditItem(1, [0.4, 0.1])];
        var chance = new Random(8);
        var full = FitData.Simulated(items, 300, chance);
        return FitData.Matrix(4, Enumerable.Range(0, 300).SelectMany(p => full.Row(p).ToArray().Select(s => chance.NextDouble() < 0.2 ? -1 : (int)s)));
    }

    sealed class Told(List<ConditionalProgress> list) : IProgress<ConditionalProgress>
    {
        public void Report(ConditionalProgress value) => list.Add(value);
    }
}
