namespace Beffroi.Eva.Contracts.Pictures;

/// <summary>A slice: its letter says which it is, its colour only helps.</summary>
/// <param name="Letter">A, B, C… from the top, clockwise.</param>
/// <param name="Label">Its name, in the legend.</param>
/// <param name="From">Where it begins, in turns from the top.</param>
/// <param name="To">Where it ends.</param>
public sealed record PieSlice(char Letter, string Label, double From, double To)
{
    public Spot Spot
    {
        get
        {
            var (x, y) = PieSlices.Around((From + To) / 2, PieSlices.Radius * 0.62);
            return new Spot(Label, x - 24, y - 24, 48, 48);
        }
    }
}

public static class PieSlices
{
    public const double Width = 300;
    public const double Radius = 112;
    public const double Row = 28;

    private const double Centre = 120;

    public static double HeightOf(Figure figure) => (Centre * 2) + 10 + (Row * figure.Labels.Count);

    public static IEnumerable<PieSlice> Of(Figure figure)
    {
        var (total, before) = (figure.Values.Sum(), 0.0);
        foreach (var (index, value) in figure.Values.Index())
        {
            yield return new PieSlice((char)('A' + index), figure.Labels[index], before / total, (before + value) / total);
            before += value;
        }
    }

    /// <summary>A point of the disc.</summary>
    /// <param name="turns">From the top, clockwise.</param>
    /// <param name="distance">From the centre.</param>
    public static (double X, double Y) Around(double turns, double distance) =>
        ((Width / 2) + (distance * Math.Sin(turns * 2 * Math.PI)), Centre - (distance * Math.Cos(turns * 2 * Math.PI)));
}
