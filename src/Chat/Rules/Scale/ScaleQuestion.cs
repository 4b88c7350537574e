using System.Globalization;

namespace Beffroi.Chat.Rules.Scale;

/// <param name="Region">ISO 3166-1, two lower-case letters.</param>
/// <param name="Shares">0 or more.</param>
public sealed record ScaleQuestion(string Region, long Shares)
{
    static readonly Words NoRegion = new("Donnez un pays en deux lettres (norme ISO 3166-1), par exemple fr.", "Give a country in two letters (ISO 3166-1), fr for instance.");
    static readonly Words NoShares = new("Donnez un nombre de partages : un entier, 0 ou plus.", "Give a number of shares: a whole number, 0 or more.");

    /// <summary>Two arguments of which each is known by its place; all that is wrong is said.</summary>
    public static (ScaleQuestion? Question, IReadOnlyList<Words> Wrong) Read(string? region, string? shares)
    {
        var country = Country(region);
        var number = Number(shares);
        return country is null || number is null
            ? (null, [.. new[] { country is null ? NoRegion : null, number is null ? NoShares : null }.OfType<Words>()])
            : (new(country, number.Value), []);
    }

    /// <summary>Arguments of a command, in any order; digits may be grouped by three: <c>12 000 fr</c>.</summary>
    public static (ScaleQuestion? Question, IReadOnlyList<Words> Wrong) Read(string arguments)
    {
        var words = arguments.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var regions = words.Where(w => Country(w) is not null).ToList();
        var digits = words.Where(w => w.All(char.IsAsciiDigit)).ToList();
        var grouped = digits.Count > 1 && digits[0].Length <= 3 && digits.Skip(1).All(d => d.Length == 3) && Together(words, digits);
        var shares = digits.Count == 1 || grouped ? string.Concat(digits) : null;
        var leftOver = words.Length - regions.Count - digits.Count;
        return Read(regions.Count == 1 ? regions[0] : null, leftOver == 0 || shares is null ? shares : null);
    }

    static bool Together(string[] words, List<string> digits) =>
        Array.FindLastIndex(words, w => w.All(char.IsAsciiDigit)) - Array.FindIndex(words, w => w.All(char.IsAsciiDigit)) == digits.Count - 1;

    static string? Country(string? text) =>
        text?.Trim() is { Length: 2 } two && two.All(char.IsAsciiLetter) ? two.ToLowerInvariant() : null;

    static long? Number(string? text) =>
        long.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
