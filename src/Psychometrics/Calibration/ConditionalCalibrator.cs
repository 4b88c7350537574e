using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>Conditional maximum likelihood for the Rasch model (Andersen, 1972) and the partial credit model (Masters, 1982).</summary>
public static class ConditionalCalibrator
{
    /// <summary>Calibrates items, each with as many steps as the highest score seen on it. Missing answers are passed over: people are
    /// grouped by the items they answered. Newton's method, halving a step that loses likelihood.</summary>
    /// <param name="data">The answers, at least two items.</param>
    /// <param name="tolerance">The calibration has converged when no parameter moves by more than this in a full Newton step, in logits, above 0; default
    /// 1e-8. The step is the yardstick, not the gradient: where estimates run off to infinity the gradient vanishes and the step does not.</param>
    /// <param name="maxIterations">Most Newton steps, at least 1; default 100.</param>
    /// <param name="progress">Told after each step.</param>
    /// <param name="cancellation">Stops the calibration.</param>
    /// <returns>The estimates; <see cref="ConditionalCalibration.Converged"/> says whether they are to be used.</returns>
    /// <exception cref="ArgumentException">There is a single item; an item has a score that nobody took or everybody did (people of extreme totals
    /// apart); or items fall into sets that no person links.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance or the number of iterations is outside its bounds.</exception>
    /// <exception cref="OperationCanceledException">The calibration was stopped.</exception>
    public static ConditionalCalibration Calibrate(
        ResponseMatrix data,
        double tolerance = 1e-8,
        int maxIterations = 100,
        IProgress<ConditionalProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        Require.AtLeast(double.Epsilon, tolerance);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxIterations, 1);
        var sample = ConditionalSample.Of(data, data.MaxScores);
        return data.Items < 2 ? throw new ArgumentException("Items are compared: at least two are needed.", nameof(data))
            : sample.Trouble is { } trouble ? throw new ArgumentException(trouble, nameof(data))
            : Calibrate(sample, tolerance, maxIterations, progress, cancellation);
    }

    internal static ConditionalCalibration Calibrate(
        ConditionalSample sample, double tolerance, int maxIterations, IProgress<ConditionalProgress>? progress, CancellationToken cancellation)
    {
        var likelihood = new ConditionalLikelihood(sample);
        var search = new ConditionalSearch(likelihood, Start(sample));
        while (search.Iterations < maxIterations && search.Advance(tolerance, cancellation))
        {
            progress?.Report(new(search.Iterations, search.LogLikelihood, search.LargestChange));
        }

        var covariance = search.Covariance(cancellation);
        return new()
        {
            Items = [.. sample.MaxScores.Select((max, i) => Item(search.Steps.AsSpan(sample.FirstSteps[i], max)))],
            Steps = Split(sample, search.Steps),
            StandardErrors = covariance is null ? null : Split(sample, [.. search.Steps.Select((_, v) => Math.Sqrt(covariance[v * (search.Steps.Length + 1)]))]),
            Covariance = covariance is null ? null : [.. covariance],
            LogLikelihood = search.LogLikelihood,
            Parameters = search.Steps.Length - 1,
            Persons = sample.Persons,
            Iterations = search.Iterations,
            Converged = search.Converged && covariance is not null,
            LargestGradient = search.LargestGradient,
        };
    }

    // A step starts at the logarithm of how many stopped before it over how many stopped on it.
    static double[] Start(ConditionalSample sample)
    {
        var answered = new double[sample.MaxScores.Length];
        foreach (var group in sample.Groups)
        {
            foreach (var i in group.Items)
            {
                answered[i] += group.People.Sum();
            }
        }

        return [.. sample.MaxScores.SelectMany((max, i) => Enumerable.Range(0, max).Select(v =>
        {
            double Reached(int step) => step < 0 ? answered[i] : step == max ? 0 : sample.Reached[sample.FirstSteps[i] + step];
            return Math.Log((Reached(v - 1) - Reached(v)) / (Reached(v) - Reached(v + 1)));
        }))];
    }

    static ItemModel Item(ReadOnlySpan<double> steps) =>
        steps.Length == 1 ? LogisticItem.Rasch(steps[0]) : new PartialCreditItem(1, [.. steps]);

    static ImmutableArray<ImmutableArray<double>> Split(ConditionalSample sample, double[] values) =>
        [.. sample.MaxScores.Select((max, i) => ImmutableArray.Create(values.AsSpan(sample.FirstSteps[i], max)))];
}
