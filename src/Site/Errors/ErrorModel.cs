using Beffroi.Kit;

namespace Beffroi.Site.Errors;

public sealed record ErrorModel(Lang Language, string Title, string What, string Next, string? Reference)
{
    public static ErrorModel Of(int status, Lang language, string reference) => language switch
    {
        Lang.French => InFrench(status, reference),
        Lang.English => InEnglish(status, reference),
    };

    static ErrorModel InFrench(int status, string reference) => status switch
    {
        StatusCodes.Status400BadRequest => French("Demande non comprise", "Le formulaire a peut-être été ouvert il y a trop longtemps.", "Revenez à la page précédente, rechargez-la et recommencez."),
        StatusCodes.Status401Unauthorized => French("Connexion nécessaire", "Cette page est réservée aux personnes connectées.", "Connectez-vous, puis revenez."),
        StatusCodes.Status403Forbidden => French("Accès refusé", "Votre compte ne permet pas d’ouvrir cette page.", "Si elle vous est utile, demandez ce droit à l’administrateur de votre structure."),
        StatusCodes.Status404NotFound => French("Page introuvable", "Cette page n’existe pas, n’existe plus, ou vous n’y avez pas accès.", "Vérifiez l’adresse, ou repartez de l’accueil."),
        StatusCodes.Status405MethodNotAllowed => French("Page introuvable", "Cette adresse ne s’ouvre pas directement.", "Repartez de l’accueil."),
        StatusCodes.Status413PayloadTooLarge => French("Envoi trop lourd", "Ce que vous envoyez est trop lourd.", "Réduisez-le et recommencez."),
        StatusCodes.Status429TooManyRequests => French("Trop d’essais", "Trop de demandes arrivent de cet endroit.", "Attendez une minute et recommencez."),
        >= StatusCodes.Status500InternalServerError => French("Le service a rencontré un problème", "Ce n’est pas de votre faute. Ce que vous aviez enregistré est gardé.", "Attendez quelques minutes et recommencez. Si cela continue, écrivez-nous avec la référence ci-dessous.") with { Reference = reference },
        _ => French("Demande refusée", "Cette demande ne peut pas aboutir.", "Repartez de l’accueil."),
    };

    static ErrorModel InEnglish(int status, string reference) => status switch
    {
        StatusCodes.Status400BadRequest => English("Request not understood", "The form may have been open for too long.", "Go back to the page before, reload it and try again."),
        StatusCodes.Status401Unauthorized => English("Please sign in", "This page is for people who are signed in.", "Sign in, then come back."),
        StatusCodes.Status403Forbidden => English("Access refused", "Your account does not open this page.", "If you need it, ask the administrator of your organisation."),
        StatusCodes.Status404NotFound => English("Page not found", "This page does not exist, no longer exists, or is not open to you.", "Check the address, or start from the home page."),
        StatusCodes.Status405MethodNotAllowed => English("Page not found", "This address does not open directly.", "Start from the home page."),
        StatusCodes.Status413PayloadTooLarge => English("Too large", "What you are sending is too large.", "Make it smaller and try again."),
        StatusCodes.Status429TooManyRequests => English("Too many tries", "Too many requests come from this place.", "Wait a minute and try again."),
        >= StatusCodes.Status500InternalServerError => English("The service met a problem", "It is not your fault. What you had saved is kept.", "Wait a few minutes and try again. If it goes on, write to us with the reference below.") with { Reference = reference },
        _ => English("Request refused", "This request cannot be met.", "Start from the home page."),
    };

    static ErrorModel French(string title, string what, string next) => new(Lang.French, title, what, next, null);

    static ErrorModel English(string title, string what, string next) => new(Lang.English, title, what, next, null);
}
