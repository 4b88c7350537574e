using System.Collections.Immutable;

namespace Beffroi.Cli.Psychometrics.Study.Drawing;

/// <summary>An axis: its name with the unit, and where its graduations fall.</summary>
sealed record PlotAxis(string Label, double Low, double High, double Step);

/// <summary>A point, with one standard error on either side when it has one.</summary>
sealed record PlotPoint(double X, double Y, double? Error = null);

/// <summary>Points of one kind, joined or not.</summary>
sealed record PlotSeries(string Name, ImmutableArray<PlotPoint> Points, bool IsJoined);

/// <summary>A plot and its text alternative.</summary>
sealed record Plot
{
    public required string Title { get; init; }

    public required string Description { get; init; }

    public required PlotAxis X { get; init; }

    public required PlotAxis Y { get; init; }

    public required ImmutableArray<PlotSeries> Series { get; init; }

    /// <summary>Whether the line y = x is drawn.</summary>
    public bool HasDiagonal { get; init; }
}
