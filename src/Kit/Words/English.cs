using System.Globalization;

namespace Beffroi.Kit;

/// <summary>Dates and numbers as English readers write them.</summary>
public static class English
{
    public static readonly CultureInfo Culture = CultureInfo.ReadOnly(new CultureInfo("en-GB", useUserOverride: false));

    /// <summary>23 November 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Culture);

    /// <summary>23 November 2026 at 14:05, in Paris.</summary>
    public static string Moment(DateTimeOffset instant)
    {
        var paris = French.Paris(instant);
        return $"{Day(DateOnly.FromDateTime(paris.DateTime))} at {paris.ToString("HH:mm", Culture)}";
    }

    public static string Number(double value, int decimals) => value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Culture);

    public static string Number(int value) => value.ToString("N0", Culture);
}

/// <summary>Dates and numbers in the language of a page.</summary>
public static class InLanguage
{
    public static string Day(this Lang language, DateOnly day) => language switch { Lang.French => French.Day(day), Lang.English => English.Day(day) };

    public static string Day(this Lang language, DateTimeOffset instant) => language switch { Lang.French => French.Day(instant), Lang.English => English.Day(DateOnly.FromDateTime(French.Paris(instant).DateTime)) };

    /// <summary>"juin 2024", "June 2024".</summary>
    public static string Month(this Lang language, DateOnly day) => day.ToString("MMMM yyyy", language.Say(French.Culture, English.Culture));

    public static string Moment(this Lang language, DateTimeOffset instant) => language switch { Lang.French => French.Moment(instant), Lang.English => English.Moment(instant) };

    public static string Number(this Lang language, int value) => language switch { Lang.French => French.Number(value), Lang.English => English.Number(value) };

    public static string Number(this Lang language, double value, int decimals) => language switch { Lang.French => French.Number(value, decimals), Lang.English => English.Number(value, decimals) };

    /// <summary>A share in [0, 1] as a whole percentage.</summary>
    public static string Percent(this Lang language, double share) => language switch { Lang.French => French.Percent(share), Lang.English => English.Number(Math.Round(share * 100), 0) + "%" };

    /// <summary>The order in which readers look for titles.</summary>
    public static StringComparer TitleOrder(this Lang language) => StringComparer.Create(language.Say(French.Culture, English.Culture), ignoreCase: true);

    /// <summary>"1 fiche", "2 fiches"; "1 entry", "2 entries".</summary>
    public static string Count(this Lang language, int count, (string One, string Many) french, (string One, string Many) english) => language switch
    {
        Lang.French => French.Count(count, french.One, french.Many),
        Lang.English => $"{English.Number(count)} {(count == 1 ? english.One : english.Many)}",
    };
}
