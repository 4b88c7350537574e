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
        "inventaire" => new Welcome(
            "reserve",
            "Linh compte les boissons de la réserve.",
            "Ouvrez les meubles et comptez les bouteilles. Puis remplissez la feuille.",
            play.TrainingDone ? "" : "D’abord, faites 1 essai."),
        "tri" => new Welcome(
            "confiserie",
            "Le magasin reçoit des bonbons mélangés.",
            "Prenez un bonbon. Posez-le dans le bac du même bonbon.",
            "Le jeu compte le temps. Allez à votre rythme."),
        "securite" => new Welcome(
            "chantier",
            "Vous faites le tour du chantier.",
            "Cherchez les dangers. Touchez un endroit pour le voir de près.",
            "Ensuite, dites si vous voyez un danger."),
        "objets_trouves" => new Welcome(
            "objets-trouves",
            "Linh apporte un téléphone perdu. Cherchez son propriétaire.",
            "Ouvrez le téléphone, puis répondez aux questions.",
            "Retenez ce que vous voyez : des questions viennent plus tard."),
        "plan_de_la_ville" => new Welcome(
            "plan",
            "Voici le plan de la ville. Prenez l’appareil en main.",
            "Faites 6 petits exercices. Essayez autant que vous voulez.",
            "Vous pouvez aussi passer un exercice."),
        "controle" => new Welcome(
            "fabrique",
            "Vous contrôlez les biscuits de la fabrique.",
            "Comparez chaque biscuit avec le modèle. Il est pareil : « Bon ». Il est différent : « À refaire ».",
            "Les biscuits avancent sur un tapis."),
        "cafe_de_la_place" => new Welcome(
            "cafe",
            "Vous passez un moment au café de la place.",
            "Lisez, écoutez, puis répondez à chaque question.",
            "Les questions s’adaptent à vos réponses."),
        "place_du_marche" => new Welcome(
            "marche",
            "Vous faites le tour du marché.",
            "Comptez, mesurez, comparez, puis répondez à chaque question.",
            "Les questions s’adaptent à vos réponses. Prenez un papier et un crayon si vous voulez."),
        // A situation added later plays with its label alone.
        _ => new Welcome("rue", play.Label, "Regardez, puis répondez.", "Vous pouvez faire une pause à tout moment."),
    };
}
