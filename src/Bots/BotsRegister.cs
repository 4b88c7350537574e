using Beffroi.Kit;

namespace Beffroi.Bots;

/// <summary>What this module keeps of people, table by table (GDPR, article 30): a column that is not here fails a test.</summary>
public sealed class BotsRegister : IRegister
{
    public Type Database => typeof(BotsDb);

    public AssessmentTemplate? Assessment => BotsAssessment.Template;

    public IReadOnlyList<Treatment> Treatments { get; } =
    [
        new()
        {
            Key = "robots-comptes", NeedsAssessment = true, Name = "Les comptes publics que suit le détecteur",
            Purpose = "Repérer une ingérence numérique étrangère : comptes automatisés, groupes, récits poussés.", Basis = "Celle que dit chaque cadre enregistré (RGPD, article 6, 1, e ou f, ou recherche, article 89)",
            People = "Auteurs de publications publiques qui répondent à une veille", Data = "Profil et publications publiques, ce qui en est calculé.",
            Recipients = "L’organisation qui tient la veille",
            Retention = "Ce qui ne répond à rien : 60 jours au plus ; le reste : 730 jours au plus. Chaque cadre fixe les siens. Effacement automatique, chaque nuit.",
            Tables =
            [
                new() { Name = "WatchedAccount", Personal = "Id Class FirstSeenAt Handle LastSeenAt LeftOut Matched NativeId Network Posts Probability Profile ProfileAt ScoredAt ToScore" },
                new() { Name = "CollectedPost", Personal = "Seq AccountId At CollectedAt Hashtags Kind Language Likes Links Media NativeId Network Partition Program Quotes Replies ReplyTo Reposts TargetId Text" },
                new() { Name = "AccountMatch", Personal = "WatchId AccountId FirstAt" },
                new() { Name = "AccountSnapshot", Personal = "AccountId At Followers Following Posts State" },
                new() { Name = "AccountTie", Personal = "WatchId Trace FirstId SecondId FirstAt LastAt Objects Pairs" },
                new() { Name = "ClusterMember", Personal = "ClusterId AccountId Role" },
                new() { Name = "Cluster", Personal = "Id Evidence FoundAt GoneAt Score SeenAt Size WatchId" },
                new() { Name = "ScorePoint", Personal = "AccountId At Class Doubt High LogOdds Low Model Posts Probability Seq" },
                new() { Name = "TypologySign", Personal = "WatchId AccountId Kind At Evidence" },
                new() { Name = "ExploredAccount", Personal = "ExplorationId NativeId At Matched Profile" },
                new() { Name = "ExploredTie", Personal = "ExplorationId FromId Place Shared ToId" },
                new() { Name = "FrontierEntry", Personal = "ExplorationId NativeId Depth From Rank State VisitedAt Why" },
                new() { Name = "Finding", Personal = "Id At ClosedAt ClosedBy Kind NextTryAt Reason Subject ToldAt Tries WatchId", Unlinked = "ClosedBy" },
                new() { Name = "CountReading", Personal = "WatchId Subject At Likes Quotes Replies Reposts" },
                new() { Name = "GrainRow", Personal = "Kind Key At ETag Seq State" },
                new() { Name = "BatchPart", Personal = "BatchId First Lines" },
                new() { Name = "UploadPart", Personal = "SourceId Number Bytes" },
                new() { Name = "LocalName", Personal = "Name Seq" },
                new() { Name = "Reread", Plain = "SourceId BeganAt NextAt Place Spent SpentSince" },
                new() { Name = "PostMark", Plain = "Mark Seq" },
                new() { Name = "PostMatch", Plain = "WatchId Seq Place SourceId TermId" },
                new() { Name = "WatchVolume", Plain = "WatchId TermId Hour Posts Quotes Replies Reposts" },
                new() { Name = "WatchTurn", Plain = "WatchId LeaseOwner LeaseUntil Place RanAt SignsPlace Version" },
            ],
        },
        new()
        {
            Key = "robots-travail", Name = "Le travail des analystes",
            Purpose = "Savoir qui a ouvert un cadre, une veille, une relecture.", Basis = "Mission d’intérêt public (RGPD, article 6, 1, e)",
            People = "Analystes", Data = "Numéro du compte, étiquettes, questions posées.",
            Recipients = "L’organisation des analystes ; les étiquettes, sans nom ni raison, pour les autres",
            Retention = "Le temps du cadre ; listes et réponses : 30 jours.",
            Tables =
            [
                new() { Name = "AccountReview", Personal = "Id AccountId AnalystId At EndedAt Label OrganisationId Why", Unlinked = "AnalystId" },
                new() { Name = "ApiKey", Personal = "CreatedBy", Secret = "Hash", Plain = "Id CreatedAt DailyAccounts ExpiresOn Name OrganisationId RevokedAt Start", Unlinked = "CreatedBy" },
                new() { Name = "Exploration", Personal = "CreatedBy Rules", Plain = "Id CreatedAt LastError LeaseOwner LeaseUntil MatchedCount Name Network NextAt Price Requests Screened State StopReason Version Visited WatchId", Unlinked = "CreatedBy" },
                new() { Name = "Mandate", Personal = "EndedBy RecordedBy", Plain = "Id Basis BasisDetail Controller Countries EndedAt ExpiresOn Hypothesis KeepDays OrganisationId Purpose RecordedAt Title UnmatchedDays", Unlinked = "EndedBy RecordedBy" },
                new() { Name = "SavedNarrative", Personal = "CreatedBy", Plain = "Id CreatedAt Name OrganisationId Query", Unlinked = "CreatedBy" },
                new() { Name = "ScoreBatch", Personal = "AskedBy Question", Plain = "Id AskedAt Done EndedAt Error KeyId Language LeaseOwner LeaseUntil OrganisationId State Total Version", Unlinked = "AskedBy" },
                new() { Name = "Source", Personal = "CreatedBy", Plain = "Id Broken Budget CreatedAt Cursor CursorAt Kept Kind LastError LastErrorAt LeaseOwner LeaseUntil Name Read Repeated Settings Spent SpentSince State Version Wanted WatchId", Unlinked = "CreatedBy" },
                new() { Name = "Watch", Personal = "CreatedBy", Plain = "Id ClosedAt CreatedAt MandateId Name OrganisationId", Unlinked = "CreatedBy" },
                new() { Name = "WatchTerm", Personal = "AddedBy Key Value", Plain = "Id AddedAt Kind RemovedAt WatchId", Unlinked = "AddedBy" },
                new() { Name = "ReuseDay", Plain = "OrganisationId Day KeyId Accounts Questions Sector" },
            ],
        },
        new()
        {
            Key = "robots-contestation", Name = "Les demandes des propriétaires de comptes",
            Purpose = "Répondre à qui conteste, demande une copie ou un effacement.", Basis = "Obligation légale (RGPD, articles 15 à 21)",
            People = "Propriétaires de comptes", Data = "Compte, adresse électronique, texte, réponse.",
            Recipients = "Les analystes qui répondent",
            Retention = "1 an après la réponse.",
            Tables =
            [
                new() { Name = "Contest", Personal = "Id AccountId Answer Contact DecidedAt DecidedBy Handle Kind Language Network ReceivedAt State Text", Unlinked = "DecidedBy" },
            ],
        },
        Treatment.Journal,
    ];
}
