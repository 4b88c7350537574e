using Beffroi.Kit;

namespace Beffroi.Accounts;

/// <summary>What this module keeps of people, table by table (GDPR, article 30): a column that is not here fails a test.</summary>
public sealed class AccountsRegister : IRegister
{
    public Type Database => typeof(AccountsDb);

    public IReadOnlyList<Treatment> Treatments { get; } =
    [
        new()
        {
            Key = "comptes", Name = "Les comptes des professionnels et des contributeurs",
            Purpose = "Donner à chacun les droits de son rôle, et savoir qui a fait quoi.", Basis = "Mission d’intérêt public (RGPD, article 6, 1, e)",
            People = "Professionnels, agents, contributeurs", Data = "Nom, adresse électronique, structure, rôle, ce qui ouvre le compte.",
            Recipients = "Les administrateurs de la structure et l’équipe du service",
            Retention = "La durée du compte ; une invitation, une clé ou un code jusqu’à son retrait ou sa fin.",
            Tables =
            [
                new() { Name = "Account", Personal = "Id AccessFailedCount CreatedAt Demo Email EmailConfirmed LockoutEnabled LockoutEnd Name NormalizedEmail NormalizedUserName PhoneNumber PhoneNumberConfirmed Role StepsPutAwayAt StructureId TermsAcceptedAt TermsVersion TwoFactorEnabled UserName", Secret = "PasswordHash SecurityStamp ConcurrencyStamp", Holder = "Id", Erased = "Id" },
                new() { Name = "AccountDecision", Personal = "Id AccountId At By Number Verdict", Holder = "AccountId", Erased = "AccountId", Unlinked = "By" },
                new() { Name = "Invitation", Personal = "Id AcceptedAt AcceptedBy CancelledAt CancelledBy CreatedAt Email ExpiresAt InvitedBy Role StructureId", Secret = "TokenHash", Holder = "AcceptedBy", Erased = "AcceptedBy", Unlinked = "CancelledBy InvitedBy" },
                new() { Name = "Authenticator", Personal = "AccountId AddedAt LastStep", Secret = "SealedKey", Holder = "AccountId", Erased = "AccountId" },
                new() { Name = "RecoveryCode", Personal = "Id AccountId UsedAt WrittenAt", Secret = "Hash", Holder = "AccountId", Erased = "AccountId" },
                new() { Name = "MailLink", Personal = "Id AccountId CreatedAt ExpiresAt Purpose UsedAt", Secret = "TokenHash Stamp", Holder = "AccountId", Erased = "AccountId" },
                new() { Name = "ReminderRefusal", Personal = "AccountId At", Holder = "AccountId", Erased = "AccountId" },
                new() { Name = "Structure", Plain = "Id CreatedAt Kind Name ParentId Path PostCode SearchText Siret TeamRevision Type" },
                new() { Name = "IdentityUserClaim", Personal = "Id ClaimType ClaimValue UserId", Holder = "UserId", Erased = "UserId" },
                new() { Name = "IdentityUserLogin", Personal = "LoginProvider ProviderKey ProviderDisplayName UserId", Holder = "UserId", Erased = "UserId" },
                new() { Name = "IdentityUserToken", Personal = "UserId LoginProvider Name", Secret = "Value", Holder = "UserId", Erased = "UserId" },
                new() { Name = "IdentityUserPasskey", Personal = "CredentialId UserId CreatedAt IsBackedUp IsBackupEligible IsUserVerified Name SignCount Transports", Secret = "PublicKey AttestationObject ClientDataJson", Holder = "UserId", Erased = "UserId" },
            ],
        },
        new()
        {
            Key = "courrier", Name = "Les messages du service",
            Purpose = "Prévenir d’une demande, d’un lien, d’un rappel.", Basis = "Mission d’intérêt public (RGPD, article 6, 1, e)",
            People = "Personnes qui ont un compte ou une invitation", Data = "Adresse électronique, texte du message, date d’envoi.",
            Recipients = "La personne à qui on écrit ; l’équipe du service, sans le texte secret",
            Retention = "30 jours après l’envoi ; 90 jours si le message n’est pas parti.",
            Tables =
            [
                new() { Name = "OutboxLetter", Personal = "Id AccountId Body ClaimedUntil Essential GivenUpAt Key Kind NotAfter NotBefore Problem SentAt Subject To Tries WrittenAt", Secret = "Secret", Holder = "AccountId", Erased = "AccountId", Kept = "Body", Because = "Un message écrit à une autre personne garde son texte 30 jours." },
            ],
        },
        new()
        {
            Key = "avis", Name = "Les avis",
            Purpose = "Améliorer le service.", Basis = "Mission d’intérêt public (RGPD, article 6, 1, e)",
            People = "Personnes qui donnent leur avis", Data = "Service, note, clarté, aide cherchée, texte libre et jour, sans nom ni compte.",
            Recipients = "L’équipe du service",
            Retention = "Tant que le service existe : rien n’y rattache l’avis à une personne.",
            Tables =
            [
                new() { Name = "Opinion", Plain = "Id AfterPlaying Clarity Day Part Rating SoughtHelp Text" },
                new() { Name = "OpinionHelp", Plain = "OpinionId Quality Way" },
            ],
        },
        new()
        {
            Key = "demandes", Name = "Les messages à l’équipe",
            Purpose = "Répondre à qui nous écrit, et mesurer le temps d’attente.", Basis = "Mission d’intérêt public (RGPD, article 6, 1, e)",
            People = "Personnes qui écrivent, avec ou sans compte ; équipe du service", Data = "Message, adresse électronique si elle est donnée, numéro du compte, page d’où l’on vient, réponses et notes de l’équipe.",
            Recipients = "L’équipe du service",
            Retention = "12 mois après la fin de la demande. Effacement automatique, chaque nuit.",
            Tables =
            [
                new() { Name = "SupportRequest", Personal = "Id AccountId ClosedAt DueAt Email FirstAnsweredAt Kind Message Page Part ReceivedAt Reference Revision State Subject TakenBy", Holder = "AccountId", Erased = "AccountId", Unlinked = "TakenBy" },
                new() { Name = "RequestStep", Personal = "Id Act At By RequestId Text", Unlinked = "By" },
            ],
        },
        new()
        {
            Key = "partenaires", Name = "Les partenaires",
            Purpose = "Suivre les structures qui pourraient utiliser un service.", Basis = "Mission d’intérêt public (RGPD, article 6, 1, e)",
            People = "Équipe du service", Data = "Structure, rôle de l’interlocuteur sans son nom, prochaine étape ; numéro du compte de qui l’a écrit.",
            Recipients = "L’équipe du service",
            Retention = "Jusqu’à ce que l’équipe efface la fiche.",
            Tables =
            [
                new() { Name = "Prospect", Personal = "EnteredBy LostBy", Plain = "Id ContactRole EnteredAt Kind LostAt LostWhy Name NextStep NextStepOn Part Source BecameId", Holder = "EnteredBy", Unlinked = "EnteredBy LostBy" },
            ],
        },
        new()
        {
            Key = "parcours", Name = "Les comptes de pages vues",
            Purpose = "Savoir à quelle étape un service perd les gens.", Basis = "Mission d’intérêt public (RGPD, article 6, 1, e)",
            People = "Personne : rien ne distingue une visite d’une autre", Data = "Nombre de fois par étape et par jour.",
            Recipients = "L’équipe du service",
            Retention = "Tant que le service existe : aucune donnée personnelle.",
            Tables =
            [
                new() { Name = "StepCount", Plain = "Count Day Funnel Step" },
            ],
        },
        new()
        {
            Key = "redaction", Name = "Les nouvelles et l’aide",
            Purpose = "Savoir qui a écrit une nouvelle ou une page d’aide.", Basis = "Mission d’intérêt public (RGPD, article 6, 1, e)",
            People = "Équipe du service", Data = "Numéro du compte de l’auteur.",
            Recipients = "L’équipe du service",
            Retention = "Le temps de la nouvelle ou de la page.",
            Tables =
            [
                new() { Name = "Banner", Personal = "WrittenBy", Plain = "Id From Text Until WrittenAt", Holder = "WrittenBy", Unlinked = "WrittenBy" },
                new() { Name = "HelpSource", Personal = "WrittenBy", Plain = "Id Address Kind Text Title Topic WrittenAt", Holder = "WrittenBy", Unlinked = "WrittenBy" },
                new() { Name = "NewsItem", Personal = "WrittenBy", Plain = "Id Day Kind PublishedAt Text Title WrittenAt", Holder = "WrittenBy", Unlinked = "WrittenBy" },
            ],
        },
        new()
        {
            Key = "droits", Name = "Les demandes de fermeture et les analyses d’impact",
            Purpose = "Répondre aux demandes, le prouver, et dire qui a décidé d’un usage de données.", Basis = "Obligation légale (RGPD, articles 5, 2, 12 et 35)",
            People = "Personnes qui ferment leur compte ; responsables qui décident", Data = "Numéro du compte et dates, sans nom ; nom et fonction de qui décide.",
            Recipients = "L’équipe du service ; la décision, tout le monde",
            Retention = "Une demande : 12 mois après sa fin, effacement automatique. Une analyse : le temps du service.",
            Tables =
            [
                new() { Name = "Closure", Personal = "Id AccountId AskedAt CancelledAt DoneAt DueAt Obstacle StartedAt", Holder = "AccountId", Kept = "AccountId", Because = "La demande prouve que le compte a été fermé. Elle ne porte pas de nom, et s’efface après 12 mois." },
                new() { Name = "ClosureAnswer", Plain = "ClosureId At Erased Kept Module Unlinked" },
                new() { Name = "TreatmentRecord", Personal = "DecidedBy WrittenBy", Plain = "Id Basis BasisDetail Controller DecidedOn Decision DpoOpinion ExpiresOn Number PeopleOpinion Service TemplateVersion WrittenAt", Unlinked = "WrittenBy" },
            ],
        },
        Treatment.Journal,
    ];
}
