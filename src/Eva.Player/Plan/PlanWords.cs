using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Plan;

/// <summary>What the exercises say after a try: what to try, or that it is done. What to do is told in every language (<c>plan.*</c>).</summary>
public static class PlanWords
{
    public static string Praise(string exercise) => exercise switch
    {
        Handling.Listen => "Le bouton « Écouter » est toujours à cette place.",
        Handling.Press => "Oui, c’est la fontaine. Vous savez appuyer.",
        Handling.Move => "Oui, le tramway est à la station. Vous savez déplacer un objet.",
        Handling.Copy => "Oui, le mot est copié. Vous savez écrire ici.",
        Handling.Arrows => "Oui, le tramway est au marché. Vous savez utiliser les flèches.",
        Handling.Choose => "Merci. Vous savez choisir et valider.",
        _ => "",
    };

    public static string Hint(string exercise, string done) => exercise switch
    {
        Handling.Press => $"Ici, c’est {Place(done)}. Cherchez la fontaine.",
        Handling.Move => $"Le tramway est devant {Place(done)}. Amenez-le à la station.",
        Handling.Copy => done.Trim().Length == 0 ? "La case est vide. Écrivez le mot « tramway »." : $"Vous écrivez « {done.Trim()} ». Regardez chaque lettre de « tramway ».",
        Handling.Choose => "Choisissez une réponse. Ensuite, appuyez sur « Valider ».",
        _ => "Essayez encore.",
    };

    public static string Place(string id) => id switch
    {
        Handling.Fountain => "la fontaine",
        Handling.Stop => "la station",
        "mairie" => "la mairie",
        "parc" => "le parc",
        "marche" => "le marché",
        _ => "un autre endroit",
    };
}
