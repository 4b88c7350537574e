using Beffroi.Chat.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat.Figures;

/// <summary>
/// How many people met a manipulation before somebody reacted, and after: medians over the manipulations of twelve months of which both are known, each with the medians of its bounds. Of one with
/// several reactions, the one that was estimated last counts. A difference is no proof that the reaction made it.
/// </summary>
static class Exposures
{
    public const string Before = "exposition_avant", After = "exposition_apres";

    const int Window = 12;

    /// <param name="manipulations">The states of the cases of each.</param>
    public static IEnumerable<Counted> Of(IEnumerable<IReadOnlyList<CaseState>> manipulations, DateOnly month)
    {
        var (from, to) = (French.Begins(month.AddMonths(1 - Window)), French.Begins(month.AddMonths(1)));
        var known = manipulations.Select(states => Last(states, from, to)).OfType<Pair>().ToList();
        return known.Count == 0 ? [] : [Median(Before, known.ConvertAll(p => p.Before)), Median(After, known.ConvertAll(p => p.After))];

        Counted Median(string name, List<ExposureEstimated> estimates) => new()
        {
            Name = name, Month = month, N = estimates.Count, Value = Middle(estimates.Select(e => e.Middle!.Value)), Interval = (Middle(estimates.Select(e => (double)e.Low!.Value)), Middle(estimates.Select(e => (double)e.High!.Value))),
        };
    }

    sealed record Pair(DateTimeOffset At, ExposureEstimated Before, ExposureEstimated After);

    // As it was known when the month ended: what was said later belongs to a later month.
    static Pair? Last(IReadOnlyList<CaseState> states, DateTimeOffset from, DateTimeOffset to) =>
        states.SelectMany(s => s.Reactions).Select(r => (Before: At(r, ExposureMoment.Before, to), After: At(r, ExposureMoment.After, to)))
            .Where(p => p is { Before.Fact.IsKnown: true, After.Fact.IsKnown: true } && p.After.At >= from).Select(p => new Pair(p.After!.At, p.Before!.Fact, p.After.Fact)).MaxBy(p => p.At);

    static Stated<ExposureEstimated>? At(ReactionFile reaction, ExposureMoment moment, DateTimeOffset to) => reaction.Exposures.LastOrDefault(e => e.Fact.Moment == moment && e.At < to);

    static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
