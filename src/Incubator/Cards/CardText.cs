using System.Globalization;
using System.Text;

namespace Beffroi.Incubator.Cards;

/// <summary>Words of a card that are not quite ours.</summary>
public static class CardText
{
    const string Organisations = "/organisations/";

    public static IReadOnlyList<string> Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>As a card names them: those of ours, typed as names, are made addresses of organisations.</summary>
    public static IReadOnlyList<string> Sponsors(Startup startup) => [.. Lines(startup.Sponsors).Select(s => s.StartsWith(Organisations, StringComparison.Ordinal) ? s : Organisations + Plain(s))];

    /// <summary>As people read them.</summary>
    public static IEnumerable<string> Names(string sponsors) => Lines(sponsors).Select(s => s.StartsWith(Organisations, StringComparison.Ordinal) ? s[Organisations.Length..] : s);

    // Small letters without accents, digits, one dash between words.
    static string Plain(string name)
    {
        var plain = string.Concat(name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' '));
        return string.Join('-', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    public static string Key(this PhaseName phase) => phase switch
    {
        PhaseName.Investigation => "investigation",
        PhaseName.Construction => "construction",
        PhaseName.Acceleration => "acceleration",
        PhaseName.Consolidation => "consolidation",
        PhaseName.Transfere => "transfere",
        PhaseName.Opere => "opere",
        PhaseName.Abandon => "abandon",
        PhaseName.AbandonInvestigation => "abandon-investigation",
    };

    public static PhaseName? PhaseOf(string? key) => Enum.GetValues<PhaseName>().Where(p => string.Equals(p.Key(), key, StringComparison.Ordinal)).Select(p => (PhaseName?)p).FirstOrDefault();

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>2019-01-10, or the instant at midnight that some tools write.</summary>
    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text is { Length: > 10 } && text[10] == 'T' ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
