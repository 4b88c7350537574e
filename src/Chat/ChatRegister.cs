using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>What this module keeps of people, table by table (GDPR, article 30): a column that is not here fails a test.</summary>
public sealed class ChatRegister : IRegister
{
    public Type Database => typeof(ChatDb);

    public AssessmentTemplate? Assessment => ChatAssessment.Template;

    public IReadOnlyList<Treatment> Treatments { get; } =
    [
        new()
        {
            Key = "discussion-membres", Name = "Les membres de la discussion",
            Purpose = "Ouvrir la discussion aux membres des organisations, et à elles seules.", Basis = "Mission d’intérêt public (RGPD, article 6, 1, e)",
            People = "Membres et invités", Data = "Nom, organisation, dates d’accès, réglages, avertissements.",
            Recipients = "L’organisation ; les autres, sauf si elle masque les noms",
            Retention = "Un avertissement : 90 jours. Ce que dit une invitation : 12 mois après sa fin. Le reste : le temps de l’accès.",
            Tables =
            [
                new() { Name = "Member", Personal = "Id AccountId EndedBy IsReferent JoinedAt Language LeftAt LoginId Name Notices OrganisationId", Holder = "AccountId", Unlinked = "EndedBy", Emptied = "LoginId", Kept = "AccountId", Because = "Ce numéro dit de quels échanges une même personne était : le marquage tient par lui. Son nom est effacé." },
                new() { Name = "GuestPass", Personal = "Id AcceptedAt AccountId ApprovedAt ApprovedBy CaseId ExpiresAt ForWhom InvitedAt InvitedBy LoginId Name OrganisationId RevokedAt RevokedBy", Secret = "SecretHash", Holder = "AccountId", Unlinked = "ApprovedBy InvitedBy RevokedBy", Emptied = "LoginId", Kept = "AccountId", Because = "Ce numéro dit de quel dossier la personne était. Son nom est effacé." },
                new() { Name = "Organisation", Personal = "ApprovedBy ClosedBy", Plain = "Id ApprovedAt ClosedAt Country MasksAnalysts Name Sector", Unlinked = "ApprovedBy ClosedBy" },
                new() { Name = "OrganisationDomain", Personal = "AddedBy", Plain = "Id AddedAt Domain OrganisationId WithSubdomains", Unlinked = "AddedBy" },
                new() { Name = "AwaitedAnswer", Personal = "Id AccountId Language NextAt RoomId Subject ThreadId Tries Value", Holder = "AccountId", Erased = "AccountId" },
                new() { Name = "Following", Personal = "AccountId Kind TargetId At", Holder = "AccountId", Erased = "AccountId" },
                new() { Name = "NoticeRow", Personal = "Id AccountId At CaseId Key LeftAt MailedAt Reason RoomId SeenAt SubjectId TellAt", Holder = "AccountId", Erased = "AccountId" },
                new() { Name = "ReadMark", Personal = "AccountId RoomId Place", Holder = "AccountId", Erased = "AccountId" },
                new() { Name = "Revocation", Personal = "Id AccountId At OrganisationId RoomId", Holder = "AccountId", Kept = "AccountId", Because = "Dit à chaque machine de fermer ce qui est ouvert sous ce numéro." },
                new() { Name = "CasePerson", Personal = "CaseId AccountId", Holder = "AccountId", Erased = "AccountId" },
                new() { Name = "ScopeName", Personal = "NamedId", Plain = "CircleId IsPerson", Kept = "NamedId", Because = "Le cercle de qui peut lire est scellé : le rompre ouvrirait ou fermerait ce qui est partagé." },
            ],
        },
        new()
        {
            Key = "discussion-echanges", NeedsAssessment = true, Name = "Les messages et les fichiers",
            Purpose = "Détecter, qualifier et traiter ensemble des manipulations de l’information.", Basis = "Mission d’intérêt public (RGPD, article 6, 1, e)",
            People = "Membres et invités ; personnes citées", Data = "Ce qui est écrit et joint, avec son marquage.",
            Recipients = "Celles et ceux à qui le marquage s’adresse",
            Retention = "Tant que l’organisation qui partage ne retire pas.",
            Tables =
            [
                new() { Name = "Message", Personal = "Id At AuthorId Card CaseId EditedAt Masked OrganisationId Origin Place RemovedAt RemovedBy ResolvedAt RoomId ScopeId Source Terms Text ThreadId", Unlinked = "RemovedBy", Kept = "AuthorId", Because = "Le message reste à l’organisation qui le partage, sans nom : son numéro tient le marquage." },
                new() { Name = "MessageDraft", Personal = "AccountId RoomId ThreadId At Text", Erased = "AccountId" },
                new() { Name = "MessageReaction", Personal = "MessageId AccountId Sign At Masked OrganisationId", Holder = "AccountId", Erased = "AccountId" },
                new() { Name = "MessageVersion", Personal = "MessageId Until Text" },
                new() { Name = "Mention", Personal = "MessageId AccountId", Holder = "AccountId", Erased = "AccountId" },
                new() { Name = "Quote", Plain = "MessageId QuotedId" },
                new() { Name = "Room", Personal = "CreatedBy", Plain = "Id CaseId ClosedAt CreatedAt Kind Language LastCommonPlace LastPlace Name Phase ScopeId Topic Widenings", Unlinked = "CreatedBy" },
                new() { Name = "RoomHook", Personal = "AddedBy", Secret = "SecretHash", Plain = "Id AddedAt Name RoomId StoppedAt UsedAt", Unlinked = "AddedBy" },
                new() { Name = "OutgoingHook", Personal = "AddedBy", Secret = "SealedKey", Plain = "Id AddedAt Address Name OrganisationId RoomId StoppedAt", Unlinked = "AddedBy" },
                new() { Name = "HookDelivery", Personal = "Body", Plain = "Id At DoneAt Failure HookId NextAt Tries" },
                new() { Name = "StoredFile", Personal = "Id At By CaseId EventId Kind MessageId Name Picture RemovedAt Sha256 Size", Unlinked = "By" },
                new() { Name = "Blob", Personal = "Bytes", Plain = "Sha256 Number At" },
                new() { Name = "WatchedFeed", Personal = "AddedBy", Plain = "Id AddedAt Address ETag LastModified NextAt ReadAt Readings RoomId StoppedAt Title Watch", Unlinked = "AddedBy" },
                new() { Name = "Scope", Personal = "Content", Plain = "Id Hash Tlp", Kept = "Content", Because = "Le cercle de qui peut lire est scellé par son empreinte. Il porte des numéros, sans nom." },
                new() { Name = "ScopeCircle", Plain = "Id Reach ScopeId" },
                new() { Name = "UntoldLines", Plain = "Id After AlertId CaseId NextAt Tries Until" },
            ],
        },
        new()
        {
            Key = "discussion-dossiers", NeedsAssessment = true, Name = "Les dossiers",
            Purpose = "Suivre une manipulation de sa détection à la réaction.", Basis = "Mission d’intérêt public (RGPD, article 6, 1, e)",
            People = "Membres et invités ; personnes citées", Data = "Arguments, observables, preuves, décisions.",
            Recipients = "Celles et ceux à qui le marquage s’adresse",
            Retention = "Tant que l’organisation qui partage ne retire pas.",
            Tables =
            [
                new() { Name = "CaseLine", Personal = "Content", Plain = "CaseId Number At EventId ScopeId", Kept = "Content", Because = "Un dossier est une suite de lignes scellées l’une à l’autre : en changer une le rendrait faux. Elles portent un numéro, sans nom." },
                new() { Name = "CaseRow", Plain = "Id ChangedAt Lines MessageId OpenedAt OpenedByOrganisation Origin RoomId ScopeId" },
                new() { Name = "CaseFace", Personal = "ReaderId Title", Plain = "CaseId ChangedAt IsClosed IsMine IsQualified IsQualifiedForOwn Lines Phase SetId Tlp Words", Erased = "ReaderId" },
                new() { Name = "CaseMark", Personal = "Value", Plain = "CaseId EventId Kind" },
                new() { Name = "WaitingPoint", Personal = "ReaderId", Plain = "CaseId Number DueAt LineId OnlyLate Reason Since Words", Erased = "ReaderId" },
                new() { Name = "OwnCriteria", Personal = "By", Plain = "OrganisationId Version At Content", Unlinked = "By" },
            ],
        },
        new()
        {
            Key = "discussion-lectures", Name = "Les lectures de ce qui est réservé",
            Purpose = "Dire à qui partage un contenu réservé qui l’a lu.", Basis = "Mission d’intérêt public et sécurité (RGPD, articles 6, 1, e et 32)",
            People = "Membres et invités", Data = "Qui a lu ou emporté quoi, et quand.",
            Recipients = "La personne qui a partagé, si elle peut lire",
            Retention = "12 mois. Effacement automatique.",
            Tables =
            [
                new() { Name = "ReadingLine", Personal = "Id AccountId Act At CaseId ItemId OrganisationId OwnerId OwnerOrganisationId", Holder = "AccountId", Unlinked = "OwnerId", Kept = "AccountId", Because = "Qui a partagé un contenu réservé doit savoir combien de personnes l’ont lu. La ligne s’efface après 12 mois, et ne nomme personne." },
            ],
        },
        Treatment.Journal,
    ];
}
