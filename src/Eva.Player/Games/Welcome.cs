using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Games;

/// <summary>How a situation begins: where one is, what one does. Two sentences, then an example one can see.</summary>
public sealed record Welcome(string Picture, string Title, string Task, string Detail)
{
    public static Welcome For(Play play) => play.Situation switch
    {
        "livraison" => new Welcome(
            "depot",
            "Vous passez la journée avec l’équipe du dépôt.",
            "Lisez, puis choisissez une réponse.",
            "Vous pouvez changer de réponse avant d’appuyer sur « Valider »."),
        "maintenance" => new Welcome(
            "atelier",
            "Le robot de l’atelier apprend le français.",
            "Un mot apparaît. Dites si ce mot existe en français.",
            "Répondez dès que vous savez."),
        "controle" => new Welcome(
            "fabrique",
            "Vous contrôlez les biscuits de la fabrique.",
            "Comparez chaque biscuit avec le modèle. Il est pareil : « Bon ». Il est différent : « À refaire ».",
            "Les biscuits avancent sur un tapis."),
        // A situation added later plays with its label alone.
        _ => new Welcome("rue", play.Label, "Regardez, puis répondez.", "Vous pouvez faire une pause à tout moment."),
    };
}
