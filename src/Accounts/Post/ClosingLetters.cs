using Beffroi.Kit;

namespace Beffroi.Accounts.Post;

static class ClosingLetters
{
    public const string Asked = "fermeture-demandee";
    public const string Cancelled = "fermeture-annulee";
    public const string Done = "fermeture";
    public const string Expiring = "analyse-echeance";

    public static Letter Asking(Account account, Closure closure, SiteIdentity site) => Letters.To(account) with
    {
        Kind = Asked,
        Subject = "Votre compte sera fermé",
        Body = $"""
            Bonjour {Letter.Quoted(account.Name)},

            Vous avez demandé la fermeture de votre compte {site.Name}. Elle commence le {French.Day(closure.DueAt)}.

            Vous changez d’avis ? Annulez avant cette date :
            {"{site}"}/compte/fermer

            Ce n’est pas vous ? Annulez, changez votre mot de passe, puis écrivez à {site.ContactEmail}.

            {Letters.Sign(site)}
            """,
    };

    public static Letter Cancelling(Account account, SiteIdentity site) => Letters.To(account) with
    {
        Kind = Cancelled,
        Subject = "Votre compte reste ouvert",
        Body = $"""
            Bonjour {Letter.Quoted(account.Name)},

            La fermeture de votre compte {site.Name} est annulée. Rien n’a été effacé.

            Ce n’est pas vous ? Écrivez à {site.ContactEmail}.

            {Letters.Sign(site)}
            """,
    };

    public static Letter Closed(Account account, SiteIdentity site) => Letters.To(account) with
    {
        Kind = Done,
        AccountId = null,
        Subject = "Votre compte est fermé",
        Body = $"""
            Bonjour {Letter.Quoted(account.Name)},

            Votre compte {site.Name} est fermé. Votre nom, votre adresse et ce qui ouvrait le compte sont effacés.

            Ce qui reste, sans votre nom, est dit dans le registre :
            {"{site}"}/donnees-personnelles/registre

            Ce message est le dernier. Il s’efface de notre base 30 jours après son envoi.

            {Letters.Sign(site)}
            """,
    };

    public static Letter Expires(Addressee person, string service, string key, DateOnly on, SiteIdentity site) => Letters.To(person) with
    {
        Kind = Expiring,
        Key = $"{Expiring}:{key}:{on:yyyy-MM-dd}:{person.Id}",
        Subject = "Une analyse d’impact arrive à sa fin",
        Body = $"""
            Bonjour {Letter.Quoted(person.Name)},

            L’analyse d’impact « {service} » vaut jusqu’au {French.Day(on)}. Après cette date, ce service se met en pause.

            Relisez l’analyse et consignez une nouvelle décision :
            {"{site}"}/admin/donnees-personnelles/{key}

            {Letters.Sign(site)}
            """,
    };
}
