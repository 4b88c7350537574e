namespace Beffroi.Psychometrics;

/// <summary>Whether two sets of items measure the same ability, as the Rasch and partial credit models require.</summary>
public static class MartinLofTest
{
    /// <summary>Martin-Löf's test (1973; partial credit: Christensen, Bjorner, Kreiner &amp; Petersen, 2002, Psychometrika 67, 563-574): the
    /// conditional likelihood of the whole and the distribution of its total, against those of both sets and the joint distribution of their totals.</summary>
    /// <param name="data">The answers, complete.</param>
    /// <param name="second">For each item, whether it is of the second set; both have at least two items.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <returns>The test, or why there is none. It needs many people for each pair of totals.</returns>
    /// <exception cref="ArgumentException">The sets do not describe the items, or one has fewer than two.</exception>
    /// <exception cref="OperationCanceledException">The computation was stopped.</exception>
    public static (FitTest? Test, FitGap? Gap) Of(ResponseMatrix data, IReadOnlyList<bool> second, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(second);
        if (second.Count != data.Items || second.Count(s => s) < 2 || second.Count(s => !s) < 2)
        {
            throw new ArgumentException("Each item is of one set or the other, and both have at least two.", nameof(second));
        }

        if (data.Persons == 0 || !data.IsComplete)
        {
            return (null, data.Persons == 0 ? FitGap.NoPeople : FitGap.MissingAnswers);
        }

        var parts = new[] { data, Part(data, second, false), Part(data, second, true) };
        var samples = parts.Select(part => ConditionalSample.Of(part, part.MaxScores)).ToArray();
        if (samples.Any(sample => sample.Trouble is not null))
        {
            return (null, FitGap.UnseenScore);
        }

        var fits = samples.Select(sample => ConditionalCalibrator.Calibrate(sample, 1e-8, 100, null, cancellation)).ToArray();
        if (fits.Any(fit => !fit.Converged))
        {
            return (null, FitGap.NotConverged);
        }

        var totals = parts.Select(part => Enumerable.Range(0, data.Persons).Select(person => part.Row(person).ToArray().Sum(score => score)).ToArray()).ToArray();
        var statistic = 2 * (Entropy(totals[1].Zip(totals[2])) - Entropy(totals[0]) + fits[1].LogLikelihood + fits[2].LogLikelihood - fits[0].LogLikelihood);
        return (FitTest.Of(statistic, (parts[1].MaxScores.Sum() * parts[2].MaxScores.Sum()) - 1), null);
    }

    static ResponseMatrix Part(ResponseMatrix data, IReadOnlyList<bool> second, bool which)
    {
        int[] kept = [.. Enumerable.Range(0, data.Items).Where(i => second[i] == which)];
        return new([.. kept.Select(i => data.ItemNames[i])], [.. Enumerable.Range(0, data.Persons).SelectMany(person => kept.Select(i => data[person, i]))]);
    }

    // Σ n log(n / N) over the values met.
    static double Entropy<T>(IEnumerable<T> values)
        where T : notnull
    {
        var counts = values.CountBy(value => value).Select(pair => (double)pair.Value).ToArray();
        return counts.Sum(count => count * Math.Log(count / counts.Sum()));
    }
}
