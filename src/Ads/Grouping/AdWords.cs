using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Beffroi.Ads.Grouping;

/// <summary>The words of an ad, as they are compared.</summary>
static partial class AdWords
{
    public readonly record struct Word(string Text, bool IsName);

    /// <summary>Any amount: the same offer at another price is the same ad.</summary>
    const string Amount = " ";

    /// <summary>After which a word begins a sentence.</summary>
    static readonly SearchValues<char> Ends = SearchValues.Create(".!?:\n•…");

    // They begin sentences without naming anybody.
    static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "ce", "cet", "cette", "ces", "c", "je", "j", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "mon", "ma", "mes", "notre", "nos", "votre", "vos", "leur", "leurs",
        "et", "ou", "mais", "si", "s", "quand", "avec", "pour", "par", "dans", "en", "sur", "sous", "sans", "apres", "avant", "depuis", "plus", "tout", "tous", "toute", "toutes", "a", "au", "aux", "y", "n", "ne", "qui", "que", "qu", "quoi", "voici", "voila", "jusqu", "aucun", "aucune", "ici",
        "the", "an", "this", "that", "these", "those", "i", "you", "he", "she", "it", "we", "they", "my", "your", "our", "their", "and", "or", "but", "if", "when", "with", "for", "by", "in", "on", "of", "to", "at", "from", "is", "are", "all", "no", "not", "get", "join", "vote", "sign", "read", "discover", "learn", "watch", "help", "support", "new", "today",
    };

    public static List<Word> Of(string text)
    {
        var words = new List<Word>();
        var plain = Amounts().Replace(Addresses().Replace(text.Normalize(NormalizationForm.FormKC), " "), $" {Amount} ");
        var shouting = IsShouting(plain);
        var begins = true;
        foreach (var match in Parts().EnumerateMatches(plain))
        {
            var part = plain.AsSpan(match.Index, match.Length);
            if (!char.IsLetterOrDigit(part[0]) && part[0] != Amount[0])
            {
                begins |= part.ContainsAny(Ends);
                continue;
            }

            var word = Folded(part);
            if (word.Length > 0)
            {
                words.Add(new(word, !shouting && char.IsUpper(part[0]) && !Common.Contains(word) && !(begins && word.EndsWith("ez", StringComparison.Ordinal))));
            }

            begins = false;
        }

        return words;
    }

    // More capitals than not: they then mark no name.
    static bool IsShouting(string text)
    {
        int upper = 0, lower = 0;
        foreach (var c in text)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            lower += char.IsLower(c) ? 1 : 0;
        }

        return upper > lower;
    }

    static string Folded(ReadOnlySpan<char> part)
    {
        var folded = new StringBuilder(part.Length);
        foreach (var c in part.ToString().Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c) || c == Amount[0])
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.Replace("œ", "oe").Replace("æ", "ae").ToString();
    }

    const RegexOptions Way = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"https?://\S+|www\.\S+|\b[a-z0-9-]+\.[a-z]{2,6}/\S+", Way, 1000)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"(?<![\w.,])[€$£]\s?\d[\d\s.,]*|\d[\d\u00A0\u202F .,]*\s?(€|\$|£|%|(euros?|eur)\b)", Way, 1000)]
    private static partial Regex Amounts();

    // Words with their accents, runs of digits, and what is between them.
    [GeneratedRegex(@"(\p{L}|\p{Mn})+|\d+| |[^\p{L}\p{Mn}\d ]+", Way, 1000)]
    private static partial Regex Parts();
}
