namespace Beffroi.Ads.Intake;

/// <summary>French or English, by the small words that every sentence needs: only where the source does not say, and only when it is plain.</summary>
static class LanguageGuess
{
    const int Enough = 3;

    static readonly HashSet<string> French = new(StringComparer.Ordinal) { "le", "la", "les", "des", "du", "de", "et", "un", "une", "pour", "vous", "nous", "votre", "vos", "est", "sont", "avec", "dans", "sur", "ce", "cette", "qui", "que", "pas", "au", "aux", "par", "plus", "notre", "nos" };
    static readonly HashSet<string> English = new(StringComparer.Ordinal) { "the", "and", "of", "to", "in", "is", "are", "for", "with", "you", "your", "we", "our", "this", "that", "it", "at", "by", "from", "be", "will", "have", "has", "not", "us" };

    public static string? Of(string text)
    {
        int french = 0, english = 0;
        foreach (var word in CleanText.Folded(text.Length > 2000 ? text[..2000] : text).Split(' '))
        {
            french += French.Contains(word) ? 1 : 0;
            english += English.Contains(word) ? 1 : 0;
        }

        return french >= Enough && french > 2 * english ? "fr" : english >= Enough && english > 2 * french ? "en" : null;
    }
}
