using System.Collections.Immutable;

namespace Beffroi.Detection;

/// <summary>
/// How many accounts of a group are still there after so many days (Kaplan and Meier, 1958). An account is lost only when its network said so after it was
/// last seen alive; one that simply stops being seen is followed up to its last sighting, then set aside (censored). A loss happened at an unknown time
/// between two sightings: both ends are given.
/// </summary>
public static class SurvivalCurve
{
    const double Normal95 = 1.959963984540054;

    /// <summary>The curve of a group.</summary>
    /// <param name="sightings">In any order; accounts never seen alive are left out.</param>
    /// <returns>One point for each time at which an account was found gone, in order.</returns>
    public static ImmutableArray<SurvivalPoint> Of(IEnumerable<AccountSighting> sightings)
    {
        ArgumentNullException.ThrowIfNull(sightings);
        var spans = sightings.GroupBy(s => s.AccountId, StringComparer.Ordinal).Select(Follow).OfType<Span>().ToList();
        var points = ImmutableArray.CreateBuilder<SurvivalPoint>();
        var (survival, greenwood) = (1.0, 0.0);
        foreach (var days in spans.Where(s => s.FoundGone is not null).Select(s => s.FoundGone!.Value).Distinct().Order())
        {
            var (atRisk, gone) = (spans.Count(s => (s.FoundGone ?? s.LastAlive) >= days), spans.Count(s => s.FoundGone == days));
            survival *= 1 - ((double)gone / atRisk);
            greenwood += atRisk > gone ? gone / ((double)atRisk * (atRisk - gone)) : 0;
            var (low, high) = Interval(survival, greenwood);
            points.Add(new() { Days = days, AtRisk = atRisk, Gone = gone, Survival = survival, EarliestSurvival = Earliest(spans, days), Low = low, High = high });
        }

        return points.ToImmutable();
    }

    static Span? Follow(IEnumerable<AccountSighting> sightings)
    {
        var known = sightings.Where(s => s.State is not SightingState.Unknown).OrderBy(s => s.At).ToList();
        var first = known.FindIndex(s => s.State is SightingState.Alive);
        if (first < 0)
        {
            return null;
        }

        // A suspension that was lifted is no loss: only what is gone after the last sign of life is.
        var last = known.FindLastIndex(s => s.State is SightingState.Alive);
        double Since(int index) => (known[index].At - known[first].At).TotalDays;
        return new(Since(last), last + 1 < known.Count ? Since(last + 1) : null);
    }

    /// <summary>The curve with each loss just after the last sign of life, read at <paramref name="days"/>.</summary>
    static double Earliest(List<Span> spans, double days)
    {
        var survival = 1.0;
        foreach (var time in spans.Where(s => s.FoundGone is not null && s.LastAlive < days).Select(s => s.LastAlive).Distinct().Order())
        {
            survival *= 1 - ((double)spans.Count(s => s.FoundGone is not null && s.LastAlive == time) / spans.Count(s => s.LastAlive >= time));
        }

        return survival;
    }

    /// <summary>On the scale of log(-log), which keeps it within 0 and 1 (Kalbfleisch and Prentice, 1980).</summary>
    static (double? Low, double? High) Interval(double survival, double greenwood)
    {
        if (survival is <= 0 or >= 1)
        {
            return (null, null);
        }

        var spread = Math.Exp(Normal95 * Math.Sqrt(greenwood) / Math.Abs(Math.Log(survival)));
        return (Math.Pow(survival, spread), Math.Pow(survival, 1 / spread));
    }

    sealed record Span(double LastAlive, double? FoundGone);
}
