using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>What may stand in a text that others read.</summary>
public static class CleanText
{
    public static readonly Words Unclean = new("Ce texte contient un caractère invisible ou abîmé", "This text holds an invisible or broken character");

    /// <summary>
    /// No control characters but ends of lines and tabs, no half of a pair, and nothing that turns the order of reading around
    /// (Unicode bidirectional embeddings, overrides and isolates): with it a link may be shown as another.
    /// </summary>
    public static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (IsRefused(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What a program said, without what may not stand in a text: a program cannot be asked to write it again.</summary>
    public static string Cleaned(string text) => IsClean(text) ? text : string.Concat(text.EnumerateRunes().Where(r => r != System.Text.Rune.ReplacementChar && (!r.IsBmp || !IsRefused((char)r.Value))));

    static bool IsRefused(char c) => char.IsSurrogate(c)
        || (char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
        || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF';
}
