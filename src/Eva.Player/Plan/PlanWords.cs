using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Plan;

/// <summary>What the exercises say: what to do, what to try after a try, that it is done.</summary>
public static class PlanWords
{
    public static string Task(string exercise) => exercise switch
    {
        Handling.Listen => "Appuyez sur le bouton « Écouter ».",
        Handling.Press => "Appuyez sur la fontaine.",
        Handling.Move => "Amenez le tramway à la station.",
        Handling.Copy => "Copiez le mot « tramway ».",
        Handling.Arrows => "Avec les flèches, conduisez le tramway au marché.",
        Handling.Choose => "Où voulez-vous aller ?",
        _ => exercise,
    };

    public static string Detail(string exercise) => exercise switch
    {
        Handling.Listen => "Une voix lit alors la page. Appuyez encore : la voix s’arrête.",
        Handling.Press => "Un seul appui suffit.",
        Handling.Move => "Appuyez sur le tramway, puis sur la station. Ou faites glisser le tramway.",
        Handling.Copy => "Appuyez sur la case blanche, écrivez, puis validez.",
        Handling.Arrows => "Appuyez sur une flèche : le tramway avance d’une station.",
        Handling.Choose => "Choisissez une réponse, puis validez. Toutes les réponses sont bonnes.",
        _ => "",
    };

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
