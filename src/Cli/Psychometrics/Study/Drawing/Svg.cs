using System.Globalization;
using System.Security;
using System.Text;

namespace Beffroi.Cli.Psychometrics.Study.Drawing;

/// <summary>A plot as an SVG image of its own: no script, no outside font, readable by a screen reader.</summary>
static class Svg
{
    const int Width = 760;
    const int Height = 470;
    const int Left = 74;
    const int Right = 24;
    const int Top = 46;

    // The legend takes a line for two names, under the axis.
    const int LegendLine = 20;

    public static string Write(Plot plot)
    {
        var bottom = 66 + (LegendLine * ((plot.Series.Length + 1) / 2));
        var (across, down) = (Width - Left - Right, Height - Top - bottom);
        double X(double x) => Left + (across * (x - plot.X.Low) / (plot.X.High - plot.X.Low));
        double Y(double y) => Top + (down * (plot.Y.High - y) / (plot.Y.High - plot.Y.Low));

        var svg = new StringBuilder();
        void Add(FormattableString markup) => svg.Append(Text(markup)).Append('\n');

        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-labelledby=\"title description\" font-family=\"sans-serif\" font-size=\"14\">");
        Add($"<title id=\"title\">{Escape(plot.Title)}</title><desc id=\"description\">{Escape(plot.Description)}</desc>");
        Add($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/><text x=\"{Left}\" y=\"26\" font-size=\"17\" font-weight=\"bold\">{Escape(plot.Title)}</text>");
        foreach (var at in Graduations(plot.X))
        {
            Add($"<path d=\"M{X(at):0.#} {Top}v{down}\" stroke=\"#ddd\"/><text x=\"{X(at):0.#}\" y=\"{Top + down + 20}\" text-anchor=\"middle\">{Number(at)}</text>");
        }

        foreach (var at in Graduations(plot.Y))
        {
            Add($"<path d=\"M{Left} {Y(at):0.#}h{across}\" stroke=\"#ddd\"/><text x=\"{Left - 8}\" y=\"{Y(at) + 5:0.#}\" text-anchor=\"end\">{Number(at)}</text>");
        }

        Add($"<path d=\"M{Left} {Top}v{down}h{across}\" fill=\"none\" stroke=\"#333\"/>");
        Add($"<text x=\"{Left + (across / 2)}\" y=\"{Top + down + 44}\" text-anchor=\"middle\">{Escape(plot.X.Label)}</text>");
        Add($"<text transform=\"translate(20 {Top + (down / 2)}) rotate(-90)\" text-anchor=\"middle\">{Escape(plot.Y.Label)}</text>");
        if (plot.HasDiagonal)
        {
            Add($"<path d=\"M{X(plot.X.Low):0.#} {Y(plot.X.Low):0.#}L{X(plot.X.High):0.#} {Y(plot.X.High):0.#}\" stroke=\"#555\"/>");
        }

        for (var s = 0; s < plot.Series.Length; s++)
        {
            var (series, colour) = (plot.Series[s], PlotStyle.Colour(s));
            PlotPoint[] points = [.. series.Points.Where(p => IsInside(p, plot))];
            Add($"<g fill=\"{colour}\" stroke=\"{colour}\">");
            if (series.IsJoined)
            {
                Add($"<polyline fill=\"none\" stroke-width=\"2\" stroke-dasharray=\"{PlotStyle.Dash(s)}\" points=\"{string.Join(' ', points.Select(p => Text($"{X(p.X):0.#},{Y(p.Y):0.#}")))}\"/>");
            }

            foreach (var p in points)
            {
                if (p.Error is { } error && error > 0)
                {
                    Add($"<path d=\"M{X(p.X):0.#} {Math.Max(Y(p.Y + error), Top):0.#}V{Math.Min(Y(p.Y - error), Top + down):0.#}\" stroke-width=\"1.5\"/>");
                }

                svg.Append(PlotStyle.Marker(s, X(p.X), Y(p.Y), points.Length > 60 ? 2 : 4)).Append('\n');
            }

            var (column, line) = (Left + (s % 2 * (across / 2)), Top + down + 70 + (s / 2 * LegendLine));
            Add($"<path d=\"M{column} {line - 5}h28\" stroke-width=\"2\" stroke-dasharray=\"{(series.IsJoined ? PlotStyle.Dash(s) : "0 28")}\"/>");
            svg.Append(PlotStyle.Marker(s, column + 14, line - 5, 4));
            Add($"<text x=\"{column + 36}\" y=\"{line}\" fill=\"#000\" stroke=\"none\">{Escape(series.Name)}</text></g>");
        }

        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>Markup with numbers as SVG reads them.</summary>
    public static string Text(FormattableString markup) => markup.ToString(CultureInfo.InvariantCulture);

    static bool IsInside(PlotPoint p, Plot plot) => p.X >= plot.X.Low && p.X <= plot.X.High && p.Y >= plot.Y.Low && p.Y <= plot.Y.High;

    static IEnumerable<double> Graduations(PlotAxis axis) =>
        Enumerable.Range(0, (int)Math.Floor(((axis.High - axis.Low) / axis.Step) + 1e-9) + 1).Select(i => axis.Low + (i * axis.Step));

    static string Number(double value) => (Math.Abs(value) < 1e-9 ? 0 : value).ToString("0.##", CultureInfo.InvariantCulture).Replace('-', '\u2212');

    static string Escape(string text) => SecurityElement.Escape(text);
}
