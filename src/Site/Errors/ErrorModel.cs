namespace Beffroi.Site.Errors;

public sealed record ErrorModel(string Title, string What, string Next, string? Reference)
{
    public static ErrorModel Of(int status, string reference) => status switch
    {
        StatusCodes.Status400BadRequest => new("Demande non comprise", "Le formulaire a peut-être été ouvert il y a trop longtemps.", "Revenez à la page précédente, rechargez-la et recommencez.", null),
        StatusCodes.Status401Unauthorized => new("Connexion nécessaire", "Cette page est réservée aux personnes connectées.", "Connectez-vous, puis revenez.", null),
        StatusCodes.Status403Forbidden => new("Accès refusé", "Votre compte ne permet pas d’ouvrir cette page.", "Si elle vous est utile, demandez ce droit à l’administrateur de votre structure.", null),
        StatusCodes.Status404NotFound => new("Page introuvable", "Cette page n’existe pas, n’existe plus, ou vous n’y avez pas accès.", "Vérifiez l’adresse, ou repartez de l’accueil.", null),
        StatusCodes.Status405MethodNotAllowed => new("Page introuvable", "Cette adresse ne s’ouvre pas directement.", "Repartez de l’accueil.", null),
        StatusCodes.Status413PayloadTooLarge => new("Envoi trop lourd", "Ce que vous envoyez est trop lourd.", "Réduisez-le et recommencez.", null),
        StatusCodes.Status429TooManyRequests => new("Trop d’essais", "Trop de demandes arrivent de cet endroit.", "Attendez une minute et recommencez.", null),
        >= StatusCodes.Status500InternalServerError => new("Le service a rencontré un problème", "Ce n’est pas de votre faute. Ce que vous aviez enregistré est gardé.", "Attendez quelques minutes et recommencez. Si cela continue, écrivez-nous avec la référence ci-dessous.", reference),
        _ => new("Demande refusée", "Cette demande ne peut pas aboutir.", "Repartez de l’accueil.", null),
    };
}
