using Beffroi.Eva.Norming;

namespace Beffroi.Eva.Tests.Norming;

/// <summary>The distribution of abilities behind estimates that each have an error.</summary>
public sealed class LatentFitTests
{
    [Theory]
    [InlineData(0, 1, 0.4)]
    [InlineData(-0.6, 0.8, 0.35)]
    [InlineData(0.3, 1.2, 0.6)]
    public void The_mean_and_the_spread_of_people_are_found_within_their_errors_where_those_of_estimates_are_not(double mean, double sd, double error)
    {
        var people = Drawn(4_000, mean, sd, error);

        var found = LatentFit.Of(people)!;

        Assert.InRange(found.Mean, mean - (3.3 * found.MeanError), mean + (3.3 * found.MeanError));
        Assert.InRange(found.StandardDeviation, sd - (3.3 * found.StandardDeviationError), sd + (3.3 * found.StandardDeviationError));
        // Textbook order of size of the errors: √((σ² + e²) / n).
        Assert.Equal(Math.Sqrt(((sd * sd) + (error * error)) / 4_000), found.MeanError, 0.01);
        // The estimates themselves are drawn in towards the prior.
        var shrunken = people.Select(p => p.Item1).ToList();
        Assert.True(Math.Sqrt(shrunken.Average(v => (v - shrunken.Average()) * (v - shrunken.Average()))) < found.StandardDeviation);
    }

    [Fact]
    public void It_is_the_peak_of_the_likelihood_by_a_plain_search()
    {
        var people = Drawn(60, -0.4, 0.9, 0.5);
        var said = people.Select(p => (X: p.Item1 / (1 - (p.Item2 * p.Item2)), V: p.Item2 * p.Item2 / (1 - (p.Item2 * p.Item2)))).ToList();
        double Log(double m, double s) => said.Sum(p => (-0.5 * Math.Log((s * s) + p.V)) - ((p.X - m) * (p.X - m) / (2 * ((s * s) + p.V))));
        var best = (from m in Enumerable.Range(-1_000, 1_500) from s in Enumerable.Range(400, 1_000) select (M: m / 1000.0, S: s / 1000.0)).MaxBy(x => Log(x.M, x.S));

        var found = LatentFit.Of(people)!;

        Assert.Equal(best.M, found.Mean, 2e-3);
        Assert.Equal(best.S, found.StandardDeviation, 2e-3);
    }

    [Fact]
    public void Order_changes_nothing_and_people_who_do_not_differ_have_no_norm()
    {
        var people = Drawn(50, 0, 1, 0.4);
        Assert.Equal(LatentFit.Of(people), LatentFit.Of(people.AsEnumerable().Reverse()));
        Assert.Null(LatentFit.Of(Enumerable.Repeat((0.2, 0.4), 200)));
        Assert.Null(LatentFit.Of([(0.2, 0.4)]));
        Assert.Null(LatentFit.Of([]));
    }

    // What an engine says under N(0, 1) of a person measured with an error.
    static List<(double, double)> Drawn(int count, double mean, double sd, double error)
    {
        var chance = new Random(3);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var seen = mean + (sd * Normal()) + (error * Normal());
            var variance = 1 / (1 + (1 / (error * error)));
            return (seen * variance / (error * error), Math.Sqrt(variance));
        })];
    }
}
