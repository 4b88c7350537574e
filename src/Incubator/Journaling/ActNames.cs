namespace Beffroi.Incubator.Journaling;

/// <summary>What each act of the journal is called by people.</summary>
public static class ActNames
{
    static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["incubateur.ecrire-convention"] = "Écrire la convention",
        ["incubateur.corriger-convention"] = "Corriger le brouillon",
        ["incubateur.signer"] = "Signer la convention",
        ["incubateur.publier"] = "Publier la convention",
        ["incubateur.donner-preavis"] = "Donner un préavis",
        ["incubateur.signer-avenant"] = "Signer un avenant",
        ["incubateur.nommer"] = "Nommer une personne",
        ["incubateur.relever"] = "Relever une personne",
        ["incubateur.mobiliser"] = "Mobiliser un expert",
        ["incubateur.declarer-interets"] = "Déclarer des intérêts",
        ["incubateur.commander"] = "Commander",
        ["incubateur.constater"] = "Constater un service fait",
        ["incubateur.payer"] = "Payer",
        ["incubateur.annuler"] = "Annuler une écriture",
        ["incubateur.prevoir"] = "Prévoir une dépense",
        ["incubateur.rendre-compte"] = "Envoyer un compte",
        ["incubateur.convoquer"] = "Convoquer un comité",
        ["incubateur.demander"] = "Écrire la demande de l’équipe",
        ["incubateur.clore-comite"] = "Clore un comité",
        ["incubateur.transmettre"] = "Transmettre ou publier une pièce",
        ["incubateur.saisir-chorus"] = "Saisir dans Chorus",
        ["incubateur.accuser"] = "Lire un avis",
        ["incubateur.accepter-manifeste"] = "Accepter le manifeste",
        ["incubateur.ecrire-manquement"] = "Écrire un manquement",
        ["incubateur.suspendre"] = "Suspendre le soutien",
        ["incubateur.lever-suspension"] = "Rendre le soutien",
        ["incubateur.creer-startup"] = "Inscrire le service",
        ["incubateur.changer-phase"] = "Changer de phase",
        ["incubateur.definir-indicateur"] = "Définir un indicateur",
        ["incubateur.redefinir-indicateur"] = "Changer une définition",
        ["incubateur.corriger-indicateur"] = "Corriger les mots d’un indicateur",
        ["incubateur.mesurer"] = "Écrire une mesure",
        ["incubateur.fixer-objectif"] = "Fixer un objectif",
        ["incubateur.tenir-atelier"] = "Tenir un atelier de risques",
        ["incubateur.perimer-atelier"] = "Dire ce qui a changé depuis l’atelier",
        ["incubateur.poser-note"] = "Poser une note",
        ["incubateur.retirer-note"] = "Retirer une note",
        ["incubateur.ecrire-risque"] = "Écrire un risque",
        ["incubateur.traiter-risque"] = "Traiter un risque",
        ["incubateur.accepter-risque"] = "Accepter un risque pour l’instant",
        ["incubateur.prendre-mesure"] = "Prendre la mesure attendue",
        ["incubateur.retirer-risque"] = "Retirer un risque",
        ["incubateur.homologuer"] = "Homologuer",
    };

    /// <summary>In words; an act of before, which has no words any more, keeps its own.</summary>
    public static string Of(string act) => Names.GetValueOrDefault(act, act);

    public static bool IsKnown(string act) => Names.ContainsKey(act);
}
