using Beffroi.Kit;

namespace Beffroi.Accounts.Post;

/// <summary>The words of our letters: short, plain, one thing to do.</summary>
static class Letters
{
    public const string Welcome = "bienvenue";
    public const string Confirm = "adresse";
    public const string Waiting = "attente";
    public const string Accepted = "acceptation";
    public const string Refused = "refus";
    public const string Invitation = "invitation";
    public const string Forgotten = "mot-de-passe";
    public const string PasswordChanged = "mot-de-passe-change";
    public const string Weekly = "hebdo";
    public const string NotActivated = "30-jours";
    public const string WithoutCampaign = "7-jours";

    /// <summary>What the superadmin reads for each kind; a kind of another module is told by its own name.</summary>
    public static string Label(string kind) => kind switch
    {
        Welcome => "Bienvenue",
        Confirm => "Confirmation d’adresse",
        Waiting => "Compte en attente",
        Accepted => "Compte accepté",
        Refused => "Compte refusé",
        Invitation => "Invitation",
        Forgotten => "Mot de passe oublié",
        PasswordChanged => "Mot de passe changé",
        Weekly => "Rappel du lundi",
        NotActivated => "Rappel des 30 jours",
        WithoutCampaign => "Rappel des 7 jours",
        SignInLetters.Kind => "Connexion changée",
        SupportLetters.Kind => "Réponse à une demande",
        ClosingLetters.Asked => "Fermeture demandée",
        ClosingLetters.Cancelled => "Fermeture annulée",
        ClosingLetters.Done => "Compte fermé",
        ClosingLetters.Expiring => "Analyse d’impact à relire",
        _ => kind,
    };

    public static Letter Welcoming(Account account, string token, SiteIdentity site) => To(account) with
    {
        Kind = Welcome,
        Subject = $"Bienvenue sur {site.Name}",
        Body = $"""
            Bonjour {Letter.Quoted(account.Name)},

            Votre compte {site.Name} est créé.{(account is { Verdict: null, StructureId: not null } ? " Une personne admin de votre structure doit encore l’accepter : vous recevrez un message." : "")}

            Confirmez votre adresse en ouvrant ce lien :
            {LetterText.SecretMark}

            {Sign(site)}
            """,
        Secret = ConfirmPath(token),
    };

    public static Letter Confirming(Account account, string token, SiteIdentity site) => To(account) with
    {
        Kind = Confirm,
        Subject = "Confirmez votre adresse",
        Body = $"""
            Bonjour {Letter.Quoted(account.Name)},

            Confirmez votre adresse en ouvrant ce lien :
            {LetterText.SecretMark}

            {Sign(site)}
            """,
        Secret = ConfirmPath(token),
    };

    public static Letter AccountWaits(Addressee admin, Account account, string structure, SiteIdentity site) => To(admin) with
    {
        Kind = Waiting,
        Subject = "Un compte attend votre décision",
        Body = $"""
            Bonjour {Letter.Quoted(admin.Name)},

            « {Letter.Quoted(account.Name)} » demande un compte dans la structure « {Letter.Quoted(structure)} ».

            Vous connaissez cette personne ? Acceptez ou refusez sa demande :
            {"{site}"}/personnes/{account.Id}

            {Sign(site)}
            """,
    };

    public static Letter Deciding(Account account, Verdict verdict, SiteIdentity site) => To(account) with
    {
        Kind = verdict == Verdict.Accepted ? Accepted : Refused,
        Subject = verdict == Verdict.Accepted ? "Votre compte est accepté" : "Votre demande de compte est refusée",
        Body = verdict == Verdict.Accepted
            ? $"""
            Bonjour {Letter.Quoted(account.Name)},

            Votre compte {site.Name} est accepté. Vous pouvez créer une campagne :
            {"{site}"}/eva/campagnes

            {Sign(site)}
            """
            : $"""
            Bonjour {Letter.Quoted(account.Name)},

            Votre demande de compte {site.Name} est refusée.

            C’est une erreur ? Parlez-en à la personne admin de votre structure.

            {Sign(site)}
            """,
    };

    public static Letter Inviting(Invitation invitation, string token, string by, string? structure, SiteIdentity site) => new()
    {
        Kind = Invitation,
        To = invitation.Email,
        Subject = $"Invitation à rejoindre {site.Name}",
        Body = $"""
            Bonjour,

            « {Letter.Quoted(by)} » vous invite sur {site.Name}{(structure is null ? "" : $", dans la structure « {Letter.Quoted(structure)} »")}.

            Créez votre compte avec ce lien. Il marche une seule fois, jusqu’au {French.Day(invitation.ExpiresAt)} :
            {LetterText.SecretMark}

            Vous n’attendiez pas ce message ? Ne faites rien.

            {Sign(site)}
            """,
        Secret = $"/invitation/{token}",
        NotAfter = invitation.ExpiresAt,
    };

    public static Letter Forgot(Account account, string token, DateTimeOffset expires, SiteIdentity site) => To(account) with
    {
        Kind = Forgotten,
        Subject = "Choisissez un nouveau mot de passe",
        Body = $"""
            Bonjour {Letter.Quoted(account.Name)},

            Choisissez un nouveau mot de passe avec ce lien. Il marche une seule fois, pendant 1 heure :
            {LetterText.SecretMark}

            Vous n’avez rien demandé ? Ne faites rien : votre mot de passe ne change pas.

            {Sign(site)}
            """,
        Secret = $"/mot-de-passe/{token}",
        NotAfter = expires,
    };

    public static Letter Changed(Account account, SiteIdentity site) => To(account) with
    {
        Kind = PasswordChanged,
        Subject = "Votre mot de passe est changé",
        Body = $"""
            Bonjour {Letter.Quoted(account.Name)},

            Le mot de passe de votre compte {site.Name} vient de changer.

            Ce n’est pas vous ? Écrivez à {site.ContactEmail}.

            {Sign(site)}
            """,
    };

    public static Letter To(Account account) => To(new Addressee(account.Id, account.Name, account.Email!));

    public static Letter To(Addressee person) => new() { Kind = "", To = person.Email, Subject = "", Body = "", AccountId = person.Id };

    public static string Sign(SiteIdentity site) => $"L’équipe {site.Name}\n{{site}}/";

    static string ConfirmPath(string token) => $"/adresse/{token}";
}

/// <summary>Whom a letter goes to.</summary>
sealed record Addressee(Guid Id, string Name, string Email);
