using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Beffroi.Eva.Contracts.Pictures;

/// <summary>A drawn piece: alone it fills its container; with <see cref="X"/> and <see cref="Y"/> it is placed in a scene at its natural size.</summary>
public abstract class Piece : ComponentBase
{
    [Parameter] public int? X { get; set; }
    [Parameter] public int? Y { get; set; }

    // Alone, a small piece keeps air around it, so that all pieces shown in equal boxes have nearly the same line weight.
    private const int SmallestView = 100;

    // Pictures repeat what the page says in words: hidden from assistive technology, out of the tab order of old browsers.
    protected IReadOnlyDictionary<string, object> Frame(int width, int height)
    {
        var frame = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["class"] = "pic",
            ["viewBox"] = View(width, height),
            ["aria-hidden"] = "true",
            ["focusable"] = "false",
        };
        if (X is { } x && Y is { } y)
        {
            frame["x"] = Text(x);
            frame["y"] = Text(y);
            frame["width"] = Text(width);
            frame["height"] = Text(height);
        }
        return frame;
    }

    private string View(int width, int height)
    {
        var (wide, high) = X is null ? (Math.Max(width, SmallestView), Math.Max(height, SmallestView)) : (width, height);
        return string.Create(CultureInfo.InvariantCulture, $"{(width - wide) / 2} {(height - high) / 2} {wide} {high}");
    }

    protected static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    protected static string Move(int x, int y) => string.Create(CultureInfo.InvariantCulture, $"translate({x} {y})");
}
