namespace Beffroi.Incubator.Accounting;

/// <summary>A budget year of a convention: what is given, and what is used of it.</summary>
public sealed record YearLine(int Year, decimal AllocatedAe, decimal Engaged, decimal AllocatedCp, decimal Paid)
{
    public decimal AvailableAe => AllocatedAe - Engaged;
    public decimal AvailableCp => AllocatedCp - Paid;

    public static IReadOnlyList<YearLine> Of(IEnumerable<LedgerEntry> entries) =>
        [.. entries.GroupBy(e => e.Year).OrderBy(g => g.Key).Select(g => (Year: g.Key, B: Balance.Of(g))).Select(y => new YearLine(y.Year, y.B.AllocatedAe.Amount, y.B.Engaged.Amount, y.B.AllocatedCp.Amount, y.B.Paid.Amount))];
}
