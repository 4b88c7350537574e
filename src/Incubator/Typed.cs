using System.Globalization;
using Beffroi.Kit;

namespace Beffroi.Incubator;

/// <summary>What forms bring, read at the door.</summary>
static class Typed
{
    public static string Text(string? typed, string field, int most, string missing, Errors errors)
    {
        var text = (typed ?? "").Trim();
        if (text.Length == 0)
        {
            errors.Add(field, missing);
        }
        else if (text.Length > most)
        {
            errors.Add(field, $"Écrivez {French.Number(most)} caractères au plus");
        }

        return text;
    }

    public static string? Optional(string? typed, string field, int most, Errors errors) =>
        string.IsNullOrWhiteSpace(typed) ? null : Text(typed, field, most, "", errors);

    /// <summary>A day as the browser's own field sends it, or as people write it: 2020-06-30 or 30/06/2020.</summary>
    public static DateOnly? Day(string? typed, string field, string missing, Errors errors)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            errors.Add(field, missing);
            return null;
        }

        if (DateOnly.TryParseExact(typed.Trim(), ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2100)
        {
            return day;
        }

        errors.Add(field, "Écrivez une date. Exemple : 30/06/2020");
        return null;
    }

    public static DateOnly? OptionalDay(string? typed, string field, Errors errors) => string.IsNullOrWhiteSpace(typed) ? null : Day(typed, field, "", errors);

    public static T? Choice<T>(string? typed, string field, string missing, Errors errors) where T : struct, Enum
    {
        if (Enum.TryParse<T>(typed, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(typed![0]))
        {
            return value;
        }

        errors.Add(field, missing);
        return null;
    }

    public static int? Whole(string? typed, string field, int least, int most, string wrong, Errors errors)
    {
        if (int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        errors.Add(field, wrong);
        return null;
    }

    /// <summary>The day it is in Paris.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.ParseExact(French.IsoDay(clock.GetUtcNow()), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
