using Beffroi.Incubator.Accounting;
using Beffroi.Kit;

namespace Beffroi.Incubator.Impact;

/// <summary>
/// What one use or one effect costs: what the ledger paid, and what it engaged, within whole half-years and years, divided by what was measured within the same. Months that add up are added,
/// the others have a mean; where a month is missing, masked, or measured under another meaning, the cost is unknown. The matrix asks for the year (doc.incubateur.net, read 2026-08-21), committees come each half-year.
/// </summary>
public static class Costs
{
    public const int HalfYear = 6;
    public const int Year = 12;

    /// <summary>Periods that are told: two years of half-years.</summary>
    const int Most = 4;

    public static IReadOnlyList<PublishedCost> Of(IReadOnlyList<Followed> followed, IReadOnlyList<LedgerEntry> entries, DateOnly today) =>
    [
        .. from months in new[] { HalfYear, Year }
           from f in followed.Where(f => f.Current is { Shape: not Shape.Ratio, Axis: ImpactAxis.Used or ImpactAxis.Impact })
           from start in Periods(f, entries, today, months)
           let value = Measured(f, start, months)
           select new PublishedCost(f.Indicator.Name, f.Current.Label, f.Current.Unit, start, start.AddMonths(months - 1), Each(Sum(entries, EntryKind.Payment, start, months), value), Each(Sum(entries, EntryKind.Commitment, start, months), value)),
    ];

    // Those that are over, and of which something is known.
    static IEnumerable<DateOnly> Periods(Followed followed, IReadOnlyList<LedgerEntry> entries, DateOnly today, int months) =>
        followed.Measures.Select(m => m.Month).Concat(entries.Where(e => e.Kind is EntryKind.Payment or EntryKind.Commitment).Select(e => e.On))
            .Select(day => new DateOnly(day.Year, day.Month - ((day.Month - 1) % months), 1)).Distinct().Where(start => start.AddMonths(months) <= today).OrderDescending().Take(Most).Order();

    /// <summary>All months of the period together; null unless each is there, shown, and means the same.</summary>
    static double? Measured(Followed followed, DateOnly start, int months)
    {
        var within = followed.Measures.Where(m => m.Month >= start && m.Month < start.AddMonths(months)).ToList();
        if (within.Count == 0 || within.Exists(m => m.IsMasked) || within.Select(m => m.DefinitionId).Distinct().Count() != 1)
        {
            return null;
        }

        var definition = followed.Of(within[0].DefinitionId);
        return within.Count * definition.Frequency.Months() != months ? null
            : definition.Shape switch
            {
                Shape.Sum => within.Sum(m => m.Value),
                Shape.Level => within.Average(m => m.Value),
                Shape.Ratio => null,
            };
    }

    static Money Sum(IEnumerable<LedgerEntry> entries, EntryKind kind, DateOnly start, int months) =>
        Money.Sum(entries.Where(e => e.Kind == kind && e.On >= start && e.On < start.AddMonths(months)).Select(e => kind == EntryKind.Payment ? e.Cp : e.Ae));

    static decimal? Each(Money spent, double? value) => value is { } measured && measured > 0 && spent > Money.Zero ? Money.Of(spent.Amount / (decimal)measured).Amount : null;
}
