using System.Globalization;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>Days as readers of each language write them.</summary>
public static class Days
{
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static string Say(this DateOnly day, Lang l) => l switch
    {
        Lang.French => French.Day(day),
        Lang.English => day.ToString("d MMMM yyyy", English),
    };

    /// <summary>The day in Paris.</summary>
    public static string Say(this DateTimeOffset at, Lang l) => Of(at).Say(l);

    /// <summary>What both engines keep of an instant: its microseconds.</summary>
    public static DateTimeOffset Kept(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    public static DateOnly Of(DateTimeOffset at) => DateOnly.ParseExact(French.IsoDay(at), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
