using System.Text.Json;
using Beffroi.Kit;

namespace Beffroi.Incubator.Accounting;

/// <summary>« Compte rendu »: the account of a month, or the last one. Once sent it changes no more, and closes its month.</summary>
public sealed class Statement : IWrittenOnce
{
    public const int ProgressMaxLength = 5000;

    /// <summary>Day of the next month after which an account is late. The texts set none: this one is ours.</summary>
    public const int DueDay = 10;

    public required Guid Id { get; init; }
    public required Guid ConventionId { get; init; }

    /// <summary>Its first day.</summary>
    public required DateOnly Month { get; init; }

    public required bool IsFinal { get; init; }

    /// <summary>Where the work stands, in words.</summary>
    public required string Progress { get; init; }

    /// <summary>The figures as they were sent, in JSON.</summary>
    public required string FiguresText { get; init; }

    public required string Hash { get; init; }
    public required Guid SentBy { get; init; }
    public required DateTimeOffset SentAt { get; init; }

    public StatementFigures Figures => JsonSerializer.Deserialize<StatementFigures>(FiguresText, StatementFigures.Json)!;

    public bool IsIntact => string.Equals(Hash, HashOf(Month, IsFinal, Progress, FiguresText, SentBy, SentAt), StringComparison.Ordinal);

    public static Statement Send(Guid conventionId, StatementFigures figures, bool isFinal, string progress, Author author)
    {
        var text = JsonSerializer.Serialize(figures, StatementFigures.Json);
        return new()
        {
            Id = Guid.CreateVersion7(author.At), ConventionId = conventionId, Month = figures.Month, IsFinal = isFinal, Progress = progress, FiguresText = text, SentBy = author.Id, SentAt = author.At,
            Hash = HashOf(figures.Month, isFinal, progress, text, author.Id, author.At),
        };
    }

    static string HashOf(DateOnly month, bool isFinal, string progress, string figures, Guid by, DateTimeOffset at) =>
        Chain.Hash(Chain.Origin, Chain.Text(month.ToString("O", French.Culture), isFinal, progress, figures, by, Chain.Instant(at)));
}

/// <summary>The figures of an account, from the ledger alone.</summary>
public sealed record StatementFigures
{
    internal static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public required DateOnly Month { get; init; }
    public required string Unit { get; init; }
    public required decimal AllocatedAe { get; init; }
    public required decimal AllocatedCp { get; init; }
    public required decimal EngagedInMonth { get; init; }
    public required decimal Engaged { get; init; }
    public required decimal PaidInMonth { get; init; }
    public required decimal Paid { get; init; }
    public required IReadOnlyList<StatementLine> ByPrestation { get; init; }
    public required IReadOnlyList<string> OrdersInMonth { get; init; }
    public required IReadOnlyList<PlannedLine> Planned { get; init; }

    /// <summary>Each budget year since the beginning; empty in accounts that were sent before there were any.</summary>
    public IReadOnlyList<YearLine> Years { get; init; } = [];

    /// <summary>Where the ledger was: what is taken away from its end later shows.</summary>
    public required int LedgerNumber { get; init; }
    public required string LedgerHead { get; init; }

    public decimal AvailableAe => AllocatedAe - Engaged;
    public decimal AvailableCp => AllocatedCp - Paid;
    public decimal ToPay => Engaged - Paid;

