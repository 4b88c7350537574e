using System.Globalization;
using System.Text;

namespace Beffroi.Ads.Intake;

/// <summary>Texts of others, made fit to be kept: no control sign, nothing that turns the order of reading around, no key.</summary>
static class CleanText
{
    /// <summary>Several lines; ends of lines are kept.</summary>
    public static string Lines(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (Stays(rune))
            {
                kept.Append(rune);
            }
        }

        return Secrets.Stripped(kept.ToString()).Trim();
    }

    /// <summary>One line within the limit, cut at a whole sign; null when nothing is left.</summary>
    public static string? Line(string? text, int limit)
    {
        var line = string.Join(' ', Lines(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : Cut(line, limit);
    }

    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var end = limit - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    /// <summary>Lower case without accents, single spaces: how names are compared.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    static bool Stays(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => true,
        // Without width, and of no use in a word: names are hidden with them.
        0xAD or 0x180E or 0x200B or 0x2060 => false,
        0xFFFD or 0xFFFE or 0xFFFF or 0xFEFF => false,
        >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 => false,
        // Tags and variation selectors of the planes above can carry a hidden text.
        >= 0xE0000 and <= 0xE0FFF => false,
        _ => !Rune.IsControl(rune),
    };
}
