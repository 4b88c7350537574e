namespace Beffroi.Eva.Norming;

/// <summary>What the parts of a cohort are called. The values are those of the welcome questions and of the events.</summary>
public static class CohortWords
{
    public static readonly IReadOnlyList<(string Value, string Label)> Genders = [("femme", "Femmes"), ("homme", "Hommes"), ("autre", "Autre")];
    public static readonly IReadOnlyList<(string Value, string Label)> Languages = [("oui", "Français"), ("non", "Une autre langue")];
    public static readonly IReadOnlyList<(string Value, string Label)> Schools = [("france", "En France"), ("etranger", "Dans un autre pays"), ("non_scolarise", "Pas d’école")];
    public static readonly IReadOnlyList<(string Value, string Label)> Modes = [("tactile", "Doigt (écran tactile)"), ("souris", "Souris"), ("clavier", "Clavier")];

    public static string Mode(string? value) => Modes.Where(m => string.Equals(m.Value, value, StringComparison.Ordinal)).Select(m => m.Label).FirstOrDefault("Inconnu");
}
