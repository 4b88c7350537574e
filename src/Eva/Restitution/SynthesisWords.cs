using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Restitution;

/// <summary>The overall reading: what it is, and what to do next. Only here does the word <i>illettrisme</i> stand, and never alone.</summary>
/// <param name="OnPaper">The title once printed, where the word must not leave the adviser's screen; null when the same.</param>
public sealed record SynthesisWords(string Title, string Meaning, string Next, string? OnPaper = null)
{
    static readonly SynthesisWords Between = new(
        "Des bases présentes, à consolider",
        "La personne s’appuie sur des acquis. Certaines tâches écrites ou chiffrées restent difficiles.",
        "Repérez ensemble les tâches utiles au projet. Une formation aux compétences de base puis la certification CléA peuvent convenir.");

    static readonly SynthesisWords Solid = new(
        "Des bases solides",
        "Les réponses montrent une bonne maîtrise de la lecture, de l’écriture et du calcul pour le travail.",
        "Parlez de formation à un métier ou d’emploi. La certification CléA peut reconnaître ces acquis : ce résultat n’est pas le certificat.");

    static readonly SynthesisWords Uninterpretable = new(
        "Résultat non interprétable",
        "Beaucoup de réponses sont plus rapides que le temps de lire. Elles ne disent rien de ce que la personne sait faire.",
        "Cherchez ensemble ce qui s’est passé : consigne, fatigue, bruit, envie d’en finir. Proposez de rejouer au calme.");

    public static SynthesisWords Of(Score score, Background? background) => score.Synthesis switch
    {
        Synthesis.IllettrismePotentiel => Potential(background),
        Synthesis.NiNi => Between,
        Synthesis.SocleClea => Solid,
        null when !score.Interpretable => Uninterpretable,
        null when score.Litteratie is null && score.Numeratie is null => new("Pas encore de synthèse", "Il y a trop peu de réponses pour situer la personne.", "Proposez de finir le parcours."),
        null => new("Pas de synthèse", "Les réponses ne permettent pas une lecture d’ensemble : voyez plus bas pourquoi.", "Reprenez les points d’attention avec la personne, puis proposez de rejouer si besoin."),
    };

    /// <summary>The same of a positioning, which may bear on one domain only.</summary>
    public static SynthesisWords Of(PositioningScore score, Background? background) => score.Synthesis switch
    {
        PositionnementSynthesis.IllettrismePotentiel => Potential(background),
        PositionnementSynthesis.NiNi => Between,
        PositionnementSynthesis.SocleClea => Domains(score) switch
        {
            "littératie" => Solid with { Meaning = "Les réponses montrent une bonne maîtrise de la lecture et de l’écriture pour le travail. Le calcul n’est pas mesuré ici." },
            "numératie" => Solid with { Meaning = "Les réponses montrent une bonne maîtrise du calcul pour le travail. La lecture et l’écriture ne sont pas mesurées ici." },
            _ => Solid,
        },
        PositionnementSynthesis.Aberrant => new(
            "Résultat à reprendre",
            "Le parcours haut commence bien et finit mal. C’est souvent un effet de seuil, ou de fatigue : il ne dit pas le niveau de la personne.",
            "Parlez-en avec la personne et proposez de rejouer un autre jour."),
        null when score.Flags.Any(f => f.Code is FlagCode.NonInterpretable) => Uninterpretable,
        null => new("Pas de synthèse", "Il y a trop peu de réponses, ou des résultats qui se contredisent : voyez plus bas.", "Proposez de finir le parcours, ou de rejouer."),
    };

    static SynthesisWords Potential(Background? background) => SchooledElsewhere(background)
        ? new(
            "Des difficultés importantes avec l’écrit ou le calcul en français, à confirmer ensemble",
            "La personne dit ne pas avoir été scolarisée en France : le mot « illettrisme » ne s’applique pas. Elle apprend peut-être le français, ou l’écrit pour la première fois.",
            "Échangez sur les langues lues et écrites. Pensez à une formation de français langue étrangère ou d’alphabétisation.",
            "Des bases à renforcer, à confirmer ensemble")
        : new(
            "Une situation potentielle d’illettrisme, à confirmer ensemble",
            "Des bases de lecture, d’écriture ou de calcul semblent fragiles pour le travail de tous les jours. C’est un repérage : un entretien doit le confirmer.",
            "Regardez les réponses ensemble, en commençant par ce qui va bien. Proposez un entretien avec un organisme de formation aux compétences de base.",
            "Des bases à renforcer, à confirmer ensemble");

    static string Domains(PositioningScore score) => string.Join(
        " et ",
        new[] { (Name: "littératie", Asked: score.Skills.Any(s => s.Skill is "lecture")), (Name: "numératie", Asked: score.Skills.Any(s => s.Skill is "calcul")) }.Where(d => d.Asked).Select(d => d.Name));

    static bool SchooledElsewhere(Background? background) => background?.SchoolingPlace is "etranger" or "non_scolarise";
}
