using System.Globalization;
using System.Text.RegularExpressions;
using Beffroi.Kit;

namespace Beffroi.Incubator;

/// <summary>What forms bring, read at the door.</summary>
static partial class Typed
{
    public const int WebAddressMaxLength = 300;

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

    /// <summary>A name in an address: lower-case letters, digits, one dash between words.</summary>
    public static string Slug(string? typed, string field, Errors errors)
    {
        var slug = (typed ?? "").Trim();
        if (slug.Length > Startup.SlugMaxLength || !SlugShape().IsMatch(slug))
        {
            errors.Add(field, slug.Length == 0 ? "Écrivez le nom qui sera dans l’adresse" : $"Écrivez des lettres minuscules sans accent, des chiffres et des tirets, {French.Number(Startup.SlugMaxLength)} au plus");
        }

        return slug;
    }

    public static string Email(string? typed, string field, int most, Errors errors)
    {
        var email = Text(typed, field, most, "Écrivez une adresse électronique", errors);
        if (email.Length > 0 && !EmailShape().IsMatch(email))
        {
            errors.Add(field, "Écrivez une adresse électronique. Exemple : equipe@exemple.fr");
        }

        return email;
    }

    /// <summary>An address of the web, whole; null when nothing was typed.</summary>
    public static string? WebAddress(string? typed, string field, Errors errors)
    {
        var text = Optional(typed, field, WebAddressMaxLength, errors);
        if (text is null || (Uri.TryCreate(text, UriKind.Absolute, out var address) && string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal) && address.UserInfo.Length == 0))
        {
            return text;
        }

        errors.Add(field, "Écrivez une adresse entière. Exemple : https://structure.example");
        return null;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex SlugShape();

    // Only what would never arrive is refused: a letter sent is the real test.
    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s.]+$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex EmailShape();
}
