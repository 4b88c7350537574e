using Beffroi.Kit;

namespace Beffroi.Eva;

/// <summary>What this module keeps of people, table by table (GDPR, article 30): a column that is not here fails a test.</summary>
public sealed class EvaRegister : IRegister
{
    public Type Database => typeof(EvaDb);

    public AssessmentTemplate? Assessment => EvaAssessment.Template;

    public IReadOnlyList<Treatment> Treatments { get; } =
    [
        new()
        {
            Key = "eva-accompagnement", NeedsAssessment = true, Name = "L’accompagnement des personnes",
            Purpose = "Préparer la suite d’un parcours avec la personne qui accompagne.", Basis = "Consentement de la personne (RGPD, article 6, 1, a)",
            People = "Personnes accompagnées ; conseillères et conseillers", Data = "Prénom ou surnom, code, suivi, décisions, désaccords, plan.",
            Recipients = "La structure qui reçoit, celles au-dessus d’elle, l’équipe du service",
            Retention = "5 ans au plus après la dernière évaluation, ou moins si la structure le choisit. Effacement automatique, chaque nuit.",
            Tables =
            [
                new() { Name = "Beneficiary", Personal = "Id Code CreatedAt Name StructureId" },
                new() { Name = "FollowUpEntry", Personal = "Id At BeneficiaryId By ResponsibleId State", Unlinked = "By", Emptied = "ResponsibleId" },
                new() { Name = "FormerCode", Personal = "Id BeneficiaryId Code Since" },
                new() { Name = "PeopleMerge", Personal = "Id At By Evaluations KeptId MergedId StructureId", Unlinked = "By" },
                new() { Name = "MiseEnAction", Personal = "Id At By Difficulte EvaluationId Remediation", Unlinked = "By" },
                new() { Name = "Anonymisation", Personal = "BeneficiaryId At Number StructureId" },
                new() { Name = "RetentionRule", Personal = "By", Plain = "Id At Months StructureId", Unlinked = "By" },
                new() { Name = "AgreedAction", Personal = "Id At AuthorId EvaluationId Text", Unlinked = "AuthorId" },
                new() { Name = "Plan", Personal = "Id At AuthorId Content EvaluationId Number", Unlinked = "AuthorId" },
                new() { Name = "Decision", Personal = "Id About At By EvaluationId Kept Proposed Reason Verdict", Unlinked = "By" },
                new() { Name = "Disagreement", Personal = "Id At By EvaluationId Text WithdrawnAt WithdrawnBy", Unlinked = "By WithdrawnBy" },
                new() { Name = "WritingReading", Personal = "Id At By EvaluationId Note Answers", Unlinked = "By" },
                new() { Name = "Campaign", Personal = "AuthorId DeactivatedBy", Plain = "Id Code CreatedAt DeactivatedAt IsPrivate Label Parcours Route StructureId WithConfidence WithHealth WithSelfPositioning WithWriting Situations", Unlinked = "AuthorId DeactivatedBy" },
                new() { Name = "CampaignCodeTaken", Plain = "Code At" },
                new() { Name = "CampaignGuest", Personal = "CampaignId AccountId AddedAt AddedBy", Holder = "AccountId", Erased = "AccountId", Unlinked = "AddedBy" },
            ],
        },
        new()
        {
            Key = "eva-passation", NeedsAssessment = true, Name = "Les jeux et leurs résultats",
            Purpose = "Situer la lecture, l’écriture, le calcul et les compétences transversales.", Basis = "Consentement de la personne (RGPD, article 6, 1, a)",
            People = "Personnes qui jouent", Data = "Réponses, durées, questionnaire, résultats.",
            Recipients = "La structure qui reçoit, celles au-dessus d’elle, l’équipe du service",
            Retention = "Comme l’accompagnement ; ensuite réponses et résultats restent, sans nom.",
            Tables =
            [
                new() { Name = "Evaluation", Personal = "Id BeneficiaryId CampaignId ConsentVersion ConsentedAt FinishedAt StartedAt Synthesis", Secret = "TokenHash" },
                new() { Name = "Background", Personal = "EvaluationId Age AgeState ComputerEase Device FrenchMotherTongue Gender LastLevel LastSituation SchoolingPlace" },
                new() { Name = "SelfAnswer", Personal = "EvaluationId Question At Value" },
                new() { Name = "Run", Personal = "Id BankVersion EvaluationId FinishedAt LastPosition Route Seed Situation StartedAt" },
                new() { Name = "EventLine", Personal = "RunId Position Data Date Name ReceivedAt" },
                new() { Name = "Result", Personal = "Id CohortNorms ComputedAt Engine EngineVersion EvaluationId NormsVersion Score" },
            ],
        },
        new()
        {
            Key = "eva-sante", NeedsAssessment = true, Name = "Les questions de santé",
            Purpose = "Préparer un accompagnement adapté.", Basis = "Consentement exprès de la personne (RGPD, article 9, 2, a)",
            People = "Personnes qui jouent et acceptent ces questions", Data = "Six réponses sur la santé.",
            Recipients = "L’équipe qui accompagne, elle seule",
            Retention = "Comme l’accompagnement ; retirer l’accord efface les réponses.",
            Tables =
            [
                new() { Name = "HealthAnswer", Personal = "EvaluationId Question At Value" },
            ],
        },
        new()
        {
            Key = "eva-seul", NeedsAssessment = true, Name = "Jouer seul",
            Purpose = "Jouer sans code ni compte, et donner ses résultats si l’on veut.", Basis = "Consentement de la personne (RGPD, article 6, 1, a)",
            People = "Personnes qui jouent seules", Data = "Réponses et durées, sans nom ni adresse.",
            Recipients = "La personne, avec son code",
            Retention = "90 jours après la dernière activité. Effacement automatique, chaque nuit.",
            Tables =
            [
                new() { Name = "AlonePlay", Personal = "EvaluationId LastActiveOn Parcours Situations", Secret = "CodeHash" },
                new() { Name = "HandOver", Personal = "EvaluationId At By CampaignId StructureId", Secret = "CodeHash", Unlinked = "By" },
                new() { Name = "HandOverCode", Personal = "EvaluationId ExpiresAt MadeAt", Secret = "Hash" },
                new() { Name = "WrongHandOverCode", Personal = "Id At By", Erased = "By" },
                new() { Name = "ForgottenPlay", Plain = "Id Month Parcours Reason WasFinished" },
            ],
        },
        new()
        {
            Key = "eva-mesure", Name = "Les questions, les normes et les référentiels",
            Purpose = "Savoir qui a écrit une question, fixé une norme, importé un fichier.", Basis = "Mission d’intérêt public (RGPD, article 6, 1, e)",
            People = "Équipe du service, relecteurs scientifiques", Data = "Numéro du compte, nom du relecteur scientifique.",
            Recipients = "L’équipe du service ; le nom du relecteur est public",
            Retention = "Le temps de la version.",
            Tables =
            [
                new() { Name = "BankDraft", Personal = "AuthorId", Plain = "Id At Content FileName Situation", Unlinked = "AuthorId" },
                new() { Name = "BankVersion", Personal = "AuthorId", Plain = "Id At Bank Note Number Restores Situation", Unlinked = "AuthorId" },
                new() { Name = "StoredBank", Plain = "Situation Version At Content" },
                new() { Name = "NormVersion", Personal = "AuthorId", Plain = "Id At FilterText GatesMissed IsExploratory Note Number Persons RestsOn Scope StatisticsText", Unlinked = "AuthorId" },
                new() { Name = "SamplingPlan", Personal = "AuthorId", Plain = "Id At Note Number StrataText", Unlinked = "AuthorId" },
                new() { Name = "ScientificReview", Personal = "AuthorId Reviewer", Plain = "Id At Proved Remains ReviewedOn Subject Verdict", Unlinked = "AuthorId" },
                new() { Name = "OrientationFile", Personal = "AuthorId", Plain = "Id At ConfirmedAt Content Count FileName Kind MeasuredOn Source Use", Unlinked = "AuthorId" },
            ],
        },
        Treatment.Journal,
    ];
}
