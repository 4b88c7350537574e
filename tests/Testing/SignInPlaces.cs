namespace Beffroi.Testing;

/// <summary>Pages that are only shown between two steps of a sign-in: where each of them is tested.</summary>
static class SignInPlaces
{
    public static readonly IReadOnlyDictionary<string, string> NoPage = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/connexion/franceconnect"] = "leads to FranceConnect",
        ["/connexion/franceconnect/retour"] = "once FranceConnect has answered: Outside tests, Browser.Tests",
        ["/connexion/franceconnect/ouvrir"] = "once FranceConnect has answered: Outside tests, Browser.Tests",
        ["/deconnexion/franceconnect/retour"] = "once FranceConnect was left: LeavingTests, Browser.Tests",
        ["/connexion/proconnect"] = "leads to ProConnect",
        ["/connexion/proconnect/retour"] = "once ProConnect has answered: Outside tests, Browser.Tests",
        ["/connexion/proconnect/ouvrir"] = "once ProConnect has answered: Outside tests, Browser.Tests",
        ["/deconnexion/proconnect/retour"] = "once ProConnect was left: LeavingTests, Browser.Tests",
        ["/connexion/code"] = "once a password was given: SecondStepTests, Browser.Tests",
        ["/compte/connexions/codes"] = "once a telephone was added: SecondStepTests, Browser.Tests",
        ["/compte/connexions/cles/{id}"] = "once a passkey was added: PasskeysTests, Browser.Tests",
    };
}
