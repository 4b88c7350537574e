using System.Globalization;
using Beffroi.Kit;

namespace Beffroi.Bots.Analysing;

/// <summary>Cells as screens and files write them.</summary>
static class Cells
{
    public static Cell Figure(this Lang l, long value) => new(l.Number(value, 0)) { IsFigure = true, Raw = value.ToString(CultureInfo.InvariantCulture) };

    /// <summary>Null: not given, which is no zero.</summary>
    public static Cell Figure(this Lang l, long? value) => value is { } given ? l.Figure(given) : new("—") { IsFigure = true, Raw = "", Label = l.Say("non donné", "not given") };

    public static Cell Share(this Lang l, double share) => new(l.Tenths(share)) { IsFigure = true, Raw = Math.Round(share, 6).ToString("0.######", CultureInfo.InvariantCulture) };

    public static Cell Instant(this Lang l, DateTimeOffset at) => new(l.Moment(at)) { Raw = French.IsoMoment(at) };

    /// <summary>One decimal: a share of a thousand is not nothing.</summary>
    public static string Tenths(this Lang l, double share) => l.Number(share * 100, 1) + l.Say("\u202F%", "%");
}
