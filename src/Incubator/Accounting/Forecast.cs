using Beffroi.Kit;

namespace Beffroi.Incubator.Accounting;

/// <summary>What is still to be engaged and paid in a month, for one kind of service. A newer row for the same month and kind takes its place.</summary>
public sealed class Forecast : IWrittenOnce
{
    public required Guid Id { get; init; }
    public required Guid ConventionId { get; init; }

    /// <summary>Its first day.</summary>
    public required DateOnly Month { get; init; }

    public required Prestation Prestation { get; init; }
    public required Money Ae { get; init; }
    public required Money Cp { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The forecasts in force for this month and the following ones.</summary>
    public static IReadOnlyList<Forecast> Current(IEnumerable<Forecast> all, DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        return [.. all.Where(f => f.Month >= month).GroupBy(f => (f.Month, f.Prestation)).Select(g => g.MaxBy(f => f.At)!).OrderBy(f => f.Month).ThenBy(f => f.Prestation)];
    }
}

/// <summary>What the money is going to be at the end, if the forecast comes true.</summary>
public sealed record Outlook(Money Allocated, Money Engaged, Money Planned)
{
    // The texts give no amount: « as soon as possible ». These are ours, the smaller of the two.
    public static readonly Money ResidueAmount = Money.Of(1000);
    public const decimal ResidueShare = 0.01m;
    public const int ResidueDays = 45;

    public Money AtTheEnd => Allocated - Engaged - Planned;

    public Money Missing => AtTheEnd < Money.Zero ? -AtTheEnd : Money.Zero;

    public static Outlook Of(IEnumerable<LedgerEntry> entries, IEnumerable<Forecast> forecasts, DateOnly today)
    {
        var balance = Balance.Of(entries);
        return new(balance.AllocatedAe, balance.Engaged, Money.Sum(Forecast.Current(forecasts, today).Select(f => f.Ae)));
    }

    /// <summary>What the delegator must be told today; null when nothing.</summary>
    public (NoticeKind Kind, Money Amount)? ToTell(DateOnly today, DateOnly end)
    {
        if (Missing > Money.Zero)
        {
            return (NoticeKind.Insufficient, Missing);
        }

        var share = Allocated * ResidueShare;
        var least = share < ResidueAmount ? share : ResidueAmount;
        var near = today >= end.AddDays(-ResidueDays) || today >= new DateOnly(end.Year, 11, 1);
        return near && AtTheEnd > least ? (NoticeKind.Residue, AtTheEnd) : null;
    }
}

public enum NoticeKind
{
    /// <summary>Credits will not suffice: the delegator is told without delay.</summary>
    Insufficient,

    /// <summary>Credits will be left over: told as soon as possible.</summary>
    Residue,
}

/// <summary>What the delegator was told, when, and that they read it.</summary>
public sealed class Notice
{
    public required Guid Id { get; init; }
    public required Guid ConventionId { get; init; }
    public required NoticeKind Kind { get; init; }
    public required Money Amount { get; init; }
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>When it was no longer so: if it comes back, it is told again.</summary>
    public DateTimeOffset? CeasedAt { get; set; }

    public Guid? AcknowledgedBy { get; set; }
    public DateTimeOffset? AcknowledgedAt { get; set; }

    public string Said => Kind switch
    {
        NoticeKind.Insufficient => $"Les crédits ne suffiront pas : il manque {Amount}",
        NoticeKind.Residue => $"Des crédits ne seront pas utilisés : il restera {Amount}",
    };
}
