using System.Globalization;
using System.Text;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Study;

/// <summary>A table of measures, each with its Monte-Carlo error.</summary>
sealed class MarkdownTable(params string[] headers)
{
    readonly StringBuilder _text = new StringBuilder()
        .Append("| ").AppendJoin(" | ", headers).Append(" |\n|---").Append(string.Concat(Enumerable.Repeat("|---:", headers.Length - 1))).Append("|\n");

    public void Add(params string[] cells) => _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    public void Add(string name, params Measure?[] measures) => Add([name, .. measures.Select(m => Cell(m))]);

    /// <summary>"0.931 ± 0.004"; a dash where the measure has no meaning.</summary>
    public static string Cell(Measure? measure, int decimals = 3) => measure is null ? "–"
        : Number(measure.Value, decimals) + (measure.MonteCarloError is { } error ? $" ± {Number(error, decimals)}" : "");

    public static string Number(double value, int decimals)
    {
        var text = value.ToString($"F{decimals.ToString(CultureInfo.InvariantCulture)}", CultureInfo.InvariantCulture);
        return text.StartsWith('-') ? text.Trim('-', '0', '.').Length == 0 ? text[1..] : "−" + text[1..] : text;
    }

    public override string ToString() => _text.ToString();
}
