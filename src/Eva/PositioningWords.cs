using Beffroi.Eva.Scoring;

namespace Beffroi.Eva;

/// <summary>Names and meanings of a positioning, in words that an adviser can read to the person.</summary>
public static class PositioningWords
{
    public static string Name(ProfilLitteratie? profil) => profil switch
    {
        ProfilLitteratie.Profil1 => "Profil 1",
        ProfilLitteratie.Profil2 => "Profil 2",
        ProfilLitteratie.Profil3 => "Profil 3",
        ProfilLitteratie.Profil4 => "Profil 4",
        ProfilLitteratie.Profil4H => "Profil 4h",
        ProfilLitteratie.Profil4HPlus => "Profil 4h+",
        ProfilLitteratie.Profil4HPlusPlus => "Profil 4h++",
        ProfilLitteratie.Aberrant => "Résultat à reprendre",
        null => "Profil indéterminé",
    };

    public static string Name(ProfilNumeratie? profil) => profil switch
    {
        ProfilNumeratie.Profil1 => "Profil 1",
        ProfilNumeratie.Profil2 => "Profil 2",
        ProfilNumeratie.Profil3 => "Profil 3",
        ProfilNumeratie.Profil4 => "Profil 4",
        ProfilNumeratie.Profil4Plus => "Profil 4+",
        null => "Profil indéterminé",
    };

    /// <summary>After « Une personne à ce profil ».</summary>
    public static string Meaning(ProfilLitteratie? profil) => profil switch
    {
        ProfilLitteratie.Profil1 => "Une personne à ce profil reconnaît quelques mots et s’appuie sur des repères connus.",
        ProfilLitteratie.Profil2 => "Une personne à ce profil lit et écrit de courtes phrases de tous les jours.",
        ProfilLitteratie.Profil3 => "Une personne à ce profil lit et écrit des textes courts, dans des situations variées.",
        ProfilLitteratie.Profil4 => "Une personne à ce profil lit et écrit des textes simples avec assez d’aisance pour être autonome (proche du CFG).",
        ProfilLitteratie.Profil4H => "Une personne à ce profil comprend des textes plus longs ; certains points restent à consolider.",
        ProfilLitteratie.Profil4HPlus => "Une personne à ce profil comprend des textes longs et écrit des mots difficiles (proche du DNB).",
        ProfilLitteratie.Profil4HPlusPlus => "Une personne à ce profil comprend et écrit avec aisance des textes longs (proche du CAP ou du BEP).",
        ProfilLitteratie.Aberrant => "Le parcours haut commence bien et finit mal : c’est souvent un effet de seuil ou de fatigue. Proposez de rejouer.",
        null => "Le parcours n’est pas allé à son terme : il n’y a pas de profil.",
    };

    public static string Meaning(ProfilNumeratie? profil) => profil switch
    {
        ProfilNumeratie.Profil1 => "Une personne à ce profil compte, lit les nombres et fait de petits calculs.",
        ProfilNumeratie.Profil2 => "Une personne à ce profil multiplie, lit un horaire, un plan ou un tableau simple.",
        ProfilNumeratie.Profil3 => "Une personne à ce profil aborde les proportions, les mesures et les plannings ; ils sont à consolider.",
        ProfilNumeratie.Profil4 => "Une personne à ce profil résout les problèmes de tous les jours, parfois au second essai (proche du CFG).",
        ProfilNumeratie.Profil4Plus => "Une personne à ce profil résout les problèmes de tous les jours du premier coup (proche du DNB).",
        null => "Le premier niveau n’est pas allé à son terme : il n’y a pas de profil.",
    };

    public static string Skill(string technical) => technical switch
    {
        "lecture" => "Lire des mots, repérer une information",
        "comprehension" => "Comprendre un document",
        "production" => "Écrire des mots",
        "nombres" => "Nombres : lire, compter, ranger",
        "calcul" => "Calcul : les quatre opérations",
        "problemes" => "Problèmes, pourcentages, proportions",
        "temps-mesures" => "Temps, horaires, mesures",
        "espace" => "Espace, plans, surfaces",
        "donnees" => "Tableaux et graphiques",
        var other => other,
    };

    public static string Part(string technical) => technical switch
    {
        "orientation" => "Orientation",
        "lecture" => "Lecture",
        "comprehension" => "Compréhension",
        "production" => "Production",
        "parcours_haut" => "Parcours haut",
        "niveau_1" => "Niveau 1",
        "niveau_2" => "Niveau 2",
        "niveau_3" => "Niveau 3",
        var other => other,
    };

    public static string Status(CriterionStatus status) => status switch
    {
        CriterionStatus.Acquis => "Acquis",
        CriterionStatus.NonAcquis => "Pas encore acquis",
        CriterionStatus.NonEvalue => "Pas évalué",
        CriterionStatus.PasDeTest => "Pas de question",
    };

    /// <summary>Sub-domains and criteria of the CléA reference, domain 2 (certificat CléA, read 2026-11), said shortly.</summary>
    public static string Clea(string code) => code switch
    {
        "2.1" => "Se repérer dans l’univers des nombres",
        "2.2" => "Résoudre un problème avec des opérations",
        "2.3" => "Lire et calculer des mesures, des temps, des quantités",
        "2.4" => "Se repérer dans l’espace",
        "2.5" => "Restituer un raisonnement mathématique",
        "2.1.1" => "Faire les quatre opérations",
        "2.1.2" => "Dénombrer",
        "2.1.3" => "Comparer, classer, ranger",
        "2.1.4" => "Évaluer un ordre de grandeur",
        "2.1.5" => "Calculer de tête",
        "2.1.6" => "Contrôler un résultat",
        "2.1.7" => "Utiliser une proportion simple",
        "2.2.1" => "Mettre un problème en opérations",
        "2.2.2" => "Utiliser les pourcentages",
        "2.3.1" => "Utiliser les unités de temps",
        "2.3.2" => "Lire un planning de travail",
        "2.3.3" => "Renseigner des horaires",
        "2.3.4" => "Utiliser les unités et les instruments de mesure",
        "2.3.5" => "Lire un tableau, un diagramme, un graphique",
        "2.3.6" => "Repérer des erreurs",
        "2.3.7" => "Calculer périmètres, surfaces, volumes",
        "2.4.1" => "Lire un plan, une carte, un schéma",
        "2.5.1" => "Reformuler un calcul",
        "2.5.2" => "Transmettre des calculs",
        "2.5.3" => "Employer le langage mathématique de base",
        var other => other,
    };
}
