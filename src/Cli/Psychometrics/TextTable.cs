using Beffroi.Kit;

namespace Beffroi.Cli.Psychometrics;

/// <summary>A table for a person who reads a terminal: names on the left, figures aligned on the right.</summary>
sealed class TextTable(params string[] header)
{
    readonly List<string[]> _rows = [header];

    public TextTable Add(params string[] cells)
    {
        _rows.Add(cells);
        return this;
    }

    /// <summary>A figure, or a dash when it is undefined.</summary>
    public static string Figure(double? value, int decimals = 3) => value is { } number && double.IsFinite(number) ? French.Number(number, decimals) : "—";

    public override string ToString()
    {
        var widths = header.Select((_, column) => _rows.Max(row => row[column].Length)).ToArray();
        return string.Join('\n', _rows.Select(row => string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd()));
    }
}
