using Beffroi.Eva.Scoring;
using Beffroi.Kit;

namespace Beffroi.Eva.Restitution;

/// <summary>What the games counted and timed, in plain words with the figure; and why there is no level.</summary>
public static class ObservationWords
{
    public static string Game(string situation) => SituationCatalog.Get(situation).Label;

    public static string Of(TransversalFinding finding, Observation seen) => (finding.Situation, seen.What) switch
    {
        ("tri", Observed.Seconds) => $"{Duration(seen.Value)} pour ranger les bonbons",
        ("tri", Observed.Misplaced) => $"{Number(seen)} {Many(seen, "bonbon mis", "bonbons mis")} dans le bac d’une autre sorte, sur {Among(seen)} rangés",
        ("controle", Observed.Missed) => $"{Number(seen)} {Many(seen, "biscuit laissé", "biscuits laissés")} passer, sur {Among(seen)}",
        ("controle", Observed.Misplaced) when finding.Competence is TransversalCompetence.ComparaisonTri => $"{Number(seen)} {Many(seen, "biscuit mis", "biscuits mis")} du mauvais côté, sur {Among(seen)} triés (les quatre premiers ne comptent pas)",
        ("controle", Observed.Misplaced) => $"{Number(seen)} {Many(seen, "biscuit mis", "biscuits mis")} du mauvais côté, sur {Among(seen)} triés",
        ("inventaire", Observed.Seconds) => $"{Duration(seen.Value)} à chercher les quantités",
        ("inventaire", Observed.Openings) => $"{Number(seen)} {Many(seen, "ouverture", "ouvertures")} des 19 contenants",
        ("inventaire", Observed.Tries) => $"{Number(seen)} {Many(seen, "fiche validée", "fiches validées")}",
        ("securite", Observed.SearchSeconds) => $"{French.Number(seen.Value, 1)} s en moyenne pour trouver un danger",
        ("securite", Observed.DangersFound) => $"{Number(seen)} {Many(seen, "danger trouvé", "dangers trouvés")} sur {Among(seen)}",
        _ => throw new ArgumentOutOfRangeException(nameof(seen), seen, $"Nothing says this of {finding.Situation}."),
    };

    public static string Why(Undetermined why) => why switch
    {
        Undetermined.Unfinished => "le jeu n’est pas fini",
        Undetermined.NotSucceeded => "les quantités ne sont pas toutes trouvées",
        Undetermined.SetAside => "des bonbons sont mis de côté par « Je ne sais pas »",
        Undetermined.Described => "des objets ont été décrits en mots : le temps devient celui de la lecture",
        Undetermined.PaceChanged => "le rythme du tapis a été changé",
        Undetermined.ListShown => "les endroits ont été montrés en liste",
        Undetermined.NothingFound => "le temps de recherche n’est pas mesurable",
    };

    public static string Why(Withheld why) => why switch
    {
        Withheld.NotObserved => Competences.CompetenceBook.Current.NotMeasured,
        Withheld.RestsOnTime => "Pas de palier : ces chiffres viennent du temps. Prendre son temps n’est jamais une faute.",
        Withheld.FewGames => $"Pas de palier : il faut au moins {French.Number(LevelGate.FewestGames)} jeux pour en donner un.",
        Withheld.FewIndicators => $"Pas de palier : il faut au moins {French.Number(LevelGate.FewestIndicators)} gestes observés.",
        Withheld.UnknownReliability => "Pas de palier : la fidélité de ces chiffres n’est pas encore connue.",
        Withheld.LowReliability => $"Pas de palier : la fidélité mesurée est sous {French.Number(LevelGate.LeastReliability, 2)}.",
    };

    /// <summary>« 3 min 12 s ».</summary>
    public static string Duration(double seconds)
    {
        var whole = (int)Math.Round(seconds, MidpointRounding.AwayFromZero);
        return whole < 60 ? $"{French.Number(whole)} s" : $"{French.Number(whole / 60)} min {whole % 60:00} s";
    }

    static string Number(Observation seen) => French.Number((int)seen.Value);

    static string Among(Observation seen) => French.Number(seen.Among ?? 0);

    static string Many(Observation seen, string one, string many) => seen.Value < 2 ? one : many;
}
