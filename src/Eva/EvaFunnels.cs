using Beffroi.Kit;

namespace Beffroi.Eva;

/// <summary>What people go through, with a campaign and alone.</summary>
static class EvaFunnels
{
    public const string WithCode = "eva";
    public const string Alone = "eva-seul";

    public static readonly IReadOnlyList<Funnel> All =
    [
        new()
        {
            Key = WithCode, Label = "Eva : avec un code", Part = SitePart.Eva,
            Steps = [new("accueil", "Page d’accueil d’Eva ouverte"), new("code", "Page d’une campagne ouverte, par son code"), new("commencee", "Évaluation commencée"), new("finie", "Page de fin ouverte"), new("restitution", "Restitution ouverte par un professionnel")],
        },
        new() { Key = Alone, Label = "Eva : jouer seul", Part = SitePart.Eva, Steps = [new("accueil", "Page « Jouer seul » ouverte"), new("commencee", "Partie commencée"), new("resultats", "Page des résultats ouverte")] },
    ];
}
