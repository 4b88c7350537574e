using System.Globalization;
using Beffroi.Kit;

namespace Beffroi.Accounts.Newsroom;

/// <summary>Fields of the newsroom, read; null with a message beside the field when they are not right.</summary>
static class Typed
{
    /// <summary>By its name only: a number is no choice.</summary>
    public static T? Choice<T>(string? name, string field, string message, Errors errors) where T : struct, Enum
    {
        if (Enum.GetNames<T>().Contains(name, StringComparer.Ordinal))
        {
            return Enum.Parse<T>(name!);
        }

        errors.Add(field, message);
        return null;
    }

    public static string? Line(string? typed, string field, int most, Errors errors)
    {
        var line = typed?.Trim() ?? "";
        if (line.Length > 0 && line.Length <= most && !line.Any(char.IsControl))
        {
            return line;
        }

        errors.Add(field, $"Écrivez une ligne, de {French.Number(most)} caractères au plus");
        return null;
    }

    public static string? Text(string? typed, string field, int most, Errors errors)
    {
        var text = (typed ?? "").ReplaceLineEndings("\n").Trim();
        if (text.Length > 0 && text.Length <= most)
        {
            return text;
        }

        errors.Add(field, $"Écrivez un texte, de {French.Number(most)} caractères au plus");
        return null;
    }

    public static DateOnly? Day(string? typed, string field, Errors errors)
    {
        if (DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200)
        {
            return day;
        }

        errors.Add(field, "Choisissez un jour, par exemple 2026-11-23");
        return null;
    }
}
