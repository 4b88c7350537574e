using System.Text;

namespace Beffroi.Detection;

/// <summary>A text as it is compared with others: what changes without changing what is said is taken out.</summary>
public static class NormalText
{
    /// <summary>Compatibility composition (NFKC), lower case, without links nor names of accounts (@name); signs and spaces become one space; the words of hashtags stay.</summary>
    public static string Of(string? text)
    {
        var composed = Composed(text ?? "");
        var result = new StringBuilder(composed.Length);
        for (var at = 0; at < composed.Length;)
        {
            var rest = composed.AsSpan(at);
            var begins = at == 0 || !char.IsLetterOrDigit(composed[at - 1]);
            if (begins && (rest.StartsWith("http://", StringComparison.Ordinal) || rest.StartsWith("https://", StringComparison.Ordinal) || rest.StartsWith("www.", StringComparison.Ordinal)))
            {
                var length = rest.IndexOfAny(" \t\r\n\u00a0");
                at += length < 0 ? rest.Length : length;
                continue;
            }

            if (begins && rest[0] == '@' && rest.Length > 1 && (char.IsLetterOrDigit(rest[1]) || rest[1] == '_'))
            {
                for (at++; at < composed.Length && (char.IsLetterOrDigit(composed[at]) || composed[at] is '_'); at++)
                {
                }

                continue;
            }

            Rune.DecodeFromUtf16(rest, out var rune, out var used);
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)
            {
                result.Append(rune);
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }

            at += used;
        }

        return result.ToString().TrimEnd();
    }

    /// <summary>The text as an object, or null when it is shorter than the least length.</summary>
    internal static string? Object(string? text, int least)
    {
        var normal = Of(text);
        return normal.Length > 0 && normal.EnumerateRunes().Sum(r => r.Value is (>= 0x2E80 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7AF) or >= 0x20000 ? 3 : 1) >= least ? normal : null;
    }

    // Half of a surrogate pair is no character and would not be composed.
    static string Composed(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0 && text.All(char.IsAscii))
        {
            return text.ToLowerInvariant();
        }

        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune);
        }

        return whole.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }
}
