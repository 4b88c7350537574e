using System.Globalization;

namespace Beffroi.Kit;

/// <summary>Dates and numbers as French readers write them.</summary>
public static class French
{
    public static readonly CultureInfo Culture = Make();

    /// <summary>23 novembre 2026; the first of a month is "1er".</summary>
    public static string Day(DateOnly day) =>
        (day.Day == 1 ? "1er " : day.Day.ToString(Culture) + " ") + day.ToString("MMMM yyyy", Culture);

    /// <summary>novembre 2026.</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", Culture);

    /// <summary>The day in Paris.</summary>
    public static DateOnly Today(DateTimeOffset instant) => DateOnly.FromDateTime(Paris(instant).DateTime);

    /// <summary>The day in Paris as forms and files write it: 2026-11-23.</summary>
    public static string IsoDay(DateTimeOffset instant) => Paris(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The same with its time: 2026-11-23 14:05.</summary>
    public static string IsoMoment(DateTimeOffset instant) => Paris(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The first instant of a day in Paris.</summary>
    public static DateTimeOffset Begins(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, ParisTime.GetUtcOffset(midnight));
    }

    public static string Day(DateTimeOffset instant) => Day(DateOnly.FromDateTime(Paris(instant).DateTime));

    /// <summary>23 novembre 2026 à 14 h 05, in Paris.</summary>
    public static string Moment(DateTimeOffset instant) =>
        $"{Day(instant)} à {Paris(instant).ToString("H'\u00A0h\u00A0'mm", Culture)}";

    public static string Number(double value, int decimals) => value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Culture);

    public static string Number(int value) => value.ToString("N0", Culture);

    /// <summary>A share in [0, 1] as a whole percentage with its narrow no-break space.</summary>
    public static string Percent(double share) => $"{Math.Round(share * 100).ToString("N0", Culture)}\u202F%";

    /// <summary>A probability: never 0 nor 100 %, which no measurement gives.</summary>
    public static string Likelihood(double probability) => probability switch
    {
        > 0.99 => "plus de 99\u202F%",
        < 0.01 => "moins de 1\u202F%",
        _ => Percent(probability),
    };

    public static string Count(int count, string one, string many) => $"{Number(count)} {(count < 2 ? one : many)}";

    internal static DateTimeOffset Paris(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, ParisTime);

    static readonly TimeZoneInfo ParisTime = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    // The minus sign that typographers and screen readers expect, whatever the machine's own data say.
    static CultureInfo Make()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("fr-FR").Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberGroupSeparator = "\u202F";
        return CultureInfo.ReadOnly(culture);
    }
}
