using System.Globalization;
using System.Text;

namespace Beffroi.Chat.Cases;

/// <summary>A word behind a hash: without it, in compatibility form (Unicode NFKC), lower case. Accents count, as on the networks.</summary>
public static class Hashtag
{
    public static string? Canonical(string text)
    {
        string value;
        try
        {
            value = text.Trim().TrimStart('#', '＃').Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Half a character.
            return null;
        }

        return value.Length is > 0 and <= 200 && value.EnumerateRunes().All(IsPart) && value.EnumerateRunes().Any(Rune.IsLetter) ? value : null;
    }

    internal static bool IsPart(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || rune.Value is '_' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
