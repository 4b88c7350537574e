using System.Globalization;

namespace Beffroi.Ads.Intake;

/// <summary>Dates, numbers and codes as sources write them: a value, nothing, or false when it cannot be read.</summary>
static class Readings
{
    static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss"];
    static readonly string[] Days = ["yyyy-MM-dd", "dd/MM/yyyy", "yyyy/MM/dd", "yyyyMMdd"];

    /// <summary>No ad of a network is older.</summary>
    static readonly DateTimeOffset First = new(2004, 1, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Last = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="hasTime">False when only the day is known: the instant is then its midnight, UTC.</param>
    public static bool Instant(string? text, out DateTimeOffset? at, out bool hasTime)
    {
        (at, hasTime) = (null, false);
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var written = text.Trim();
        if (DateTimeOffset.TryParseExact(written, Days, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day))
        {
            at = day;
        }
        else if (DateTimeOffset.TryParseExact(WithColon(written), Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            (at, hasTime) = (instant.ToUniversalTime(), true);
        }
        else if (long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 1_000_000_000 and < 100_000_000_000_000)
        {
            (at, hasTime) = (seconds < 100_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : DateTimeOffset.FromUnixTimeMilliseconds(seconds), true);
        }

        return at is { } read && read >= First && read < Last;
    }

    // 2019-05-13T15:30:13+0000
    static string WithColon(string text) =>
        text.Length > 5 && text[^5] is '+' or '-' && text.AsSpan(text.Length - 4).IndexOfAnyExceptInRange('0', '9') < 0 && text.Contains(':', StringComparison.Ordinal) ? text.Insert(text.Length - 2, ":") : text;

    public static bool Count(string? text, out long? count)
    {
        count = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var ok = decimal.TryParse(Digits(text), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= 1_000_000_000_000;
        count = ok ? (long)value : null;
        return ok;
    }

    public static bool Amount(string? text, out decimal? amount)
    {
        amount = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var ok = decimal.TryParse(Digits(text), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= 1_000_000_000_000;
        amount = ok ? Math.Round(value, 2) : null;
        return ok;
    }

    // "1 000", "1,000": thousands apart; "12,50": cents.
    static string Digits(string text)
    {
        var digits = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\u00A0' or '\u202F' or '\'' or '’')));
        var comma = digits.LastIndexOf(',');
        return comma < 0 ? digits : digits.Length - comma is 2 or 3 && !digits.Contains('.', StringComparison.Ordinal) ? digits.Replace(',', '.') : digits.Replace(",", "", StringComparison.Ordinal);
    }

    /// <summary>ISO 3166-1 alpha-2 in capitals; null when it is no such code.</summary>
    public static string? Country(string? text) => text?.Trim() is { Length: 2 } code && code.All(char.IsAsciiLetter) ? code.ToUpperInvariant() switch { "UK" => "GB", var c => c } : Named(text);

    static string? Named(string? text) => CleanText.Folded(text ?? "") switch
    {
        "france" => "FR",
        "belgium" or "belgique" => "BE",
        "germany" or "allemagne" => "DE",
        "united kingdom" or "royaume uni" => "GB",
        "spain" or "espagne" => "ES",
        "italy" or "italie" => "IT",
        "luxembourg" => "LU",
        _ => null,
    };

    /// <summary>BCP 47, the language and no more than a region.</summary>
    public static string? Language(string? text)
    {
        var parts = text?.Trim().Replace('_', '-').Split('-') ?? [];
        return parts is [{ Length: 2 or 3 } language, ..] && language.All(char.IsAsciiLetter) ? language.ToLowerInvariant() : null;
    }

    public static string? Currency(string? text) => text?.Trim() is { Length: 3 } code && code.All(char.IsAsciiLetter) ? code.ToUpperInvariant() : null;
}
