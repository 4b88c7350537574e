using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Beffroi.Ads.Charts;

/// <summary>One bar: what it counts, its length, and the words beside it.</summary>
/// <param name="Value">In the unit of the chart, zero or more.</param>
public sealed record Bar(string Label, double Value, string Told);

/// <summary>One column of a line of time.</summary>
/// <param name="Value">Null where it is not told.</param>
public sealed record Moment(DateOnly Day, double? Value, string Told);

/// <summary>A day that explains a line of time: an election.</summary>
public sealed record Mark(DateOnly Day, string Label);

/// <summary>What drawings share.</summary>
static class ChartParts
{
    public static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    // Razor keeps the tag <text> for itself.
    public static RenderFragment Words(double x, double y, string anchor, string words, string? style = null) => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", style);
        builder.AddAttribute(2, "x", N(x));
        builder.AddAttribute(3, "y", N(y));
        builder.AddAttribute(4, "text-anchor", anchor);
        builder.AddContent(5, words);
        builder.CloseElement();
    };
}
