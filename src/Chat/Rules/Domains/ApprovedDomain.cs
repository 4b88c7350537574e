namespace Beffroi.Chat.Rules.Domains;

/// <summary>A domain whose addresses are those of an organisation.</summary>
/// <param name="WithSubdomains">Its sub-domains too; only when it was said, for only then are they known to be the organisation's.</param>
public sealed record ApprovedDomain(MailDomain Domain, bool WithSubdomains)
{
    public bool Admits(MailDomain domain) => domain == Domain || (WithSubdomains && domain.IsUnder(Domain));

    /// <summary>What keeps a domain from being approved; null when nothing does.</summary>
    public static Words? Wrong(string? text, bool withSubdomains) => MailDomain.Read(text) switch
    {
        null => new("Ce n’est pas un nom de domaine, comme ministere.gouv.fr.", "This is not a domain name, such as ministere.gouv.fr."),
        { } domain when Mailboxes.Contains(domain.Ascii) => new($"Tout le monde peut avoir une adresse en {domain} : ce n’est pas le domaine d’une organisation.", $"Anybody may have an address at {domain}: it is not the domain of one organisation."),
        { } domain when Shared.Contains(domain.Ascii) => withSubdomains
            ? new($"Des organisations différentes ont leur domaine sous {domain}.", $"Different organisations have their domain under {domain}.")
            : new($"{domain} n’est à aucune organisation.", $"{domain} belongs to no organisation."),
        _ => null,
    };

    // Mailboxes open to the public that French people use most. Not the whole list, which has no end: who approves a domain still reads it.
    static readonly HashSet<string> Mailboxes = new(StringComparer.Ordinal)
    {
        "gmail.com", "googlemail.com", "outlook.com", "outlook.fr", "hotmail.com", "hotmail.fr", "live.com", "live.fr", "msn.com", "yahoo.com", "yahoo.fr", "ymail.com",
        "icloud.com", "me.com", "orange.fr", "wanadoo.fr", "free.fr", "sfr.fr", "neuf.fr", "bbox.fr", "laposte.net", "aol.com", "gmx.com", "gmx.fr",
        "proton.me", "protonmail.com", "tutanota.com", "mailo.com", "mail.ru", "yandex.com", "yandex.ru", "qq.com", "163.com",
    };

    // Suffixes under which anybody, or several, may register: taken from the Public Suffix List (publicsuffix.org) for France and a few neighbours.
    static readonly HashSet<string> Shared = new(StringComparer.Ordinal)
    {
        "gouv.fr", "asso.fr", "com.fr", "nom.fr", "prd.fr", "tm.fr", "avocat.fr", "medecin.fr", "cci.fr", "co.uk", "org.uk", "gov.uk", "ac.uk", "eu.org", "github.io", "gitlab.io", "gov.it", "gov.pl", "gob.es", "gov.pt",
    };
}
