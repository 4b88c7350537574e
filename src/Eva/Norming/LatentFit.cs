namespace Beffroi.Eva.Norming;

/// <summary>Mean and spread of the abilities of a cohort, free of the errors of measurement and of the drawing-in of each estimate towards the prior.</summary>
/// <remarks>Each result is a posterior N(m, v) under N(0, 1), as the engines compute it. What the answers alone say is then N(m / (1 − v), v / (1 − v)); abilities being normal, the
/// mean and the variance that make these most likely are found by EM (Dempster, Laird &amp; Rubin, 1977, section 4.5), their errors from the information at the maximum.</remarks>
public sealed record LatentFit(int Persons, double Mean, double StandardDeviation, double MeanError, double StandardDeviationError)
{
    const int MostTurns = 2_000;

    // A posterior as wide as the prior tells nothing of the person.
    const double WidestVariance = 0.999;

    // Narrower than that, no spread can be told apart from none.
    const double LeastVariance = 1e-4;

    /// <param name="results">Posterior mean and standard deviation of each person under N(0, 1).</param>
    /// <returns>Null with fewer than two people, or when they do not differ by more than their errors.</returns>
    public static LatentFit? Of(IEnumerable<(double Mean, double StandardDeviation)> results)
    {
        var people = results.Select(r => (r.Mean, Variance: r.StandardDeviation * r.StandardDeviation))
            .Where(r => r.Variance is > 0 and < WidestVariance)
            .Select(r => (Said: r.Mean / (1 - r.Variance), Error: r.Variance / (1 - r.Variance)))
            // The same sums in the same order, whatever that of the people.
            .Order().ToArray();
        if (people.Length < 2)
        {
            return null;
        }

        var (mean, variance) = (people.Average(p => p.Said), 1.0);
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var posteriors = people.Select(p => (Mean: ((p.Said * variance) + (mean * p.Error)) / (variance + p.Error), Variance: variance * p.Error / (variance + p.Error))).ToArray();
            var (before, beforeVariance) = (mean, variance);
            mean = posteriors.Average(p => p.Mean);
            variance = posteriors.Average(p => p.Variance + ((p.Mean - mean) * (p.Mean - mean)));
            if (Math.Abs(mean - before) < 1e-9 && Math.Abs(variance - beforeVariance) < 1e-9)
            {
                break;
            }
        }

        if (variance < LeastVariance)
        {
            return null;
        }

        // Expected information of N(mean, variance + error): Σ 1/(σ² + e) and ½ Σ 1/(σ² + e)².
        var ofMean = people.Sum(p => 1 / (variance + p.Error));
        var ofVariance = people.Sum(p => 0.5 / ((variance + p.Error) * (variance + p.Error)));
        var sd = Math.Sqrt(variance);
        return new(people.Length, mean, sd, 1 / Math.Sqrt(ofMean), 1 / Math.Sqrt(ofVariance) / (2 * sd));
    }
}
