using System.Globalization;
using Beffroi.Accounts.Post;
using Beffroi.Kit;

namespace Beffroi.Accounts;

/// <summary>What newcomers read, in both languages.</summary>
static class NewcomerWords
{
    public static Letter Welcome(Account account, string token, string next, Lang l, SiteIdentity site) => Letters.To(account) with
    {
        Kind = Letters.Confirm,
        Subject = l.Say("Confirmez votre adresse", "Confirm your address"),
        Body = l.Say(
            $"""
            Bonjour {Letter.Quoted(account.Name)},

            Confirmez que cette adresse est la vôtre en ouvrant ce lien :
            {LetterText.SecretMark}

            Puis connectez-vous, et continuez là :
            {"{site}"}{next}

            Vous n’avez rien demandé ? Ne faites rien.

            {Letters.Sign(site)}
            """,
            $"""
            Hello {Letter.Quoted(account.Name)},

            Confirm that this address is yours by opening this link:
            {LetterText.SecretMark}

            Then sign in, and go on here:
            {"{site}"}{next}

            You did not ask for anything? Do nothing.

            {EnglishSign(site)}
            """),
        Secret = $"/adresse/{token}",
    };

    public static Letter Known(Account account, Newcomer asked, DateTimeOffset now, SiteIdentity site) => Letters.To(account) with
    {
        Kind = Letters.Confirm,
        // One a day, however often it is asked for.
        Key = $"connu:{account.Id}:{now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
        Subject = asked.Language.Say("Vous avez déjà un compte", "You already have an account"),
        Body = asked.Language.Say(
            $"""
            Bonjour {Letter.Quoted(account.Name)},

            On a demandé un compte avec votre adresse. Vous en avez déjà un : connectez-vous, et continuez là :
            {"{site}"}{asked.Next}

            Vous n’avez rien demandé ? Ne faites rien.

            {Letters.Sign(site)}
            """,
            $"""
            Hello {Letter.Quoted(account.Name)},

            An account was asked for with your address. You already have one: sign in, and go on here:
            {"{site}"}{asked.Next}

            You did not ask for anything? Do nothing.

            {EnglishSign(site)}
            """),
    };

    /// <summary>The mistakes of an account, by field, in the language of the page.</summary>
    public static Errors Of(Errors french, Lang l)
    {
        if (l is Lang.French)
        {
            return french;
        }

        var english = new Errors();
        foreach (var (field, _) in french.All)
        {
            english.Add(field, field switch
            {
                nameof(PersonForm.Name) => "Enter your first name and surname, from 2 to 100 characters",
                nameof(PersonForm.Email) => "Enter an electronic address, such as name@organisation.org",
                nameof(PersonForm.Password) => $"Choose a varied password of {Passphrase.MinLength} to {Passphrase.MaxLength} characters, without your name or address",
                nameof(PersonForm.TermsAccepted) => "Accept the terms of use to open an account",
                _ => "The same request was just saved. Check, then try again if need be",
            });
        }

        return english;
    }

    static string EnglishSign(SiteIdentity site) => $"The {site.Name} team\n{{site}}/en";
}
