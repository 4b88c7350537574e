using System.Globalization;
using System.Text;
using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>A word of a text: where it stands, and what it is without case nor accents.</summary>
public readonly record struct MessageWord(int Start, int End, string Folded);

/// <summary>What both engines index of a message: its words folded, and beside each its stems in French and in English, for nobody says in which language they write.</summary>
public static class MessageWords
{
    /// <summary>What is longer is no word: it is cut.</summary>
    public const int MostLetters = 40;

    /// <summary>Words of grammar: they are in every message, and tell nothing of it.</summary>
    static readonly HashSet<string> Grammar = new(StringComparer.Ordinal)
    {
        "au", "aux", "avec", "ce", "ces", "cette", "dans", "de", "des", "du", "elle", "en", "est", "et", "il", "ils", "je", "la", "le", "les", "leur", "nous", "on", "ou", "par", "pas", "pour", "qu", "que", "qui", "sa", "se", "ses", "son", "sont", "sur", "un", "une", "vous",
        "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "in", "is", "it", "its", "of", "or", "that", "the", "their", "this", "to", "was", "we", "were", "with", "you",
    };

    public static IEnumerable<MessageWord> In(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || (start >= 0 && IsAccent(text[i])));
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                yield return new(start, i, Fold(text[start..Math.Min(i, start + MostLetters)]));
                start = -1;
            }
        }
    }

    public static string Terms(string text)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in In(text).Where(w => Says(w.Folded)))
        {
            terms.Add(word.Folded);
            terms.Add(Stem(word.Folded, Lang.French));
            terms.Add(Stem(word.Folded, Lang.English));
        }

        return string.Join(' ', terms);
    }

    /// <summary>Neither grammar, nor a letter alone.</summary>
    public static bool Says(string word) => (word.Length > 1 || (word.Length == 1 && char.IsDigit(word[0]))) && !Grammar.Contains(word);

    public static string Fold(string word)
    {
        var bare = new StringBuilder(word.Length);
        foreach (var c in word.ToLowerInvariant().Normalize(NormalizationForm.FormKD))
        {
            _ = c switch
            {
                'œ' => bare.Append("oe"),
                'æ' => bare.Append("ae"),
                'ß' => bare.Append("ss"),
                'ø' => bare.Append('o'),
                'ł' => bare.Append('l'),
                'đ' => bare.Append('d'),
                _ => char.IsLetterOrDigit(c) ? bare.Append(c) : bare,
            };
        }

        return bare.ToString();
    }

    static bool IsAccent(char c) => c >= '\u0300' && char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    const int ShortestStem = 4;

    // What two forms of a word do not share, the longest first. Light: it joins numbers, genders and usual verbs, and leaves the rest.
    static readonly string[] FrenchEndings = ["issements", "issement", "atrices", "atrice", "ations", "ateurs", "ation", "ateur", "ements", "ement", "ments", "euses", "aient", "euse", "ance", "eurs", "ees", "ant", "ait", "eur", "ons", "ent", "ee", "er", "ez", "es", "e", "s", "x"];
    static readonly string[] EnglishEndings = ["ations", "ation", "ators", "ator", "ingly", "ings", "ness", "ing", "ions", "ion", "ers", "ies", "ed", "er", "es", "ly", "y", "e", "s"];

    public static string Stem(string word, Lang language)
    {
        if (word.Length < ShortestStem || char.IsDigit(word[0]))
        {
            return word;
        }

        if (language is Lang.French && word.Length > 5 && word.EndsWith("aux", StringComparison.Ordinal) && !word.EndsWith("eaux", StringComparison.Ordinal))
        {
            return word[..^2] + "l";
        }

        var ending = language.Say(FrenchEndings, EnglishEndings).FirstOrDefault(e => word.Length - e.Length >= ShortestStem - (e.Length == 1 ? 1 : 0) && word.EndsWith(e, StringComparison.Ordinal));
        var stem = ending is null || word.EndsWith("ss", StringComparison.Ordinal) ? word : word[..^ending.Length];
        return stem.Length > ShortestStem && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'e' or 'o') ? stem[..^1] : stem;
    }
}
