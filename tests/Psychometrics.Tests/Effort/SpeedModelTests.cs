namespace Beffroi.Psychometrics.Tests;

public sealed class SpeedModelTests
{
    static readonly double[] Intensities = [2.0, 2.6, 3.1, 3.5, 2.3, 2.9, 3.3, 2.2, 2.7, 3.0];
    static readonly double[] Discriminations = [2.5, 1.8, 2.2, 1.5, 2.8, 2.0, 1.7, 2.4, 1.9, 2.1];

    [Fact]
    public void The_parameters_that_made_the_times_are_found_again()
    {
        var (times, scores, speeds) = Drawn(2000, new Random(4));
        var model = SpeedModel.Fit(times, scores);
        Assert.True(model.Converged);
        Assert.Equal(0.4, model.SpeedStandardDeviation, 0.03);
        for (var i = 0; i < Intensities.Length; i++)
        {
            Assert.Equal(Intensities[i], model.Items[i].TimeIntensity!.Value, 0.06);
            Assert.Equal(Discriminations[i], model.Items[i].Discrimination!.Value, 0.15);
        }

        var within = model.Persons.Zip(speeds, (person, speed) => Math.Abs(person.Speed - speed) < 1.96 * person.StandardError).Average(inside => inside ? 1.0 : 0);
        Assert.Equal(0.95, within, 0.02);
    }

    [Fact]
    public void The_likelihood_is_that_of_a_plain_integral_and_no_step_aside_raises_it()
    {
        var (times, scores, _) = Drawn(60, new Random(9));
        var model = SpeedModel.Fit(times, scores);
        var (beta, alpha) = (model.Items.Select(i => i.TimeIntensity!.Value).ToArray(), model.Items.Select(i => i.Discrimination!.Value).ToArray());
        var best = PlainLogLikelihood(times, scores, beta, alpha, model.SpeedStandardDeviation);
        Assert.Equal(best, model.LogLikelihood, 1e-6);
        foreach (var step in new[] { -0.01, 0.01 })
        {
            Assert.True(PlainLogLikelihood(times, scores, beta, alpha, model.SpeedStandardDeviation + step) < best);
            for (var i = 0; i < beta.Length; i++)
            {
                Assert.True(PlainLogLikelihood(times, scores, [.. beta.Select((b, j) => j == i ? b + step : b)], alpha, model.SpeedStandardDeviation) < best);
                Assert.True(PlainLogLikelihood(times, scores, beta, [.. alpha.Select((a, j) => j == i ? a + step : a)], model.SpeedStandardDeviation) < best);
            }
        }
    }

    [Fact]
    public void Times_in_another_unit_shift_the_intensities_alone()
    {
        var (times, scores, _) = Drawn(100, new Random(1));
        var slower = new ResponseTimeMatrix(times.ItemNames, Enumerable.Range(0, times.Persons).SelectMany(p => times.Row(p).ToArray()).Select(t => t * 60).ToArray());
        var (one, other) = (SpeedModel.Fit(times, scores), SpeedModel.Fit(slower, scores));
        Assert.All(one.Items.Zip(other.Items), pair => Assert.Equal(pair.First.TimeIntensity!.Value + Math.Log(60), pair.Second.TimeIntensity!.Value, 1e-6));
        Assert.All(one.Persons.Zip(other.Persons), pair => Assert.Equal(pair.First.Speed, pair.Second.Speed, 1e-6));
    }

    [Fact]
    public void Wrong_answers_missing_times_and_times_of_zero_are_left_out()
    {
        var times = new ResponseTimeMatrix(["A", "B"], [10, 20, 12, 0, 8, -1, 9, 25]);
        var model = SpeedModel.Fit(times, new ResponseMatrix(["A", "B"], [1, 1, 1, 1, 1, 1, 0, 1]));
        Assert.Equal([3, 2], model.Items.Select(i => i.Answers));
        Assert.NotNull(model.Items[0].TimeIntensity);
        Assert.Null(model.Items[1].TimeIntensity);
        Assert.Equal([1, 1, 1, 0], model.Persons.Select(p => p.Answers));
        Assert.Equal(0, model.Persons[3].Speed);
        Assert.Equal(model.SpeedStandardDeviation, model.Persons[3].StandardError, 1e-12);
    }

    [Fact]
    public void Without_any_correct_answer_nothing_is_said_and_nothing_is_NaN()
    {
        var model = SpeedModel.Fit(new ResponseTimeMatrix(["A"], [10, 20, 30]), new ResponseMatrix(["A"], [0, 0, 0]));
        Assert.Null(model.Items[0].TimeIntensity);
        Assert.All(model.Persons, person => Assert.Equal(new PersonSpeed(0, 0, 0), person));
        Assert.Equal((0, 0), (model.SpeedStandardDeviation, model.LogLikelihood));
    }

    [Fact]
    public void Identical_times_stay_finite()
    {
        var model = SpeedModel.Fit(new ResponseTimeMatrix(["A", "B"], [10, 10, 10, 10, 10, 10]), new ResponseMatrix(["A", "B"], [1, 1, 1, 1, 1, 1]));
        Assert.All(model.Items, item => Assert.Equal(Math.Log(10), item.TimeIntensity!.Value, 1e-9));
        Assert.True(double.IsFinite(model.LogLikelihood));
        Assert.All(model.Items, item => Assert.InRange(item.Discrimination!.Value, 1, 101));
    }

    static (ResponseTimeMatrix Times, ResponseMatrix Scores, double[] Speeds) Drawn(int people, Random random)
    {
        var speeds = Enumerable.Range(0, people).Select(_ => 0.4 * Psychometrics.Tests.Scores.Normal(random)).ToArray();
        var (seconds, scores) = (new List<double>(), new List<sbyte>());
        foreach (var speed in speeds)
        {
            for (var i = 0; i < Intensities.Length; i++)
            {
                scores.Add((sbyte)(random.NextDouble() < 0.7 ? 1 : 0));
                seconds.Add(Math.Exp(Intensities[i] - speed + (Psychometrics.Tests.Scores.Normal(random) / Discriminations[i])));
            }
        }

        string[] names = [.. Intensities.Select((_, i) => $"I{i}")];
        return (new([.. names], seconds.ToArray()), new([.. names], scores.ToArray()), speeds);
    }

    static double PlainLogLikelihood(ResponseTimeMatrix times, ResponseMatrix scores, double[] beta, double[] alpha, double sd)
    {
        var nodes = Plain.Simpson(0, sd, 2000).ToArray();
        var total = nodes.Sum(node => node.Weight);
        return Enumerable.Range(0, times.Persons).Sum(p => Math.Log(nodes.Sum(node => node.Weight / total * Enumerable.Range(0, times.Items)
            .Where(i => scores[p, i] == 1)
            .Aggregate(1.0, (product, i) => product * alpha[i] / Math.Sqrt(2 * Math.PI) * Math.Exp(-Math.Pow(alpha[i] * (Math.Log(times[p, i]) - beta[i] + node.X), 2) / 2)))));
    }
}
