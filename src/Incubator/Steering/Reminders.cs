using Beffroi.Incubator.Accounting;
using Beffroi.Kit;

namespace Beffroi.Incubator.Steering;

/// <summary>One letter that a date brings, to those who hold one of these duties.</summary>
/// <param name="Key">Of this reminder alone: it leaves once for each person.</param>
/// <param name="To">Null: all who hold a duty for the convention.</param>
/// <param name="Path">The page where it is dealt with.</param>
public sealed record Reminder(string Key, IReadOnlyList<Duty>? To, string Subject, string Body, string Path);

/// <summary>What a convention has to be reminded of on a day: from its clauses and dates, its committees, its register and its accounts.</summary>
public sealed record Reminders(Convention Convention, IReadOnlyList<Committee> Committees, IReadOnlyList<RegisterTask> Tasks, IReadOnlyList<(DateOnly Month, bool IsFinal, DateOnly DueOn)> Owed)
{
    /// <summary>A reminder that the machine kept from leaving still leaves within these days: less than the 30 for which sent letters, and so their keys, are kept.</summary>
    const int CaughtUp = 14;

    static readonly IReadOnlyList<Duty> Team = [Duty.Manager, Duty.Intrapreneur], Both = [Duty.Manager, Duty.Delegator], Keepers = [Duty.Manager];

    public IEnumerable<Reminder> On(DateOnly today) =>
        Convention.Dates is { From: not null } dates ? [.. Envelope(dates, today), .. Meetings(today), .. Files(today), .. Decisions(today), .. Late(today), .. Accounts(today), .. Budget(dates, today)] : [];

    // 45 and 30 days before the money runs out: the days within which the committee is called.
    IEnumerable<Reminder> Envelope(ConventionDates dates, DateOnly today)
    {
        var end = dates.LastCommitment;
        if (Convention.Clauses.InvestmentMonths is null || Convention.StoppedOn is not null)
        {
            yield break;
        }

        foreach (var days in new[] { CommitteeDates.ConvocationFrom, CommitteeDates.ConvocationUntil })
        {
            if (IsNow(end.AddDays(-days), today) && !(days == CommitteeDates.ConvocationFrom && today >= end.AddDays(-CommitteeDates.ConvocationUntil)))
            {
                var called = Committees.Where(c => c.Kind == CommitteeKind.Investment && c.ClosedAt is null && c.MeetingOn >= today).Select(c => (DateOnly?)c.MeetingOn).Min();
                yield return new(
                    $"enveloppe:{Convention.Id}:{end:yyyy-MM-dd}:{days}", Both, $"l’enveloppe finit dans {French.Count(end.DayNumber - today.DayNumber, "jour", "jours")}",
                    $"Après le {French.Day(end)}, plus rien ne peut être commandé. {(called is { } day ? $"Le comité d’investissement est convoqué le {French.Day(day)}." : $"Aucun comité d’investissement n’est convoqué. Réunissez-le avant le {French.Day(end.AddDays(-CommitteeDates.ConvocationUntil))}.")}",
                    Addresses.Committees(Convention.Slug));
            }
        }
    }

    // The rhythm that the convention asks: nobody called the committee, and its day has passed.
    IEnumerable<Reminder> Meetings(DateOnly today) =>
        from kind in Enum.GetValues<CommitteeKind>()
        where Convention.StoppedOn is null && today <= Convention.Dates!.LastCommitment && !Committees.Any(c => c.Kind == kind && c.ClosedAt is null && c.MeetingOn >= today)
        let due = CommitteeDates.Due(Convention, kind, Committees)
        where due is not null && IsNow(due.Value.AddDays(1), today)
        select new Reminder($"comite-en-retard:{Convention.Id}:{kind}:{due:yyyy-MM-dd}", Both, $"le {kind.Label().ToLower(French.Culture)} est en retard", $"La convention le demande au plus tard le {French.Day(due.Value)}. Aucun n’est convoqué.", Addresses.Committees(Convention.Slug));

    IEnumerable<Reminder> Files(DateOnly today) =>
        from c in Committees
        where c is { LockedAt: not null, ClosedAt: null } && c.MeetingOn >= today
        select new Reminder($"dossier:{c.Id}", null, $"le dossier du {Named(c)} est prêt", $"Il est figé : il ne change plus jusqu’au comité, le {French.Day(c.MeetingOn)}. Lisez-le avant de venir.", Addresses.Committee(c.Id));

