using Beffroi.Eva;

namespace Beffroi.Cli.World;

/// <summary>Those of the whole parcours, at several stages.</summary>
static class CompletPlayers
{
    /// <summary>At ease everywhere, and knows it better afterwards.</summary>
    static readonly WorldPlayer Gwenaelle = new("Gwenaëlle", "GWN10007", Campaigns.Complet, Seed: 107)
    {
        Ability = 3.6,
        Question = new(8, 16),
        Word = new(0.7, 1.2),
        Care = 0.99,
        Act = new(1.4, 2.4),
        DaysAgo = 6,
        Means = "souris",
        Writing = "Bonjour, je passe chercher le colis demain à 9 heures. Merci et bonne journée.",
        Background = Players.Said(29, "femme", "oui", "france", "bac_plus2", "sans_emploi", "ordinateur", "seul"),
        Own = Feels("facile", "3", "4", "4", "5"),
    };

    /// <summary>Struggles with texts, is slow and gives up the count; careful with his hands all the same.</summary>
    static readonly WorldPlayer Hamid = new("Hamid", "HMD10008", Campaigns.Complet, Seed: 108)
    {
        Ability = -2.8,
        Question = new(18, 45),
        Word = new(1.6, 3.4),
        Abstains = 0.4,
        Care = 0.8,
        Act = new(2.5, 5),
        GivesUp = true,
        DaysAgo = 5,
        Means = "tactile",
        Background = Players.Said(51, "homme", "oui", "france", "college", "sans_emploi", "telephone", "difficile"),
        Own = Feels("difficile", "1", "2", "2", "2"),
    };

    /// <summary>Went to school in another language: hesitates on French words, is quick and exact where nothing is read.</summary>
    static readonly WorldPlayer Iryna = new("Iryna", "RYN10009", Campaigns.Complet, Seed: 109)
    {
        Ability = -0.8,
        Question = new(16, 34),
        Word = new(1.2, 2.4),
        Abstains = 0.2,
        Care = 0.97,
        Act = new(1.3, 2.2),
        DaysAgo = 3,
        Means = "tactile",
        Writing = "Bonjour, colis est chez voisin. Merci.",
        Background = Players.Said(36, "femme", "non", "etranger", "superieur", "sans_emploi", "telephone", "seul"),
        Own = Feels("facile", "2", "3", "3", "4"),
    };

    /// <summary>Left in the middle of the sweets; comes back with his code.</summary>
    static readonly WorldPlayer Jordan = new("Jordan", "JRD10010", Campaigns.Complet, Seed: 110)
    {
        Ability = 0.6,
        Question = new(9, 20),
        Word = new(0.9, 1.6),
        Leaves = new("tri", 21),
        DaysAgo = 2,
        Means = "tactile",
        Background = Players.Said(22, "homme", "oui", "france", "cap_bep", "en_emploi", "telephone", "seul"),
        Own = Feels("facile", "3", "3", "3", "3"),
    };

    /// <summary>Has only entered.</summary>
    static readonly WorldPlayer Kadiatou = new("Kadiatou", "KDT10011", Campaigns.Complet, Seed: 111)
    {
        Ability = 0,
        Question = new(10, 20),
        Word = new(1, 2),
        Leaves = new(ParcoursPlan.Names(Parcours.Complet)[0], 0),
        DaysAgo = 1,
        Means = "tactile",
        Background = Players.Said(41, "femme", "non", "non_scolarise", "pas_etudie", "sans_emploi", "telephone", "avec_aide"),
    };

    public static readonly IReadOnlyList<WorldPlayer> All = [Gwenaelle, Hamid, Iryna, Jordan, Kadiatou];

    // The same on each gauge; then the two questions of confidence, before and after.
    static Dictionary<string, string> Feels(string gauge, params string[] steps)
    {
        var own = SelfPositioning.Questions.ToDictionary(q => q.Name, _ => gauge, StringComparer.Ordinal);
        foreach (var (question, step) in Confidence.Before.Concat(Confidence.After).Zip([steps[0], steps[2], steps[1], steps[3]]))
        {
            own[question.Name] = step;
        }

        return own;
    }
}
