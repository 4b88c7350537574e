using System.Globalization;
using System.Text;

namespace Beffroi.Accounts;

/// <summary>Words as a search compares them: the same on every database, accents and case aside.</summary>
static class Plain
{
    public static string Of(string? text)
    {
        var plain = new StringBuilder();
        foreach (var c in (text ?? "").Trim().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
            }
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
