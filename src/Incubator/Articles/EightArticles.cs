using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Steering;
using Beffroi.Kit;

namespace Beffroi.Incubator.Articles;

/// <summary>The eight articles of the template, each obligation with where it stands by what the module holds: nothing is written as done that no row shows.</summary>
public static class EightArticles
{
    const string Nothing = "non renseigné";

    public static IReadOnlyList<Article> Of(Lived l) =>
    [
        new(1, "Objet", Purpose(l)), new(2, "Obligations du délégant", Delegator(l)), new(3, "Obligations du délégataire", Delegate(l)), new(4, "Déroulement des travaux", Work(l)),
        new(5, "Exécution financière", Money(l)), new(6, "Modification", Change(l)), new(7, "Durée et résiliation", Duration(l)), new(8, "Publication", Published(l)),
    ];

    static IReadOnlyList<Obligation> Purpose(Lived l) =>
    [
        new("Le service", l.Startup.Mission, l.Startup.Current is { } phase ? $"Phase : {phase.Name.Label()}, depuis le {French.Day(phase.Start)}" : "Phase : " + Nothing, l.Startup.Current is null ? Standing.Unknown : Standing.Done),
        new("L’unité opérationnelle", l.Convention.Imputation.FinancialCentre, "Chaque écriture la porte", Standing.Done),
        new("Le montant", $"{l.Convention.AmountAe} en AE, {l.Convention.AmountCp} en CP", "Répartition par type de prestation : " + Nothing, Standing.Done),
    ];

    static IReadOnlyList<Obligation> Delegator(Lived l)
    {
        var (c, clauses) = (l.Convention, l.Convention.Clauses);
        var asked = Manifesto.Of(c.ManifestoVersion)?.Engagements.Count ?? 0;
        return
        [
            new("Adhérer au manifeste", $"Version {c.ManifestoVersion}", $"{French.Number(l.Engagements)} engagements acceptés sur {French.Number(asked)}", l.Engagements >= asked ? Standing.Done : Standing.Ahead),
            Given(l),
            l.TaskOf(TaskKind.ChorusAuthorisation, "Demander les habilitations Chorus", "À la signature"),
            clauses.NeedsBusinessReferent ? Named(l, Duty.BusinessReferent, "Nommer un référent métier", "Demandé", TaskKind.NameBusinessReferent) : NotAsked("Nommer un référent métier"),
            clauses.IntrapreneurWithinMonths is { } months ? Named(l, Duty.Intrapreneur, "Trouver un intrapreneur", $"Dans les {French.Number(months)} mois, pour {French.Number(clauses.IntrapreneurShare ?? 0)}\u202F% de son temps au moins", TaskKind.FindIntrapreneur) : NotAsked("Trouver un intrapreneur"),
            Rhythm(l, CommitteeKind.FollowUp), Rhythm(l, CommitteeKind.Investment),
            Owner(l, clauses.Stats, DutyOf.Delegator, "Publier des statistiques"),
            Opinions(clauses.Opinions, DutyOf.Delegator),
        ];
    }

    static IReadOnlyList<Obligation> Delegate(Lived l)
    {
        var balance = Balance.Of(l.Entries);
        var missing = l.Experts.Count(e => e.DeclaredOn is null);
        var lastFile = l.Committees.Where(c => c.LockedAt is not null).OrderBy(c => c.MeetingOn).LastOrDefault();
        return
        [
            new("Ne jamais engager plus que les crédits", $"{balance.AllocatedAe} d’AE", $"{balance.Engaged} engagés, il reste {balance.AvailableAe}", Standing.Done),
            new("N’acheter que ce qui est prévu", string.Join(", ", l.Convention.Clauses.Prestations.Select(p => p.Label())), "Une autre commande est refusée", Standing.Done),
            l.Convention.Clauses.ChecksConflicts
                ? new("Écarter les conflits d’intérêts", "Une déclaration avant chaque mission", l.Experts.Count == 0 ? "Aucun expert n’est mobilisé" : missing == 0 ? $"{French.Count(l.Experts.Count, "expert a", "experts ont")} déclaré" : $"{French.Count(missing, "déclaration manque", "déclarations manquent")}", missing == 0 ? Standing.Done : Standing.Ahead)
                : NotAsked("Écarter les conflits d’intérêts"),
            new("Envoyer le dossier avant les comités", $"{CommitteeDates.DossierDays} jours avant", lastFile is null ? "Aucun dossier n’est encore figé" : $"Le dernier : comité du {French.Day(lastFile.MeetingOn)}", lastFile is null ? Standing.Ahead : Standing.Done),
            Accounts(l),
            l.TaskOf(TaskKind.CopyToCbcmMef, "Copie au CBCM du ministère", "Après la signature"), l.TaskOf(TaskKind.CopyToCbcmPm, "Copie au CBCM du Premier ministre", "Après la signature"),
        ];
    }

