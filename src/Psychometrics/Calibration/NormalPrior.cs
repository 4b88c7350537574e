namespace Beffroi.Psychometrics;

/// <summary>A normal prior.</summary>
public sealed record NormalPrior
{
    /// <summary>A normal prior.</summary>
    /// <param name="mean">Finite.</param>
    /// <param name="standardDeviation">Above 0, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its bounds.</exception>
    public NormalPrior(double mean, double standardDeviation) =>
        (Mean, StandardDeviation) = (Require.Finite(mean), Require.AtLeast(1e-9, standardDeviation));

    /// <summary>Mean.</summary>
    public double Mean { get; }

    /// <summary>Standard deviation.</summary>
    public double StandardDeviation { get; }

    // Log density up to a constant, and its slope.
    internal (double Log, double Slope) At(double x)
    {
        var z = (x - Mean) / StandardDeviation;
        return (-z * z / 2, -z / StandardDeviation);
    }
}
