using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Beffroi.Bots.Figures;

/// <summary>What drawings share.</summary>
static class ChartParts
{
    public static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    // Razor keeps the tag <text> for itself.
    public static RenderFragment Words(double x, double y, string anchor, string words) => builder =>
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", N(x));
        builder.AddAttribute(2, "y", N(y));
        builder.AddAttribute(3, "text-anchor", anchor);
        builder.AddContent(4, words);
        builder.CloseElement();
    };
}
