using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Sheet;

/// <summary>How far what a sheet says can be leaned on, in words: a person needs no figure to know what to check.</summary>
public enum Sureness
{
    Likely,
    ToConfirm,
}

/// <summary>What a person can do on one scale, how sure that is, and what comes next.</summary>
/// <param name="How">Null where nothing can be said.</param>
public sealed record SheetLine(string Title, string Can, string Next, Sureness? How);

/// <summary>The levels of the adviser's page, said to the person: what she can do, without a letter, a figure or a label.</summary>
public static class SheetWords
{
    /// <summary>Below this the levels beside are nearly as plausible: the same bound as for advisers (LevelWords.Sureness).</summary>
    const double Likely = 0.7;

    public static IReadOnlyList<SheetLine> Of(Score score) =>
    [
        Line("Lire et écrire", score.Litteratie, scale => Reading(scale.Cefr!.Value), "de la lecture"),
        Line("Compter et calculer", score.Numeratie, scale => Counting(scale.Cenf!.Value), "du calcul"),
    ];

    /// <summary>The same with a positioning, which stands in the place of the diagnostic on the scales that it measures.</summary>
    public static IReadOnlyList<SheetLine> Of(Score score, PositioningScore? positioning, bool diagnosed)
    {
        var (reading, counting) = (positioning?.Skills.Any(s => s.Skill is "lecture") == true, positioning?.Skills.Any(s => s.Skill is "calcul") == true);
        return
        [
            .. reading || diagnosed ? [Line("Lire et écrire", reading ? positioning!.Litteratie : score.Litteratie, scale => Reading(scale.Cefr!.Value), "de la lecture")] : Array.Empty<SheetLine>(),
            .. counting || diagnosed ? [Line("Compter et calculer", counting ? positioning!.Numeratie : score.Numeratie, scale => Counting(scale.Cenf!.Value), "du calcul")] : Array.Empty<SheetLine>(),
        ];
    }

    /// <summary>An example without a figure, for a sheet that has none; those of a question quote it and stay.</summary>
    public static string WithoutFigure(string example) => example.Contains('«', StringComparison.Ordinal) || !example.Any(char.IsAsciiDigit) ? example : "Exemple : vous finissez les jeux, l’un après l’autre.";

    public static string Word(Sureness how) => how switch { Sureness.Likely => "Sans doute", Sureness.ToConfirm => "À confirmer" };

    public static string Meaning(Sureness how) => how switch
    {
        Sureness.Likely => "vos réponses vont dans le même sens.",
        Sureness.ToConfirm => "vos réponses laissent un doute. Parlez-en avec une personne du métier.",
    };

    /// <summary>What may have changed the result, without a reproach.</summary>
    public static IReadOnlyList<string> Cautions(Score score, Background? background) =>
    [
        .. Has(score, FlagCode.LectureAidee) ? ["Vous avez écouté des textes. Ces textes ne comptent pas dans la lecture."] : Array.Empty<string>(),
        .. Has(score, FlagCode.ReponsesRapides) || !score.Interpretable ? ["Des réponses très rapides ne comptent pas."] : Array.Empty<string>(),
        .. background?.ComputerEase is "difficile" or "avec_aide" ? ["Vous avez peu l’habitude de l’écran. Cela peut changer un résultat."] : Array.Empty<string>(),
        .. score.Calibrated ? Array.Empty<string>() : ["Ces jeux sont récents. Nous vérifions encore leurs résultats."],
    ];

    static SheetLine Line(string title, Scale? scale, Func<Scale, (string Can, string Next)> words, string about)
    {
        if (scale is null)
        {
            return new(title, $"Vos réponses sont trop peu nombreuses, ou trop rapides, pour parler {about}.", "Rejouez au calme, ou parlez-en avec une personne du métier.", null);
        }

        var probability = scale.FrameworkProbabilities!.Single(p => string.Equals(p.Level, scale.FrameworkLevel, StringComparison.Ordinal)).Probability;
        var (can, next) = words(scale);
        return new(title, can, next, probability >= Likely ? Sureness.Likely : Sureness.ToConfirm);
    }

    static (string, string) Reading(Cefr level) => level switch
    {
        Cefr.PreA1 => ("Vous reconnaissez des mots. Une aide est utile pour lire un message.", "Lire des consignes courtes."),
        Cefr.A1 => ("Vous lisez une consigne ou un message très court.", "Lire un message en entier et y trouver une information."),
        Cefr.A2 => ("Vous lisez un message simple du travail. Vous y trouvez une information.", "Lire un texte de plusieurs phrases."),
        Cefr.B1 => ("Vous lisez un texte de travail de plusieurs phrases. Vous en tirez ce qu’il faut faire.", "Lire des documents plus longs, par exemple pour une formation."),
    };

    static (string, string) Counting(Cenf level) => level switch
    {
        Cenf.PreX1 => ("Vous comptez de petites quantités. Une aide est utile pour calculer.", "Additionner et soustraire dans la vie de tous les jours."),
        Cenf.X1 => ("Vous additionnez et soustrayez de petits nombres.", "Calculer une durée, un prix ou une quantité."),
        Cenf.X2 => ("Vous calculez une durée, un prix ou une quantité.", "Résoudre un problème en plusieurs étapes."),
        Cenf.Y1 => ("Vous résolvez un problème de travail en plusieurs étapes.", "Calculer avec des tableaux et des pourcentages."),
    };

    static bool Has(Score score, FlagCode code) => score.Flags.Any(flag => flag.Code == code);
}
