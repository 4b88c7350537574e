using System.Globalization;
using Beffroi.Kit;

namespace Beffroi.Eva.Tables;

/// <summary>One case of an exported table: a text, or a figure with a point as machines write it.</summary>
public readonly record struct Cell(string Text, bool IsFigure = false)
{
    public static Cell Of(string? text) => new(text ?? "");

    public static Cell Of(int? figure) => new(figure?.ToString(CultureInfo.InvariantCulture) ?? "", true);

    public static Cell Of(decimal? figure) => new(figure?.ToString("0.##", CultureInfo.InvariantCulture) ?? "", true);

    public static Cell Of(double? figure, int decimals) => new(figure is { } value ? Rounded(value, decimals).ToString(CultureInfo.InvariantCulture) : "", true);

    /// <summary>Day and time in Paris, in the order that sorts: 2026-11-23 11:00.</summary>
    public static Cell Of(DateTimeOffset? at) => Of(at is { } instant ? French.IsoMoment(instant) : null);

    // As a decimal: no exponent, which some spreadsheets take for a text; and zero has no sign.
    static decimal Rounded(double value, int decimals) => Math.Round((decimal)value, decimals) + 0m;
}

/// <summary>A table on its way out: rows come one after another, and none waits for the last.</summary>
/// <param name="Name">Of the sheet in a workbook: 31 characters at most.</param>
public sealed record Table(string Name, IReadOnlyList<string> Titles, IAsyncEnumerable<IReadOnlyList<Cell>> Rows);
