using Beffroi.Kit;

namespace Beffroi.Bots;

/// <summary>What people outside do here: read the method, contest.</summary>
static class BotsFunnel
{
    public const string Key = "detecteur";

    public static readonly Funnel Steps = new()
    {
        Key = Key, Label = "Détecteur : contester", Part = SitePart.Bots,
        Steps = [new("methode", "Page de la méthode ouverte"), new("formulaire", "Formulaire pour contester ouvert"), new("envoyee", "Demande envoyée")],
    };
}
