namespace Beffroi.Psychometrics;

/// <summary>A statistic that follows a χ² law when the model holds.</summary>
public sealed record FitTest
{
    FitTest(double statistic, int degrees) => (Statistic, Degrees, PValue) = (statistic, degrees, ChiSquared.Survival(statistic, degrees));

    /// <summary>The statistic, at least 0, without unit.</summary>
    public double Statistic { get; }

    /// <summary>Degrees of freedom, at least 1.</summary>
    public int Degrees { get; }

    /// <summary>Probability of a statistic at least as large when the model holds.</summary>
    public double PValue { get; }

    // Rounding may leave a statistic a hair under 0.
    internal static FitTest Of(double statistic, int degrees) => new(Math.Max(0, statistic), degrees);
}
