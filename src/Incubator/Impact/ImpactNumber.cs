using System.Globalization;
using System.Text.RegularExpressions;
using Beffroi.Kit;

namespace Beffroi.Incubator.Impact;

/// <summary>A value as people type it: 1 234,5 or 1234.5; a share is from 0 to 1.</summary>
static partial class ImpactNumber
{
    public static double? Read(string? typed, string field, string unit, Errors errors)
    {
        var text = new string([.. (typed ?? "").Where(c => !char.IsWhiteSpace(c))]).Replace(',', '.').Replace('\u2212', '-');
        if (!Shape().IsMatch(text))
        {
            errors.Add(field, "Écrivez un nombre. Exemple\u00A0: 12,5");
            return null;
        }

        var value = double.Parse(text, CultureInfo.InvariantCulture);
        if (string.Equals(unit, ImpactWords.Share, StringComparison.Ordinal) && value is (< 0 or > 1))
        {
            errors.Add(field, "Une part va de 0 à 1. Exemple\u00A0: 0,75");
            return null;
        }

        return value;
    }

    // Twelve digits before the comma, four after: more than anything that is counted here.
    [GeneratedRegex(@"^-?[0-9]{1,12}(\.[0-9]{1,4})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Shape();
}
