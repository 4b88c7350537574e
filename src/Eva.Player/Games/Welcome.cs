using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Games;

/// <summary>How a situation begins: where one is, what one does. Two sentences, then an example one can see.</summary>
/// <param name="Picture">The drawn piece above.</param>
/// <param name="Title">A key of <see cref="Language"/>, as the others; or a French text, for what has no key yet.</param>
/// <param name="Task">What to do.</param>
/// <param name="Detail">What helps; empty for nothing more.</param>
public sealed record Welcome(string Picture, string Title, string Task, string Detail)
{
    public static Welcome For(Play play) => play.Situation switch
    {
        "livraison" => Keyed("depot", play),
        "maintenance" => Keyed("atelier", play),
        "inventaire" => Keyed("reserve", play) with { Detail = play.TrainingDone ? "" : "consigne.essai" },
        "tri" => Keyed("confiserie", play),
        "securite" => Keyed("chantier", play),
        "objets_trouves" => Keyed("objets-trouves", play),
        "plan_de_la_ville" => Keyed("plan", play),
        "controle" => Keyed("fabrique", play),
        "cafe_de_la_place" => Keyed("cafe", play),
        "place_du_marche" => Keyed("marche", play),
        // A situation added later plays with its label alone.
        _ => new Welcome("rue", play.Label, "consigne.autre.tache", "consigne.autre.detail"),
    };

    private static Welcome Keyed(string picture, Play play) =>
        new(picture, $"consigne.{play.Situation}.titre", $"consigne.{play.Situation}.tache", $"consigne.{play.Situation}.detail");
}
