using System.Globalization;
using Beffroi.Ads.Law;
using Beffroi.Dsfr;
using Beffroi.Kit;

namespace Beffroi.Ads;

/// <summary>Answers to the questions of facts: those that may be chosen, how one is written down and read, how it is said.</summary>
public static class FactAnswers
{
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>What one ticks to say that none of several is there: to tick nothing says nothing.</summary>
    public const string None = "none";

    const long MostVisitors = 1_000_000_000;

    /// <summary>What may be chosen; empty where it is typed.</summary>
    public static IReadOnlyList<Option> Options(FactKey key, LawBook book, string country, DateOnly near, Lang l) => FactForms.Of(key) switch
    {
        FactForm.YesNo => [new(Yes, l.Say("Oui", "Yes")), new(No, l.Say("Non", "No"))],
        FactForm.Choice => key switch
        {
            FactKey.Medium => Named<Medium>(m => m.Say(l)),
            FactKey.Donation => Named<DonationAppeal>(d => d.Say(l)),
            FactKey.Election => [.. book.ElectionsNear(country, near).Select(e => new Option(e.Id, e.Name.In(l))), new(Election.NoneOfThem, l.Say("Aucune", "None")), new(Election.Another, l.Say("Une autre", "Another one"))],
            _ => Named<BackerKind>(k => k.Say(l)),
        },
        FactForm.Several => key == FactKey.PollMentions
            ? [.. Named<PollMention>(m => m.Say(l)), new(None, l.Say("Aucune de ces mentions", "None of these mentions"))]
            : [.. (book.Country(country)?.Territories ?? []).Select(t => new Option(t.Code, t.Name.In(l)))],
        FactForm.Country or FactForm.Day or FactForm.Number or null => [],
    };

    /// <summary>As it is kept; null when it is not an answer to this question.</summary>
    public static string? Read(FactKey key, IReadOnlyList<string?> typed, IReadOnlyList<Option> options)
    {
        var values = typed.OfType<string>().Select(v => v.Trim()).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return FactForms.Of(key) switch
        {
            FactForm.YesNo or FactForm.Choice => values is [var one] && Offers(options, one) ? one : null,
            FactForm.Several => values.Count > 0 && values.TrueForAll(v => Offers(options, v)) && (values.Count == 1 || !values.Contains(None, StringComparer.Ordinal)) ? string.Join(' ', values.Order(StringComparer.Ordinal)) : null,
            FactForm.Country => values is [var code] && IsCountry(code.ToUpperInvariant()) ? code.ToUpperInvariant() : null,
            FactForm.Day => values is [var day] && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year >= 2000 ? day : null,
            FactForm.Number => values is [var number] && long.TryParse(number.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MostVisitors
                ? count.ToString(CultureInfo.InvariantCulture) : null,
            null => null,
        };
    }

    /// <summary>As a reviewer reads it.</summary>
    public static string Say(FactKey key, string value, IReadOnlyList<Option> options, Lang l) => FactForms.Of(key) switch
    {
        FactForm.Day => l.Day(DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        FactForm.Number => l.Number(long.Parse(value, CultureInfo.InvariantCulture), 0),
        FactForm.Country or null => value,
        // An election is no longer near: its key still tells which.
        _ => string.Join(", ", value.Split(' ').Select(v => options.FirstOrDefault(o => string.Equals(o.Value, v, StringComparison.Ordinal))?.Label ?? v)),
    };

    static bool Offers(IReadOnlyList<Option> options, string value) => options.Any(o => string.Equals(o.Value, value, StringComparison.Ordinal));

    static bool IsCountry(string code)
    {
        try
        {
            return code.Length == 2 && char.IsAsciiLetterUpper(code[0]) && char.IsAsciiLetterUpper(code[1]) && string.Equals(new RegionInfo(code).TwoLetterISORegionName, code, StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    static IReadOnlyList<Option> Named<T>(Func<T, string> say) where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Option(v.ToString(), say(v)))];
}
