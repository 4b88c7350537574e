using Beffroi.Incubator.Steering;
using Beffroi.Kit;

namespace Beffroi.Incubator;

/// <summary>When a convention begins, ends, and stops for good. Months are of the calendar: the 31st plus one month is the last day of the next.</summary>
public sealed record ConventionDates
{
    /// <summary>First day of effect; null until all that the clauses ask has happened.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>Last day on which something may be committed or performed.</summary>
    public required DateOnly End { get; init; }

    /// <summary>Last day on which something may be paid.</summary>
    public required DateOnly HardStop { get; init; }

    /// <summary>The end by notice; null where nobody gave notice.</summary>
    public required DateOnly? Terminated { get; init; }

    /// <summary>Day by which the delegator has an intrapreneur; null where the clauses ask none.</summary>
    public required DateOnly? IntrapreneurDue { get; init; }

    public DateOnly LastCommitment => Terminated is { } end && end < End ? end : End;

    /// <param name="signed">Day of signature.</param>
    /// <param name="published">Day of publication, where it has happened.</param>
    /// <param name="hardStop">The day that the text writes, where it does; otherwise 31 December of the year of signature.</param>
    /// <param name="avenants">Those signed, in any order: the last to change a date gives it.</param>
    /// <param name="noticeReceived">Day on which notice of termination was received.</param>
    public static ConventionDates Of(Clauses clauses, DateOnly signed, DateOnly? published, DateOnly? hardStop, IEnumerable<Avenant> avenants, DateOnly? noticeReceived)
    {
        var stop = hardStop ?? new(signed.Year, 12, 31);
        var end = clauses.DurationMonths is { } months ? signed.AddMonths(months) : new(signed.Year, 12, 31);
        foreach (var avenant in avenants.OrderBy(a => a.Number))
        {
            stop = avenant.NewHardStop ?? stop;
            end = avenant.NewEnd ?? end;
        }

        return new()
        {
            From = !clauses.EffectNeedsPublication ? signed : published is { } day ? Later(signed, day) : null,
            End = Sooner(end, stop),
            HardStop = stop,
            Terminated = noticeReceived?.AddMonths(clauses.NoticeMonths),
            IntrapreneurDue = clauses.IntrapreneurWithinMonths is { } within ? signed.AddMonths(within) : null,
        };
    }

    /// <summary>Why nothing may be committed or performed on this day; null when it may.</summary>
    public string? NoCommitment(DateOnly day) => this switch
    {
        { From: null } => "La convention n’a pas encore d’effet : il manque sa date de publication",
        { From: { } from } when day < from => $"La convention prend effet le {French.Day(from)}",
        { Terminated: { } end } when day > end => $"La convention est résiliée depuis le {French.Day(end)}",
        _ when day > End => $"La convention a pris fin le {French.Day(End)}",
        _ => null,
    };

    /// <summary>Why nothing may be paid on this day; null when it may.</summary>
    public string? NoPayment(DateOnly day) => this switch
    {
        { From: null } => "La convention n’a pas encore d’effet : il manque sa date de publication",
        { From: { } from } when day < from => $"La convention prend effet le {French.Day(from)}",
        _ when day > HardStop => $"Plus rien ne peut être payé après le {French.Day(HardStop)}",
        _ => null,
    };

    static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    static DateOnly Sooner(DateOnly a, DateOnly b) => a < b ? a : b;
}

/// <summary>When committees meet.</summary>
public static class CommitteeDates
{
    // doc.incubateur.net, « préparer un comité », read in August 2026: 30 to 45 days before the envelope runs out.
    public const int ConvocationFrom = 45;
    public const int ConvocationUntil = 30;

    /// <summary>The file is sent a week before, and changes no more.</summary>
    public const int DossierDays = 7;

    /// <summary>The last day for the next committee.</summary>
    public static DateOnly NextDue(DateOnly held, int everyMonths) => held.AddMonths(everyMonths);

    /// <summary>The last day for the next committee of this kind: after the last that was held, after the signature where none was. Null where the clauses foresee none, or nothing is signed.</summary>
    public static DateOnly? Due(Convention convention, CommitteeKind kind, IEnumerable<Committee> all) =>
        kind.Every(convention.Clauses) is { } months && (all.Where(c => c.Kind == kind && c.ClosedAt is not null).Select(c => (DateOnly?)c.MeetingOn).Max() ?? convention.SignedOn) is { } last ? NextDue(last, months) : null;

    /// <summary>The days within which an investment committee is called, before the end of the envelope.</summary>
    public static (DateOnly From, DateOnly Until) Convocation(DateOnly envelopeEnd) => (envelopeEnd.AddDays(-ConvocationFrom), envelopeEnd.AddDays(-ConvocationUntil));

    public static DateOnly DossierLock(DateOnly meeting) => meeting.AddDays(-DossierDays);
}

/// <summary>The end of the budget year (doc.incubateur.net, read in August 2026).</summary>
public static class YearEnd
{
    /// <summary>After this day no order is placed until early February.</summary>
    public static DateOnly LastOrders(int year) => new(year, 12, 15);

    /// <summary>After this day nothing is paid until the end of January.</summary>
    public static DateOnly LastPayments(int year) => new(year, 11, 30);

    public static string? Warning(DateOnly day) => day > LastOrders(day.Year) || day.Month == 1
        ? $"Fin de gestion : après le {French.Day(LastOrders(day.Month == 1 ? day.Year - 1 : day.Year))}, une commande n’est en général plus passée avant février."
        : day > LastPayments(day.Year) ? $"Fin de gestion : après le {French.Day(LastPayments(day.Year))}, une facture n’est en général plus payée avant la fin de janvier." : null;
}
