using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Restitution;

/// <summary>The overall reading: what it is, and what to do next. Only here does the word <i>illettrisme</i> stand, and never alone.</summary>
/// <param name="OnPaper">The title once printed, where the word must not leave the adviser's screen; null when the same.</param>
public sealed record SynthesisWords(string Title, string Meaning, string Next, string? OnPaper = null)
{
    public static SynthesisWords Of(Score score, Background? background) => score.Synthesis switch
    {
        Synthesis.IllettrismePotentiel when SchooledElsewhere(background) => new(
            "Des difficultés importantes avec l’écrit ou le calcul en français, à confirmer ensemble",
            "La personne dit ne pas avoir été scolarisée en France : le mot « illettrisme » ne s’applique pas. Elle apprend peut-être le français, ou l’écrit pour la première fois.",
            "Échangez sur les langues lues et écrites. Pensez à une formation de français langue étrangère ou d’alphabétisation.",
            "Des bases à renforcer, à confirmer ensemble"),
        Synthesis.IllettrismePotentiel => new(
            "Une situation potentielle d’illettrisme, à confirmer ensemble",
            "Des bases de lecture, d’écriture ou de calcul semblent fragiles pour le travail de tous les jours. C’est un repérage : un entretien doit le confirmer.",
            "Regardez les réponses ensemble, en commençant par ce qui va bien. Proposez un entretien avec un organisme de formation aux compétences de base.",
            "Des bases à renforcer, à confirmer ensemble"),
        Synthesis.NiNi => new(
            "Des bases présentes, à consolider",
            "La personne s’appuie sur des acquis. Certaines tâches écrites ou chiffrées restent difficiles.",
            "Repérez ensemble les tâches utiles au projet. Une formation aux compétences de base puis la certification CléA peuvent convenir."),
        Synthesis.SocleClea => new(
            "Des bases solides",
            "Les réponses montrent une bonne maîtrise de la lecture, de l’écriture et du calcul pour le travail.",
            "Parlez de formation à un métier ou d’emploi. La certification CléA peut reconnaître ces acquis."),
        null when !score.Interpretable => new(
            "Résultat non interprétable",
            "Beaucoup de réponses sont plus rapides que le temps de lire. Elles ne disent rien de ce que la personne sait faire.",
            "Cherchez ensemble ce qui s’est passé : consigne, fatigue, bruit, envie d’en finir. Proposez de rejouer au calme."),
        null when score.Litteratie is null && score.Numeratie is null => new("Pas encore de synthèse", "Il y a trop peu de réponses pour situer la personne.", "Proposez de finir le parcours."),
        null => new("Pas de synthèse", "Les réponses ne permettent pas une lecture d’ensemble : voyez plus bas pourquoi.", "Reprenez les points d’attention avec la personne, puis proposez de rejouer si besoin."),
    };

    static bool SchooledElsewhere(Background? background) => background?.SchoolingPlace is "etranger" or "non_scolarise";
}
