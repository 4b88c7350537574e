namespace Beffroi.Eva.Contracts.Pictures;

/// <summary>Where things stand in a chart of one series: a scale of values upwards, one column for each label.</summary>
public sealed class ChartFrame
{
    public const double Width = 320;

    private static readonly int[] Rounds = [1, 2, 5, 10, 20, 50];

    private const double Top = 34;
    private const double Tall = 200;

    private readonly Figure _figure;

    public ChartFrame(Figure figure)
    {
        _figure = figure;
        Step = StepFor(figure.Values);
        Highest = Step * Math.Max(1, Math.Ceiling((figure.Values.Max() / Step) - 1e-9));
        Halves = figure.Values.Any(value => !Divides(Step, value));
        Left = 14 + (10 * Drawing.Written(Highest).Length);
        Column = (Width - Left - 6) / figure.Labels.Count;
        var longest = figure.Labels.Max(label => label.Length);
        Slanted = longest * 9 > Column;
        Height = Bottom + (Slanted ? 22 + Math.Min(120, longest * 6) : 30);
    }

    /// <summary>Between two written values.</summary>
    public double Step { get; }

    /// <summary>A value stands between two lines: a lighter line stands there too.</summary>
    public bool Halves { get; }

    public double Highest { get; }

    public double Left { get; }

    public double Column { get; }

    /// <summary>Labels too long to lie side by side lean.</summary>
    public bool Slanted { get; }

    public double Height { get; }

    public static double Bottom => Top + Tall;

    public double Y(double value) => Bottom - (value * Tall / Highest);

    /// <summary>The middle of a column.</summary>
    public double X(int index) => Left + (Column * (index + 0.5));

    public IEnumerable<Spot> Spots() => _figure.Labels.Select((label, index) => new Spot(label, Left + (Column * index), Top - 8, Column, Height - Top + 8));

    // The finest scale with ten lines at most on which every value can be read.
    private static double StepFor(IReadOnlyList<double> values)
    {
        var highest = Math.Max(values.Max(), 1e-6);
        var unit = Math.Pow(10, Math.Floor(Math.Log10(highest / 10)));
        var steps = Rounds.Select(times => times * unit).Where(step => highest / step is <= 10 and >= 2).ToList();
        return steps.Find(step => values.All(value => Divides(step, value))) is var exact and > 0 ? exact
            : steps.Find(step => values.All(value => Divides(step / 2, value))) is var half and > 0 ? half
            : steps.Find(step => highest / step <= 6);
    }

    private static bool Divides(double step, double value) => Math.Abs((value / step) - Math.Round(value / step)) < 1e-6;
}