    IEnumerable<Reminder> Decisions(DateOnly today) =>
        from c in Committees
        where c.ClosedAt is { } closed && IsNow(ParisDay.Of(closed), today)
        select new Reminder(
            $"decision:{c.Id}", null, $"le {Named(c)} est clos", c.Decision is { } decision ? $"Décision : {decision.Label()}. {Next(decision, c)}" : "Son compte rendu est en ligne.", Addresses.Committee(c.Id));

    static string Next(Decision decision, Committee c) => decision switch
    {
        Decision.SixMonths => $"Enveloppe : {c.EnvelopeAe} en AE, {c.EnvelopeCp} en CP. Un avenant est à signer. Prévenez les achats tout de suite : une commande leur prend environ un mois.",
        Decision.Provisional => $"Preuves demandées pour le prochain comité, dans {French.Number(c.ProvisionalMonths ?? 1)} mois : {Letter.Quoted(c.EvidenceAsked)}",
        Decision.Stop => "Plus rien n’est commandé. Ce qui l’était est livré et payé. Prévenez les achats tout de suite.",
    };

    IEnumerable<Reminder> Late(DateOnly today) =>
        from t in Tasks
        where t.DoneOn is null && IsNow(t.DueOn.AddDays(1), today)
        select new Reminder($"retard:{t.Id}", t.Kind is TaskKind.FindIntrapreneur or TaskKind.NameBusinessReferent or TaskKind.ChorusAuthorisation ? Both : Keepers, $"en retard, {t.Kind.Label().ToLower(French.Culture)}", $"{t.About} : {t.Kind.Label()}. C’était pour le {French.Day(t.DueOn)}.", Addresses.Register(Convention.Slug));

    // Once when the month is over, once when it is late.
    IEnumerable<Reminder> Accounts(DateOnly today)
    {
        foreach (var (month, isFinal, due) in Owed)
        {
            var name = $"{(isFinal ? "le dernier compte, celui de" : "le compte de")} {month.ToString("MMMM yyyy", French.Culture)}";
            if (IsNow(month.AddMonths(1), today) && today <= due)
            {
                yield return new($"compte:{Convention.Id}:{month:yyyy-MM}", Keepers, $"{name} est à envoyer", $"Envoyez-le pour le {French.Day(due)}.", Addresses.Statement(Convention.Slug, month));
            }
            else if (IsNow(due.AddDays(1), today))
            {
                yield return new($"compte-en-retard:{Convention.Id}:{month:yyyy-MM}", Keepers, $"{name} est en retard", $"Il devait partir le {French.Day(due)}.", Addresses.Statement(Convention.Slug, month));
            }
        }
    }

    // Standards of beta.gouv.fr, version 2.0: in January what was spent last year and what is planned, in June the plan again; by activity and by resource.
    IEnumerable<Reminder> Budget(ConventionDates dates, DateOnly today)
    {
        if (today.Month is not (1 or 6) || today.Day > CaughtUp || dates.HardStop < new DateOnly(today.Month == 1 ? today.Year - 1 : today.Year, 1, 1))
        {
            yield break;
        }

        var (what, year) = (today.Month == 1 ? $"le réel de {Year(today.Year - 1)} et la prévision de {Year(today.Year)}" : $"la prévision révisée de {Year(today.Year)}", $"{today:yyyy-MM}");
        yield return new(
            $"budget:{Convention.Id}:{year}", Team, "le budget est à relire avant sa publication",
            $"Le budget public montre {what}, par activité et par ressource. Vérifiez que toutes les écritures y sont, puis écrivez les prévisions, mois par mois et par type de prestation. La page {{site}}{Addresses.Budget} suit toute seule.", Addresses.Forecasts(Convention.Slug));
    }

    static bool IsNow(DateOnly day, DateOnly today) => today >= day && today < day.AddDays(CaughtUp);

    static string Named(Committee c) => $"{c.Kind.Label().ToLower(French.Culture)} du {French.Day(c.MeetingOn)}";

    static string Year(int year) => year.ToString(French.Culture);
}
