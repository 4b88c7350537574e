namespace Beffroi.Eva.Contracts.Pictures;

/// <summary>A square of a plan: a place with its name, a path, or nothing.</summary>
/// <param name="Column">From 0, on the left.</param>
/// <param name="Row">From 0, at the top.</param>
/// <param name="Name">What stands there; null when nothing does.</param>
/// <param name="Path">One walks there.</param>
/// <param name="Spot">Its id (<c>B2</c>) and where it is drawn.</param>
public sealed record GridSquare(int Column, int Row, string? Name, bool Path, Spot Spot);

/// <summary>A plan in squares. Names too long for their square stand in a legend, each with its sign.</summary>
public sealed class GridPlan
{
    public const double Width = 320;
    public const double Edge = 24;
    public const double LegendRow = 28;

    public GridPlan(Figure figure)
    {
        (Columns, Rows) = ((int)figure.Values[0], (int)figure.Values[1]);
        Cell = Math.Min(74, (Width - Edge - 2) / Columns);
        var named = figure.Labels.Select(label => label.Split(':', 2)).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        Squares = [.. from row in Enumerable.Range(0, Rows) from column in Enumerable.Range(0, Columns) select SquareAt(column, row, named)];
        var names = Squares.Select(square => square.Name).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        Legend = names.Exists(name => SizeIn(Cell, name) < Smallest) ? names : [];
    }

    public int Columns { get; }

    public int Rows { get; }

    public double Cell { get; }

    /// <summary>Nothing smaller is written.</summary>
    private const double Smallest = 12.5;

    public IReadOnlyList<GridSquare> Squares { get; }

    /// <summary>One size for all the names, as large as the longest allows.</summary>
    public double TextSize => Squares.Where(square => square.Name is not null).Select(square => SizeIn(Cell, square.Name!)).DefaultIfEmpty(Smallest).Min();

    /// <summary>Names in the order of their signs; empty when each stands in its square.</summary>
    public IReadOnlyList<string> Legend { get; }

    public double Bottom => Edge + (Rows * Cell);

    public double Height => Bottom + 4 + (Legend.Count * LegendRow);

    // A bold character is a little more than half as wide as it is high.
    private static double SizeIn(double cell, string name) => Math.Min(24, (cell - 4) / (name.Length * 0.58));

    private GridSquare SquareAt(int column, int row, Dictionary<string, string> named)
    {
        var id = $"{(char)('A' + column)}{(char)('1' + row)}";
        var label = named.GetValueOrDefault(id);
        return new GridSquare(column, row, label is "#" ? null : label, label is "#", new Spot(id, Edge + (column * Cell), Edge + (row * Cell), Cell, Cell));
    }
}
