using Beffroi.Kit;

namespace Beffroi.Ads;

/// <summary>From the first page to the tenth answer of one browser.</summary>
static class AdsFunnel
{
    public const string Key = "annonces";

    /// <summary>Answers of one browser.</summary>
    public const int Many = 10;

    public static readonly Funnel Steps = new()
    {
        Key = Key, Label = "Annonces : répondre", Part = SitePart.Ads,
        Steps = [new("accueil", "Page d’accueil des annonces ouverte"), new("annonce", "Annonce montrée"), new("reponse", "Première question répondue"), new("precision", "But de l’annonce ou détails donnés"), new("dix", "Dixième réponse d’un même navigateur")],
    };
}
