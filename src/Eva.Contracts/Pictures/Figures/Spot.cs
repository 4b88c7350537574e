namespace Beffroi.Eva.Contracts.Pictures;

/// <summary>A place of a figure that can be pointed at, in the units of its drawing.</summary>
/// <param name="Id">The id of its slot.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Across.</param>
/// <param name="Height">Down.</param>
public sealed record Spot(string Id, double X, double Y, double Width, double Height);

/// <summary>The places of each kind of figure that has some, and the size of its drawing.</summary>
public sealed record Spots(double Width, double Height, IReadOnlyList<Spot> Places)
{
    public static Spots? Of(Figure figure) => figure.Kind switch
    {
        FigureKind.Bars or FigureKind.Line => Chart(new ChartFrame(figure)),
        FigureKind.Pie => new Spots(PieSlices.Width, PieSlices.HeightOf(figure), [.. PieSlices.Of(figure).Select(slice => slice.Spot)]),
        FigureKind.Grid => Grid(new GridPlan(figure)),
        FigureKind.Stall => new Spots(StallPlan.Width, StallPlan.Height, StallPlan.Places),
        FigureKind.NumberLine => new Spots(NumberLineMarks.Width, NumberLineMarks.Height, [.. NumberLineMarks.Of(figure).Select(mark => mark.Spot)]),
        FigureKind.Clock or FigureKind.Display or FigureKind.Ruler or FigureKind.Thermometer or FigureKind.Scales or FigureKind.Jug or FigureKind.Money
            or FigureKind.Objects or FigureKind.Rectangle or FigureKind.LShape or FigureKind.Box or FigureKind.Fraction => null,
    };

    private static Spots Chart(ChartFrame frame) => new(ChartFrame.Width, frame.Height, [.. frame.Spots()]);

    private static Spots Grid(GridPlan plan) => new(GridPlan.Width, plan.Height, [.. plan.Squares.Select(square => square.Spot)]);
}
