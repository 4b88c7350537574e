using System.Globalization;

namespace Beffroi.Bots.Portrait;

/// <summary>A handle as generators write it: a name, then digits. Only shapes with four digits or more in a row at the end tell something.</summary>
static class HandleShape
{
    const int LeastDigits = 4;

    public static string? Of(string? handle)
    {
        var letters = (handle ?? "").TrimEnd("0123456789".ToCharArray());
        var digits = (handle?.Length ?? 0) - letters.Length;
        return digits < LeastDigits || letters.Length == 0 ? null
            : string.Create(CultureInfo.InvariantCulture, $"{(letters.Any(char.IsAsciiLetterUpper) ? "Aa" : "a")}{(letters.Contains('_', StringComparison.Ordinal) ? "_" : "")}{digits}");
    }
}
