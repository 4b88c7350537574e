using Beffroi.Kit;

namespace Beffroi.Accounts.Post;

static class SignInLetters
{
    /// <summary>Whoever holds the mailbox learns that a way in was added or taken away.</summary>
    public const string Kind = "connexion-changee";

    public static Letter Changed(Account account, string what, SiteIdentity site) => Letters.To(account) with
    {
        Kind = Kind,
        Subject = "Votre façon de vous connecter a changé",
        Body = $"""
            Bonjour {Letter.Quoted(account.Name)},

            {what}.

            Ce n’est pas vous ? Écrivez à {site.ContactEmail}.

            {Letters.Sign(site)}
            """,
    };
}
