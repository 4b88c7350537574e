using Beffroi.Kit;

namespace Beffroi.Incubator;

/// <summary>What this module keeps of people, table by table (GDPR, article 30): a column that is not here fails a test.</summary>
public sealed class IncubatorRegister : IRegister
{
    const string HeldRole = "Le contrôle d’une convention demande de savoir qui a tenu quel rôle.";
    const string Published = "Un audit ou un plan publié se garde, avec qui l’a écrit : c’est une preuve.";
    const string Sealed = "Une écriture comptable se garde le temps du contrôle, et sa chaîne d’empreintes ne se coupe pas. Le numéro n’y désigne plus personne.";

    public Type Database => typeof(IncubatorDb);

    public IReadOnlyList<Treatment> Treatments { get; } =
    [
        new()
        {
            Key = "incubateur-conventions", Name = "Les personnes des conventions",
            Purpose = "Dire qui tient quel rôle dans une convention.", Basis = "Obligation légale et mission d’intérêt public (RGPD, article 6, 1, c et e)",
            People = "Agents, intrapreneurs, experts, signataires", Data = "Nom, rôle, dates, lettre de mission d’un intrapreneur, déclarations d’intérêts, comptes rendus.",
            Recipients = "L’équipe du service ; les rôles publiés, tout le monde",
            Retention = "Le temps de la convention et de son contrôle : le responsable fixe la durée. Rien ne s’efface seul aujourd’hui.",
            Tables =
            [
                new() { Name = "Mandate", Personal = "Id AccountId ConventionId Duty GivenAt GivenBy MissionLetter Share WithdrawnAt WithdrawnBy", Holder = "AccountId", Kept = "AccountId GivenBy WithdrawnBy", Because = HeldRole },
                new() { Name = "MissionLetter", Personal = "Content MandateId Name Sha256" },
                new() { Name = "Expert", Personal = "Id By ConventionId DeclaredOn Employer From Name", Kept = "By", Because = HeldRole },
                new() { Name = "Committee", Personal = "Attendees CalledBy ClosedBy DossierText Minutes", Plain = "Id AbsenceReason CalledAt ClosedAt ConventionId Decision EnvelopeAe EnvelopeCp EvidenceAsked Kind LockedAt MeetingOn ProvisionalMonths", Kept = "CalledBy ClosedBy", Because = HeldRole },
                new() { Name = "Ask", Personal = "By", Plain = "Id At CommitteeId ConventionId Criteria EnvelopeAe EnvelopeCp Hypotheses Team", Kept = "By", Because = HeldRole },
                new() { Name = "Engagement", Personal = "By Name Position", Plain = "Id AcceptedOn At ConventionId Number Version", Kept = "By", Because = HeldRole },
                new() { Name = "Breach", Personal = "By Facts", Plain = "Id At ConventionId EngagementNumber", Kept = "By", Because = HeldRole },
                new() { Name = "Suspension", Personal = "By LiftedBy", Plain = "Id At BreachId ConventionId From LiftReason LiftedAt LiftedOn Scope Withdrawn", Kept = "By LiftedBy", Because = HeldRole },
                new() { Name = "Convention", Personal = "Delegate Delegator RequiredAttendeesText", Plain = "Id AmountAe AmountCp ManifestoVersion NoticeReceivedOn PublishedOn SignedOn Slug StartupId StoppedOn Title Turns WrittenHardStop Accounts ChecksConflicts DurationMonths EffectNeedsPublication ExplicitEligibility FollowUpMonths FranceConnect IntrapreneurShare IntrapreneurWithinMonths InvestmentMonths NeedsBusinessReferent NoticeMonths Opinions PrestationNames RiskWorkshop Stats YearlySchedule Activity CostCentre FinancialCentre FunctionalDomain MinisterialAxis" },
                new() { Name = "Avenant", Personal = "By", Plain = "Id At CommitteeId ConventionId DeltaAe DeltaCp NewEnd NewHardStop Number Reason SignedOn Year", Kept = "By", Because = HeldRole },
                new() { Name = "Startup", Personal = "Contact", Plain = "Id Incubator Link Mission Repository Slug Sponsors Title Turns" },
                new() { Name = "Phase", Plain = "Id Comment CommitteeId End Lessons Name Start StartupId" },
                new() { Name = "Card", Plain = "StartupId AccessibilityStatus BudgetUrl Content DashlordUrl FastMontant FastPromotion Incubators MonServiceSecurise RedirectFrom RiskAnalysis RiskAnalysisUrl Stats StatsUrl Techno Thematiques UserTypes" },
                new() { Name = "CardEvent", Plain = "Id Comment Name On StartupId" },
                new() { Name = "Indicator", Plain = "Id Name StartupId" },
                new() { Name = "Definition", Personal = "By", Plain = "Id At Axis Counted Formula Frequency IndicatorId Label LessIsBetter Owner Place Shape Source Unit Version", Kept = "By", Because = HeldRole },
                new() { Name = "Wording", Personal = "By", Plain = "Id At DefinitionId Formula IndicatorId Label Reason Source", Kept = "By", Because = HeldRole },
                new() { Name = "Measure", Personal = "By", Plain = "Id At Comment DefinitionId High IndicatorId Low Month N Part Source Taken Value", Kept = "By", Because = HeldRole },
                new() { Name = "Goal", Personal = "By", Plain = "Id At DefinitionId DueOn IndicatorId Target", Kept = "By", Because = HeldRole },
            ],
        },
        new()
        {
            Key = "incubateur-securite", Name = "Les ateliers de risques et les homologations",
            Purpose = "Trouver les risques d’un service, les traiter, et dire jusqu’à quand il est autorisé.", Basis = "Mission d’intérêt public (RGPD, article 6, 1, e)",
            People = "Agents", Data = "Numéro du compte de la personne qui écrit. Les fonctions sont écrites sans nom.",
            Recipients = "L’équipe du service",
            Retention = "Le temps du service : le responsable fixe la durée. Rien ne s’efface seul aujourd’hui.",
            Tables =
            [
                new() { Name = "Workshop", Personal = "By", Plain = "Id At Ceiling Facilitation Figure HeldOn OutOfScope Scope StartupId", Kept = "By", Because = HeldRole },
                new() { Name = "Trigger", Personal = "By", Plain = "Id At Kind On What WorkshopId", Kept = "By", Because = HeldRole },
                new() { Name = "Note", Personal = "By", Plain = "Id At Availability Confidentiality Detail Integrity Kind PlannedFor Proof Stars Text WorkshopId", Kept = "By", Because = HeldRole },
                new() { Name = "Risk", Personal = "By", Plain = "Id At ComponentId EventId Likelihood MeasuresText SourceId TestsText WorkshopId", Kept = "By", Because = HeldRole },
                new() { Name = "Acceptance", Personal = "By TakenBy", Plain = "Id At DueOn RiskId TakenOn ToTake", Kept = "By TakenBy", Because = HeldRole },
                new() { Name = "Homologation", Personal = "By", Plain = "Id At Authority Ceiling Criteria Figure From Kind StartupId Until", Kept = "By", Because = HeldRole },
                new() { Name = "Alarm", Plain = "Id At HomologationId Kind Reading" },
                new() { Name = "FigureReading", Plain = "StartupId Figure On Value" },
            ],
        },
        new()
        {
            Key = "incubateur-comptes", Name = "Les écritures comptables",
            Purpose = "Prouver qui a engagé, certifié et payé.", Basis = "Obligation légale (RGPD, article 6, 1, c)",
            People = "Agents, fournisseurs", Data = "Numéro du compte, nom du fournisseur.",
            Recipients = "L’équipe du service ; les montants publiés, tout le monde",
            Retention = "Le temps du contrôle des comptes : le responsable fixe la durée. Rien ne s’efface seul : la chaîne des empreintes ne se coupe pas.",
            Tables =
            [
                new() { Name = "ChorusReading", Personal = "By", Plain = "Id At ConventionId Engaged Month Paid", Kept = "By", Because = Sealed },
                new() { Name = "ChorusRecord", Personal = "By", Plain = "EntryId At ConventionId RecordedOn Reference", Kept = "By", Because = Sealed },
                new() { Name = "Forecast", Personal = "By", Plain = "Id Ae At ConventionId Cp Month Prestation", Kept = "By", Because = Sealed },
                new() { Name = "StartupLine", Personal = "After Before By", Plain = "Id Act At Hash Number PreviousHash Reason StartupId", Kept = "After Before By", Because = Sealed },
                new() { Name = "JournalLine", Personal = "After Before By", Plain = "Id Act At ConventionId Hash Number PreviousHash Reason", Kept = "After Before By", Because = Sealed },
                new() { Name = "LedgerEntry", Personal = "By", Plain = "Id Ae At ConventionId Cp Hash Kind Label Number On OrderId PreviousHash Reference ReversesId Service Year Activity CostCentre FinancialCentre FunctionalDomain MinisterialAxis", Kept = "By", Because = Sealed },
                new() { Name = "Notice", Personal = "AcknowledgedBy", Plain = "Id AcknowledgedAt Amount CeasedAt ConventionId Kind SentAt", Kept = "AcknowledgedBy", Because = Sealed },
                new() { Name = "Order", Personal = "ExpertId PlacedBy Supplier", Plain = "Id At Contract ContractEnd ConventionId ExclTax From InclTax Label Number PlacedOn Prestation To", Kept = "PlacedBy", Because = Sealed },
                new() { Name = "RegisterTask", Personal = "DoneBy", Plain = "Id About ConventionId DoneOn DueOn Evidence Kind", Kept = "DoneBy", Because = Sealed },
                new() { Name = "ServiceRecord", Personal = "By", Plain = "Id Amount At Before ConventionId Deliverables DeliveredOn EntryId Label OrderId", Kept = "By", Because = Sealed },
                new() { Name = "Statement", Personal = "SentBy", Plain = "Id ConventionId FiguresText Hash IsFinal Month Progress SentAt", Kept = "SentBy", Because = Sealed },
            ],
        },
        new()
        {
            Key = "incubateur-conformite", Name = "Les contrôles du site et les audits d’accessibilité",
            Purpose = "Savoir qui a demandé un contrôle, écrit ou publié un audit.", Basis = "Obligation légale (RGPD, article 6, 1, c ; loi du 11 février 2005, article 47)",
            People = "Superadmins du service", Data = "Numéro du compte. Un audit nomme un organisme, jamais une personne.",
            Recipients = "L’équipe du service ; les résultats publiés, sans numéro de compte, tout le monde",
            Retention = "400 jours pour un contrôle, effacés chaque nuit de façon automatique. Un audit et un plan restent : ils sont la preuve de ce qui a été publié.",
            Tables =
            [
                new() { Name = "CheckRun", Personal = "AskedBy", Plain = "Id AskedAt BegunAt DoneAt Version", Unlinked = "AskedBy" },
                new() { Name = "CheckResult", Plain = "Id Criterion Evidence RunId Service Verdict" },
                new() { Name = "GradeRow", Plain = "Id Evidence Letter Name RunId Service" },
                new() { Name = "TestLoad", Plain = "Id Commit Failed LoadedAt Passed RanAt Skipped" },
                new() { Name = "TestOutcome", Plain = "Id LoadId Name Result" },
                new() { Name = "AccessibilityAudit", Personal = "By PublishedBy WithdrawnBy", Plain = "Id At Derogations Environments On Organisation PublishedAt Service Technologies Tools Version WithdrawnAt", Kept = "By PublishedBy WithdrawnBy", Because = Published },
                new() { Name = "AuditedPage", Plain = "Id Address AuditId Number Title" },
                new() { Name = "AuditedCriterion", Plain = "Id Comment Criterion IsDerogated PageId Result" },
                new() { Name = "AccessibilityPlan", Personal = "By", Plain = "Id At From Kind Text To", Kept = "By", Because = Published },
            ],
        },
        Treatment.Journal,
    ];
}
