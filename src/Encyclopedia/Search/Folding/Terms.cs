using System.Text;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Search.Folding;

/// <summary>What both engines index of a text: its words folded, and the stem of each beside it.</summary>
public static class Terms
{
    /// <summary>Characters: a column of PostgreSQL's index holds less than a million bytes.</summary>
    const int Most = 400_000;

    // Words of grammar: they are in every text, and tell nothing of it.
    static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "au", "aux", "avec", "ce", "ces", "cette", "dans", "de", "des", "du", "elle", "en", "est", "et", "il", "ils", "la", "le", "les", "leur", "leurs", "on", "ou", "par",
        "pas", "plus", "pour", "qu", "que", "qui", "sa", "se", "ses", "son", "sont", "sur", "un", "une",
        "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "in", "is", "it", "its", "of", "or", "that", "the", "their", "this", "to", "was", "were", "with",
    };

    /// <summary>Whether a word says something: neither grammar nor a letter alone.</summary>
    public static bool Says(string word) => (word.Length > 1 || (word.Length == 1 && char.IsDigit(word[0]))) && !Empty.Contains(word);

    public static string Of(string text, Lang language)
    {
        var terms = new StringBuilder(Math.Min(text.Length, Most));
        foreach (var token in Token.Of(text).Where(t => Says(t.Folded)))
        {
            if (terms.Length + (2 * Token.MaxLength) > Most)
            {
                break;
            }

            terms.Append(token.Folded).Append(' ');
            var stem = Stem.Of(token.Folded, language);
            if (!string.Equals(stem, token.Folded, StringComparison.Ordinal))
            {
                terms.Append(stem).Append(' ');
            }
        }

        return terms.ToString().TrimEnd();
    }
}