    static IReadOnlyList<Obligation> Work(Lived l)
    {
        var clauses = l.Convention.Clauses;
        return
        [
            Owner(l, clauses.Stats, DutyOf.AllPartners, "Publier des statistiques"),
            Opinions(clauses.Opinions, DutyOf.AllPartners),
            clauses.FranceConnect ? new("Proposer FranceConnect", "Demandé", "Le contrôle de conformité le dit (C6)", Standing.Unknown) : NotAsked("Proposer FranceConnect"),
            !clauses.RiskWorkshop ? NotAsked("Tenir un atelier de risques")
                : l.Workshop is not { } held ? new("Tenir un atelier de risques", "Dès la construction", "Aucun atelier n’est tenu", Standing.Late)
                : new("Tenir un atelier de risques", "Dès la construction", $"Le dernier : {French.Day(held.HeldOn)}{(l.WorkshopIsStale ? ", périmé" : "")}", l.WorkshopIsStale ? Standing.Late : Standing.Done),
            new("Ouvrir le code", "Licence libre, code documenté", l.Startup.Repository ?? "Adresse du code : " + Nothing, l.Startup.Repository is null ? Standing.Unknown : Standing.Done),
            new("Remettre le dossier de réversibilité", "Données, pièces, registres", "Une commande le prépare : beffroi incubator export", Standing.Done),
        ];
    }

    static IReadOnlyList<Obligation> Money(Lived l)
    {
        var i = l.Convention.Imputation;
        var notice = l.Notices is [.., var newest] ? newest : null;
        return
        [
            new("Écrire chaque dépense dans Chorus", $"{i.MinisterialAxis ?? "axe 1 " + Nothing}, {i.FunctionalDomain}, {i.FinancialCentre}, {i.Activity}, {i.CostCentre}", l.NotInChorus == 0 ? "Tout est saisi" : $"{French.Count(l.NotInChorus, "écriture", "écritures")} à saisir", l.NotInChorus == 0 ? Standing.Done : Standing.Ahead),
            new("Prévenir le délégant si les crédits manquent, ou restent", "Sans délai", notice is null ? "Aucun avis n’a été utile" : $"{notice.Said}, le {French.Day(notice.SentAt)}. {(notice.AcknowledgedAt is null ? "Pas encore lu" : "Lu")}", notice is { AcknowledgedAt: null, CeasedAt: null } ? Standing.Ahead : Standing.Done),
            new("Prévoir les commandes et les dépenses", "Avec chaque compte", l.Forecasts == 0 ? Nothing : French.Count(l.Forecasts, "prévision", "prévisions"), l.Forecasts == 0 ? Standing.Unknown : Standing.Done),
            Final(l),
        ];
    }

    static IReadOnlyList<Obligation> Change(Lived l)
    {
        var last = l.Convention.Avenants.MaxBy(a => a.Number);
        return
        [
            new("Ne rien changer que par avenant", "D’accord entre les deux parties", last is null ? "Aucun avenant" : $"Avenant {last.Number.ToString(French.Culture)}, signé le {French.Day(last.SignedOn)}", Standing.Done),
            .. l.Tasks.Where(t => t.Kind == TaskKind.SignAvenant || t.About.StartsWith("Avenant", StringComparison.Ordinal)).Select(t => l.Line(t, $"{t.About} : {t.Kind.Label()}", $"Pour le {French.Day(t.DueOn)}")),
        ];
    }

    static IReadOnlyList<Obligation> Duration(Lived l)
    {
        var (c, dates) = (l.Convention, l.Convention.Dates);
        string Day(DateOnly? day) => day is { } known ? French.Day(known) : Nothing;
        return
        [
            new("Signature", "Les deux parties", Day(c.SignedOn), c.SignedOn is null ? Standing.Ahead : Standing.Done),
            new("Effet", c.Clauses.EffectNeedsPublication ? "À la signature et à la publication" : "À la signature", Day(dates?.From), dates?.From is null ? Standing.Ahead : Standing.Done),
            new("Fin des commandes", c.Clauses.DurationMonths is { } months ? $"{French.Number(months)} mois après la signature" : "Le 31 décembre de l’année de signature", Day(dates?.LastCommitment), dates is null || l.Today <= dates.LastCommitment ? Standing.Ahead : Standing.Done),
            new("Dernier paiement", Day(dates?.HardStop), l.Entries.Count == 0 ? Nothing : $"Reste à payer : {Balance.Of(l.Entries).ToPay}", dates is null || l.Today <= dates.HardStop ? Standing.Ahead : Balance.Of(l.Entries).ToPay == Incubator.Money.Zero ? Standing.Done : Standing.Late),
            new("Préavis de résiliation", $"{French.Number(c.Clauses.NoticeMonths)} mois", c.NoticeReceivedOn is { } notice ? $"Reçu le {French.Day(notice)} : fin le {Day(dates?.Terminated)}" : "Aucun préavis", Standing.Done),
        ];
    }

    static IReadOnlyList<Obligation> Published(Lived l) =>
    [
        l.TaskOf(TaskKind.PublishOnIntranet, "Publier sur l’intranet des services du Premier ministre", "Après la signature"),
        l.TaskOf(TaskKind.PublishOnDataGouv, "Publier sur data.gouv.fr", "Après la signature"),
    ];

