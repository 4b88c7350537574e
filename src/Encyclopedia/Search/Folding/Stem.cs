using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Search.Folding;

/// <summary>What the forms of a word share. Light: it joins plurals, genders, usual verbs and their nouns, and leaves the rest.</summary>
/// <remarks>Words come folded. What counts is that two forms meet, not that the stem is a word.</remarks>
public static class Stem
{
    const int Shortest = 4;

    /// <param name="Ending">What the word ends with.</param>
    /// <param name="With">What takes its place.</param>
    /// <param name="Left">Letters that must be left before it.</param>
    sealed record Rule(string Ending, string With, int Left);

    // The longest endings first: the first that fits is the only one.
    static readonly Rule[] French =
    [
        new("atrice", "", 4), new("ateur", "", 4), new("ation", "", 4), new("bilite", "bl", 3), new("ative", "", 4), new("atif", "", 4),
        new("ement", "", 4), new("aient", "", 4), new("euse", "", 4), new("eant", "", 4), new("ance", "", 4), new("eur", "", 4),
        new("ion", "", 4), new("ive", "if", 3), new("ere", "", 4), new("ant", "", 4), new("ait", "", 4), new("ons", "", 4),
        // « diffusent » is a verb's plural, « document » is not.
        new("ment", "ment", 2), new("ent", "", 4),
        new("ees", "", 3), new("ee", "", 3), new("er", "", 4), new("ez", "", 4), new("e", "", 3),
    ];

    static readonly Rule[] English =
    [
        new("ations", "", 4), new("ation", "", 4), new("ating", "", 4), new("ators", "", 4), new("ative", "", 4), new("ated", "", 4),
        new("ator", "", 4), new("ness", "", 4), new("ment", "", 4), new("ate", "", 4), new("ion", "", 4), new("ing", "", 4), new("ies", "i", 3),
        new("ive", "", 4), new("ed", "", 4), new("er", "", 4), new("or", "", 5), new("ly", "", 4), new("y", "i", 3), new("e", "", 3),
    ];

    public static string Of(string word, Lang language) => word.Length < Shortest || char.IsDigit(word[0]) ? word : language switch
    {
        Lang.French => Undouble(Cut(FrenchSingular(word), French)),
        Lang.English => Undouble(Cut(EnglishSingular(word), English)),
    };

    static string FrenchSingular(string word) => word switch
    {
        _ when word.EndsWith("eaux", StringComparison.Ordinal) => word[..^1],
        _ when word.Length > 5 && word.EndsWith("aux", StringComparison.Ordinal) => word[..^2] + "l",
        _ when word.EndsWith("ss", StringComparison.Ordinal) => word,
        _ when word[^1] is 's' or 'x' => word[..^1],
        _ => word,
    };

    static string EnglishSingular(string word) => word switch
    {
        _ when word.EndsWith("ies", StringComparison.Ordinal) => word,
        _ when word.EndsWith("sses", StringComparison.Ordinal) => word[..^2],
        _ when word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal) => word,
        _ when word[^1] == 's' => word[..^1],
        _ => word,
    };

    static string Cut(string word, Rule[] rules)
    {
        foreach (var rule in rules)
        {
            if (word.Length >= rule.Ending.Length + rule.Left && word.EndsWith(rule.Ending, StringComparison.Ordinal))
            {
                return word[..^rule.Ending.Length] + rule.With;
            }
        }

        return word;
    }

    // officielle, officiel; planned, plan.
    static string Undouble(string word) => word.Length > Shortest - 1 && word[^1] == word[^2] && char.IsLetter(word[^1]) && word[^1] is not ('s' or 'e' or 'o') ? word[..^1] : word;
}
