using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>From the first page to a proposal.</summary>
static class EncyclopediaFunnel
{
    public const string Key = "encyclopedie";

    public static readonly Funnel Steps = new()
    {
        Key = Key, Label = "Encyclopédie : lire, puis proposer", Part = SitePart.Encyclopedia,
        Steps = [new("accueil", "Page d’accueil de l’encyclopédie ouverte"), new("fiche", "Fiche ouverte"), new("formulaire", "Formulaire de proposition ouvert"), new("proposee", "Proposition envoyée")],
    };
}
