namespace Beffroi.Incubator.Accounting;

/// <summary>Where the money stands: sums of entries, whatever their order.</summary>
public sealed record Balance
{
    public Money AllocatedAe { get; private init; }
    public Money AllocatedCp { get; private init; }
    public Money Engaged { get; private init; }
    public Money Certified { get; private init; }
    public Money Paid { get; private init; }

    public Money AvailableAe => AllocatedAe - Engaged;
    public Money AvailableCp => AllocatedCp - Paid;

    /// <summary>« Reste à payer »: engaged, not paid yet.</summary>
    public Money ToPay => Engaged - Paid;

    public static Balance Of(IEnumerable<LedgerEntry> entries) => entries.Aggregate(new Balance(), (sum, e) => e.Kind switch
    {
        EntryKind.Allocation => sum with { AllocatedAe = sum.AllocatedAe + e.Ae, AllocatedCp = sum.AllocatedCp + e.Cp },
        EntryKind.Commitment => sum with { Engaged = sum.Engaged + e.Ae },
        EntryKind.Service => sum with { Certified = sum.Certified + e.Service },
        EntryKind.Payment => sum with { Paid = sum.Paid + e.Cp },
    });

    public static Balance OfYear(IEnumerable<LedgerEntry> entries, int year) => Of(entries.Where(e => e.Year == year));

    public static Balance OfOrder(IEnumerable<LedgerEntry> entries, Guid orderId) => Of(entries.Where(e => e.OrderId == orderId));
}