    static Obligation Given(Lived l) => l.Entries.Where(e => e.Kind == EntryKind.Allocation).ToList() is { Count: > 0 } given
        ? new("Mettre les crédits à disposition", "À la signature", string.Join(" ; ", YearLine.Of(given).Select(y => $"{y.Year.ToString(French.Culture)} : {Incubator.Money.Of(y.AllocatedAe)} en AE, {Incubator.Money.Of(y.AllocatedCp)} en CP")), Standing.Done)
        : new("Mettre les crédits à disposition", "À la signature", "La convention n’est pas signée", Standing.Ahead);

    static Obligation Named(Lived l, Duty duty, string what, string says, TaskKind task) =>
        l.Mandates.FirstOrDefault(m => m.Duty == duty) is { } named ? new(what, says, $"Nommé le {French.Day(named.GivenAt)}", Standing.Done) : l.TaskOf(task, what, says);

    static Obligation Rhythm(Lived l, CommitteeKind kind)
    {
        var what = $"Réunir le {kind.Label().ToLower(French.Culture)}";
        if (kind.Every(l.Convention.Clauses) is not { } months)
        {
            return NotAsked(what);
        }

        var last = l.Committees.Where(c => c.Kind == kind && c.ClosedAt is not null).MaxBy(c => c.MeetingOn);
        var due = CommitteeDates.Due(l.Convention, kind, l.Committees);
        var isOver = l.Convention.StoppedOn is not null || l.Convention.Dates is { } dates && l.Today > dates.LastCommitment;
        var stands = (last is null ? "Aucun n’a eu lieu" : $"Le dernier : {French.Day(last.MeetingOn)}") + (due is { } day && !isOver ? $". Le prochain : au plus tard le {French.Day(day)}" : "");
        return new(what, $"Tous les {French.Number(months)} mois", stands, isOver ? (last is null ? Standing.Unknown : Standing.Done) : due < l.Today ? Standing.Late : Standing.Ahead);
    }

    static Obligation Owner(Lived l, DutyOf asked, DutyOf here, string what) =>
        asked != here ? NotAsked(what) : new(what, Addresses.Startup(l.Startup.Slug) + " et /stats", l.Indicators == 0 ? "Aucun indicateur n’est mesuré" : French.Count(l.Indicators, "indicateur mesuré", "indicateurs mesurés"), l.Indicators == 0 ? Standing.Late : Standing.Done);

    static Obligation Opinions(DutyOf asked, DutyOf here) =>
        asked != here ? NotAsked("Recueillir les avis (« Je donne mon avis »)") : new("Recueillir les avis (« Je donne mon avis »)", "À la fin de chaque démarche", "Le contrôle de conformité le dit (C5)", Standing.Unknown);

    static Obligation Accounts(Lived l)
    {
        var late = l.Owed.Count(o => o.DueOn < l.Today);
        return new(
            "Rendre compte", l.Convention.Clauses.Accounts switch { Incubator.Accounts.MonthlyAndFinal => "Chaque mois et à la fin", Incubator.Accounts.FinalOnly => "À la fin" },
            $"{French.Count(l.Sent.Count, "compte envoyé", "comptes envoyés")}, {(l.Owed.Count == 0 ? "rien n’est dû" : French.Count(l.Owed.Count, "compte à envoyer", "comptes à envoyer"))}", late > 0 ? Standing.Late : l.Owed.Count > 0 ? Standing.Ahead : Standing.Done);
    }

    static Obligation Final(Lived l)
    {
        var (sent, owed) = (l.Sent.Where(s => s.IsFinal).Select(s => (DateOnly?)s.Month).FirstOrDefault(), l.Owed.Where(o => o.IsFinal).Select(o => (DateOnly?)o.DueOn).FirstOrDefault());
        return sent is { } month ? new("Rendre le dernier compte", "Au terme de la convention", $"Envoyé, pour {month.ToString("MMMM yyyy", French.Culture)}", Standing.Done)
            : owed is { } due ? new("Rendre le dernier compte", "Au terme de la convention", $"À envoyer pour le {French.Day(due)}", due < l.Today ? Standing.Late : Standing.Ahead)
            : new("Rendre le dernier compte", "Au terme de la convention", "Pas encore dû", Standing.Ahead);
    }

    static Obligation NotAsked(string what) => new(what, "La convention ne le demande pas ici", "", Standing.NotAsked);

    static Obligation TaskOf(this Lived l, TaskKind kind, string what, string says) =>
        l.Tasks.FirstOrDefault(t => t.Kind == kind && string.Equals(t.About, "Convention", StringComparison.Ordinal)) is { } task ? l.Line(task, what, says) : new(what, says, l.Convention.SignedOn is null ? "La convention n’est pas signée" : Nothing, l.Convention.SignedOn is null ? Standing.Ahead : Standing.Unknown);

    static Obligation Line(this Lived l, RegisterTask task, string what, string says) =>
        task.DoneOn is { } done ? new(what, says, $"Fait le {French.Day(done)}", Standing.Done) : new(what, says, $"Pour le {French.Day(task.DueOn)}", task.IsLate(l.Today) ? Standing.Late : Standing.Ahead);
}
