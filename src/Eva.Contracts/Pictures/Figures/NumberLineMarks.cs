namespace Beffroi.Eva.Contracts.Pictures;

/// <summary>A lettered mark on a number line.</summary>
public sealed record NumberLineMark(char Letter, double Value, Spot Spot);

public static class NumberLineMarks
{
    public const double Width = 320;
    public const double Height = 130;

    public static double At(Figure figure, double value) => 24 + ((value - figure.Values[0]) * 272 / (figure.Values[1] - figure.Values[0]));

    public static IEnumerable<NumberLineMark> Of(Figure figure) => figure.Values.Skip(3).Select((value, index) =>
        new NumberLineMark((char)('A' + index), value, new Spot(((char)('A' + index)).ToString(), At(figure, value) - 22, 4, 44, 84)));
}
