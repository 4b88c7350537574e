using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>Whether items have the same difficulties in several groups of people, as the Rasch and partial credit models require.</summary>
public sealed class AndersenTest
{
    AndersenTest()
    {
    }

    /// <summary>The likelihood-ratio statistic; null when <see cref="Gap"/> says why.</summary>
    public FitTest? Test { get; private init; }

    /// <summary>The calibration of all the people.</summary>
    public required ConditionalCalibration Whole { get; init; }

    /// <summary>The calibration of each group, in increasing order of its number; empty when a group has none.</summary>
    public ImmutableArray<ConditionalCalibration> Groups { get; private init; } = [];

    /// <summary>Why there is no test; null when there is one.</summary>
    public FitGap? Gap { get; private init; }

    /// <summary>Andersen's test (1973, Psychometrika 38, 123-140, eq. 3): items are calibrated together, then in each group.</summary>
    /// <param name="data">The answers.</param>
    /// <param name="groups">The group of each person, any numbers, at least two different; null leaves the person out.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <exception cref="ArgumentException">The groups do not describe the people, there is one group, or the whole cannot be calibrated (see <see cref="ConditionalCalibrator.Calibrate(ResponseMatrix, double, int, IProgress{ConditionalProgress}?, CancellationToken)"/>).</exception>
    /// <exception cref="OperationCanceledException">The computation was stopped.</exception>
    public static AndersenTest Of(ResponseMatrix data, IReadOnlyList<int?> groups, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(groups);
        int[] numbers = [.. groups.OfType<int>().Distinct().Order()];
        if (groups.Count != data.Persons || numbers.Length < 2)
        {
            throw new ArgumentException("There is one group, or null, for each person, and at least two groups.", nameof(groups));
        }

        var all = ConditionalSample.Of(data, data.MaxScores, person => groups[person] is not null);
        var whole = all.Trouble is { } trouble ? throw new ArgumentException(trouble, nameof(data)) : Calibrated(all, cancellation);
        var samples = numbers.Select(number => ConditionalSample.Of(data, data.MaxScores, person => groups[person] == number)).ToArray();
        if (samples.Any(sample => sample.Trouble is not null))
        {
            return new() { Whole = whole, Gap = FitGap.UnseenScore };
        }

        var parts = samples.Select(sample => Calibrated(sample, cancellation)).ToImmutableArray();
        return !whole.Converged || parts.Any(part => !part.Converged)
            ? new() { Whole = whole, Groups = parts, Gap = FitGap.NotConverged }
            : new()
            {
                Whole = whole,
                Groups = parts,
                Test = FitTest.Of(2 * (parts.Sum(part => part.LogLikelihood) - whole.LogLikelihood), (parts.Length - 1) * whole.Parameters),
            };
    }

    /// <summary>Two groups by total score: 1 above the mean of all totals, 0 at or below it. Meant for complete answers.</summary>
    /// <param name="data">The answers; a missing one counts 0.</param>
    public static ImmutableArray<int?> SplitAtMeanScore(ResponseMatrix data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var totals = Enumerable.Range(0, data.Persons).Select(person => data.Row(person).ToArray().Sum(score => Math.Max(0, (int)score))).ToArray();
        var mean = totals.Length == 0 ? 0 : totals.Average();
        return [.. totals.Select(total => (int?)(total > mean ? 1 : 0))];
    }

    static ConditionalCalibration Calibrated(ConditionalSample sample, CancellationToken cancellation) =>
        ConditionalCalibrator.Calibrate(sample, 1e-8, 100, null, cancellation);
}
