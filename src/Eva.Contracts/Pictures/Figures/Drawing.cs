using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Beffroi.Eva.Contracts.Pictures;

/// <summary>A picture drawn from the numbers of a <see cref="Contracts.Figure"/>. One unit of the drawing is about one pixel of the smallest screen.</summary>
public abstract class Drawing : ComponentBase
{
    private static readonly int[] Rounds = [1, 2, 5, 10, 20, 25, 50, 100];

    [Parameter, EditorRequired] public Figure Figure { get; set; } = null!;

    /// <summary>One picture with one name: what is inside is drawn for the eye.</summary>
    protected IReadOnlyDictionary<string, object> Frame(double width, double height) => new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["class"] = "fig",
        ["viewBox"] = View(width, height),
        ["role"] = "img",
        ["aria-label"] = Figure.Alt,
        ["focusable"] = "false",
    };

    public static string View(double width, double height) => $"0 0 {N(width)} {N(height)}";

    /// <summary>A coordinate.</summary>
    protected static string N(double coordinate) => coordinate.ToString("0.##", CultureInfo.InvariantCulture);

    protected static string Move(double x, double y) => $"translate({N(x)} {N(y)})";

    /// <summary>A number as it is written: « 1 250,5 ».</summary>
    public static string Written(double number)
    {
        var text = Math.Abs(number).ToString("0.###", CultureInfo.InvariantCulture).Replace('.', ',');
        var end = text.IndexOf(',', StringComparison.Ordinal);
        for (var at = (end < 0 ? text.Length : end) - 3; at > 0; at -= 3)
        {
            text = text.Insert(at, "\u202f");
        }

        return number < 0 ? "\u2212" + text : text;
    }

    protected string Measure(double number) => Figure.Unit is null ? Written(number) : $"{Written(number)}\u00a0{Figure.Unit}";

    /// <summary>Every how many graduations a number is written, so that two numbers keep their distance.</summary>
    /// <param name="step">Between two graduations.</param>
    /// <param name="apart">The least number of units between two written numbers.</param>
    protected static double Numbered(double step, double apart) =>
        Rounds.Select(times => step * times).FirstOrDefault(written => written >= apart - 1e-9, step * 200);

    /// <summary>The graduations from one end to the other, without the drift of repeated additions.</summary>
    protected static IEnumerable<double> Graduations(double first, double last, double step)
    {
        var count = step > 0 ? (int)Math.Min(1000, Math.Round((last - first) / step)) : 0;
        return Enumerable.Range(0, count + 1).Select(index => Math.Round(first + (index * step), 6));
    }

    protected static bool IsMultiple(double number, double of) => Math.Abs((number / of) - Math.Round(number / of)) < 1e-6;
}
