namespace Beffroi.Cli.Psychometrics.Simulate;

/// <summary>A figure of a simulation, and its Monte-Carlo error; null with one person.</summary>
sealed record Measure(double Value, double? Error)
{
    /// <summary>A mean, and its standard error; null of nothing.</summary>
    public static Measure? Mean(double[] values)
    {
        if (values.Length == 0)
        {
            return null;
        }

        var mean = values.Average();
        return new(mean, values.Length > 1 ? Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1.0) / values.Length) : null);
    }

    /// <summary>A root mean square, its error by the delta method; null of nothing.</summary>
    public static Measure? RootMeanSquare(double[] values) => Mean([.. values.Select(v => v * v)]) is { } square
        ? new(Math.Sqrt(square.Value), square.Value > 0 ? square.Error / (2 * Math.Sqrt(square.Value)) : square.Error)
        : null;
}
