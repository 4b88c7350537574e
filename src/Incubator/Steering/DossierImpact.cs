using Beffroi.Incubator.Impact;
using Beffroi.Kit;

namespace Beffroi.Incubator.Steering;

/// <summary>An indicator in the file of a committee, in the words that were true when it was locked.</summary>
public sealed record DossierIndicator(string Axis, string Label, string Measure, string Period, string N, IReadOnlyList<string> Goals)
{
    public static DossierIndicator Of(PublishedIndicator indicator) => new(
        indicator.Axis.Label(), indicator.Label, ImpactText.Value(indicator.Last, indicator.Unit), indicator.Last is { } last ? ImpactText.Period(last) : "", ImpactText.N(indicator.Last),
        [.. indicator.Goals.Select(g => ImpactText.Goal(g, indicator.Unit))]);
}

/// <summary>What one use or one effect cost in a half-year, and how that moved since the half-year before.</summary>
public sealed record DossierCost(string Label, string Period, string Paid, string Engaged, string Change)
{
    public static IReadOnlyList<DossierCost> Of(IReadOnlyList<PublishedCost> costs) =>
    [
        .. from half in costs.Where(c => c.To == c.From.AddMonths(Impact.Costs.HalfYear - 1)).GroupBy(c => c.Indicator, StringComparer.Ordinal)
           from cost in half.OrderBy(c => c.From)
           let before = half.FirstOrDefault(c => c.From == cost.From.AddMonths(-Impact.Costs.HalfYear))
           select new DossierCost(cost.Label, ImpactText.Period(cost.To, Impact.Costs.HalfYear), ImpactText.Cost(cost.Paid), ImpactText.Cost(cost.Engaged), Moved(before, cost)),
    ];

    // Payments tell what was really spent; commitments where nothing was paid in one of the two.
    static string Moved(PublishedCost? before, PublishedCost now) => (before?.Paid, now.Paid, before?.Engaged, now.Engaged) switch
    {
        ({ } then, { } paid, _, _) => $"{Way(then, paid)} (payé)",
        (_, _, { } then, { } engaged) => $"{Way(then, engaged)} (engagé)",
        _ => ImpactText.Unknown,
    };

    static string Way(decimal before, decimal now) => now == before ? "stable" : $"{(now > before ? "+" : "\u2212")}{French.Percent((double)(Math.Abs(now - before) / before))}";
}
