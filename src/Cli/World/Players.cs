using Beffroi.Eva;

namespace Beffroi.Cli.World;

/// <summary>Ways of playing that an adviser should read differently.</summary>
public static class Players
{
    /// <summary>Reads and counts with ease.</summary>
    public static readonly WorldPlayer Awa = new("Awa", "AWA10001", Campaigns.Accueil, Seed: 101)
    {
        Ability = 3.5,
        Question = new(7, 14),
        Word = new(0.7, 1.2),
        DaysAgo = 6,
        Means = "souris",
        Writing = "Bonjour madame, votre colis est chez votre voisin. Bonne journée. Linh",
        Background = Said(24, "femme", "oui", "france", "bac", "sans_emploi", "telephone", "seul"),
    };

    /// <summary>Takes a long time and is right: slowness is no difficulty.</summary>
    public static readonly WorldPlayer Bernard = new("Bernard", "BRN10002", Campaigns.Accueil, Seed: 102)
    {
        Ability = 4,
        Question = new(40, 65),
        Word = new(2.4, 3.8),
        DaysAgo = 5,
        Means = "clavier",
        Writing = "Madame, votre paquet vous attend à l’accueil jusqu’à 18 h.",
        Background = Said(57, "homme", "oui", "france", "cap_bep", "sans_emploi", "ordinateur", "avec_aide"),
    };

    /// <summary>Struggles with most texts and says so.</summary>
    public static readonly WorldPlayer Colette = new("Colette", "CLT10003", Campaigns.Accueil, Seed: 103)
    {
        Ability = -3,
        Question = new(14, 38),
        Word = new(1.4, 3.2),
        Abstains = 0.4,
        DaysAgo = 4,
        Means = "tactile",
        Background = Said(45, "femme", "oui", "france", "college", "en_emploi", "telephone", "difficile"),
    };

    /// <summary>Clicks faster than anybody reads.</summary>
    public static readonly WorldPlayer Dylan = new("Dylan", "DYL10004", Campaigns.Accueil, Seed: 104)
    {
        Ability = null,
        Question = new(0.7, 1.8),
        Word = new(0.18, 0.29),
        DaysAgo = 3,
        Means = "souris",
        Background = Said(19, "homme", "oui", "france", "cfg_dnb", "sans_emploi", "telephone", "seul"),
    };

    /// <summary>Had to leave in the middle of the words; comes back with her code.</summary>
    public static readonly WorldPlayer Elif = new("Elif", "ELF10005", Campaigns.Accueil, Seed: 105)
    {
        Ability = 0.5,
        Question = new(12, 28),
        Word = new(1, 1.9),
        Leaves = new(ParcoursPlan.Maintenance, 20),
        DaysAgo = 1,
        Means = "tactile",
        Background = Said(33, "femme", "non", "etranger", "bac_plus2", "en_emploi", "telephone", "seul"),
    };

    /// <summary>Met by Rose alone.</summary>
    public static readonly WorldPlayer Fabrice = new("Fabrice", "FBR10006", Campaigns.Rose, Seed: 106)
    {
        Ability = -0.3,
        Question = new(9, 22),
        Word = new(0.9, 1.6),
        DaysAgo = 2,
        Means = "clavier",
        Background = Said(38, "homme", "oui", "france", "cap_bep", "sans_emploi", "ordinateur", "seul"),
    };

    public static readonly IReadOnlyList<WorldPlayer> All = [Awa, Bernard, Colette, Dylan, Elif, Fabrice, .. CompletPlayers.All];

    // The questions of the welcome questionnaire, in its order.
    internal static Dictionary<string, string> Said(int age, params string[] answers)
    {
        string[] questions = ["genre", "langue", "ecole", "niveau", "situation", "appareil", "aisance"];
        var said = questions.Zip(answers).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        said["age"] = age.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return said;
    }
}
