using System.Collections.Immutable;

namespace Beffroi.Cli.Psychometrics.Study.Drawing;

/// <summary>Colours that colour-blind people tell apart (Okabe &amp; Ito, 2008), the yellow left out on white; each has its own marker and dashes, so that colour is never alone.</summary>
static class PlotStyle
{
    static readonly ImmutableArray<string> Colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000", "#E69F00", "#56B4E9"];
    static readonly ImmutableArray<string> Dashes = ["none", "8 4", "2 3", "10 3 2 3", "none", "6 2", "1 5"];

    public static string Colour(int series) => Colours[series % Colours.Length];

    public static string Dash(int series) => Dashes[series % Dashes.Length];

    public static string Marker(int series, double x, double y, double size) => (series % 5) switch
    {
        0 => Svg.Text($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{size:0.#}\"/>"),
        1 => Svg.Text($"<rect x=\"{x - size:0.#}\" y=\"{y - size:0.#}\" width=\"{2 * size:0.#}\" height=\"{2 * size:0.#}\"/>"),
        2 => Svg.Text($"<path d=\"M{x:0.#} {y - (1.3 * size):0.#}l{1.2 * size:0.#} {2.2 * size:0.#}h{-2.4 * size:0.#}z\"/>"),
        3 => Svg.Text($"<path d=\"M{x:0.#} {y - (1.4 * size):0.#}l{1.4 * size:0.#} {1.4 * size:0.#}l{-1.4 * size:0.#} {1.4 * size:0.#}l{-1.4 * size:0.#} {-1.4 * size:0.#}z\"/>"),
        _ => Svg.Text($"<path d=\"M{x - size:0.#} {y + (1.1 * size):0.#}h{2 * size:0.#}l{-size:0.#} {-2.2 * size:0.#}z\" transform=\"rotate(180 {x:0.#} {y:0.#})\"/>"),
    };
}