    public static StatementFigures Of(Ledger ledger, IReadOnlyCollection<Order> orders, IEnumerable<Forecast> forecasts, DateOnly month)
    {
        var last = month.AddMonths(1).AddDays(-1);
        var (until, within) = (ledger.Entries.Where(e => e.On <= last).ToList(), ledger.Entries.Where(e => e.On >= month && e.On <= last).ToList());
        var (all, inMonth) = (Balance.Of(until), Balance.Of(within));
        var kinds = orders.ToDictionary(o => o.Id, o => o.Prestation);
        return new()
        {
            Month = month, Unit = ledger.Convention.Imputation.FinancialCentre,
            AllocatedAe = all.AllocatedAe.Amount, AllocatedCp = all.AllocatedCp.Amount,
            EngagedInMonth = inMonth.Engaged.Amount, Engaged = all.Engaged.Amount, PaidInMonth = inMonth.Paid.Amount, Paid = all.Paid.Amount,
            ByPrestation = [.. until.Where(e => e.OrderId is not null).GroupBy(e => kinds[e.OrderId!.Value]).OrderBy(g => g.Key).Select(g => new StatementLine(g.Key.Label(), Balance.Of(g).Engaged.Amount, Balance.Of(g).Paid.Amount))],
            OrdersInMonth = [.. within.Where(e => e is { Kind: EntryKind.Commitment, ReversesId: null }).Select(e => $"{e.Reference} : {e.Label} ({e.Ae})")],
            Planned = [.. forecasts.GroupBy(f => (f.Month, f.Prestation)).Select(g => g.MaxBy(f => f.At)!).Where(f => f.Month > month).OrderBy(f => f.Month).ThenBy(f => f.Prestation).Select(f => new PlannedLine(f.Month, f.Prestation.Label(), f.Ae.Amount, f.Cp.Amount))],
            Years = YearLine.Of(until), LedgerNumber = ledger.Entries.Count, LedgerHead = ledger.Head,
        };
    }
}

public sealed record StatementLine(string Prestation, decimal Engaged, decimal Paid);

public sealed record PlannedLine(DateOnly Month, string Prestation, decimal Ae, decimal Cp);

/// <summary>What Chorus says at the end of a month, as somebody read it there. Chorus is right: a difference is settled before the account leaves.</summary>
public sealed class ChorusReading : IWrittenOnce
{
    public required Guid Id { get; init; }
    public required Guid ConventionId { get; init; }
    public required DateOnly Month { get; init; }
    public required Money Engaged { get; init; }
    public required Money Paid { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>What differs from the ledger, in words; null when nothing does.</summary>
    public string? Difference(StatementFigures figures)
    {
        var (engaged, paid) = (Engaged - Money.Of(figures.Engaged), Paid - Money.Of(figures.Paid));
        return engaged == Money.Zero && paid == Money.Zero ? null
            : $"Chorus dit {Engaged} engagés et {Paid} payés ; le journal dit {Money.Of(figures.Engaged)} et {Money.Of(figures.Paid)}";
    }
}

/// <summary>« Saisi dans Chorus »: an entry was typed there, on a day, under a number.</summary>
public sealed class ChorusRecord : IWrittenOnce
{
    public const int ReferenceMaxLength = 40;

    public required Guid EntryId { get; init; }
    public required Guid ConventionId { get; init; }
    public required DateOnly RecordedOn { get; init; }
    public required string Reference { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>Which accounts are owed.</summary>
public static class StatementsDue
{
    /// <summary>Months whose account is owed on this day, oldest first; the last of a convention that has ended is the final one.</summary>
    public static IReadOnlyList<(DateOnly Month, bool IsFinal, DateOnly DueOn)> On(Convention convention, IReadOnlyCollection<LedgerEntry> entries, DateOnly today)
    {
        if (convention.Dates is not { From: { } from } dates)
        {
            return [];
        }

        var final = Final(dates, entries, today);
        var first = convention.Clauses.Accounts switch
        {
            Accounts.MonthlyAndFinal => Month(from),
            Accounts.FinalOnly => final,
        };
        var owed = new List<(DateOnly, bool, DateOnly)>();
        for (var month = first; month <= final && month.AddMonths(1) <= today; month = month.AddMonths(1))
        {
            owed.Add((month, month == final, month.AddMonths(1).AddDays(Statement.DueDay - 1)));
        }

        return owed;
    }

    // After notice, what was ordered is still paid, until the last day of payment: the final account waits until all of it is, and no longer.
    static DateOnly Final(ConventionDates dates, IReadOnlyCollection<LedgerEntry> entries, DateOnly today)
    {
        var last = Month(dates.HardStop);
        if (dates.Terminated is not { } end || end >= dates.HardStop)
        {
            return last;
        }

        for (var month = Month(end); month < last && month.AddMonths(1) <= today; month = month.AddMonths(1))
        {
            if (Balance.Of(entries.Where(e => e.On < month.AddMonths(1))).ToPay == Money.Zero)
            {
                return month;
            }
        }

        return last;
    }

    public static DateOnly Month(DateOnly day) => new(day.Year, day.Month, 1);
}
