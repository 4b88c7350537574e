namespace Beffroi.Psychometrics;

/// <summary>The χ² distribution.</summary>
static class ChiSquared
{
    /// <summary>Probability of a value above <paramref name="x"/> with these degrees of freedom (above 0).</summary>
    public static double Survival(double x, double degrees) => GammaFunction.RegularisedUpper(degrees / 2, x / 2);
}
