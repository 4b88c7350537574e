using System.Runtime.CompilerServices;

namespace Beffroi.Psychometrics;

/// <summary>Bounds of numbers: NaN slips through ordinary comparisons, not through these.</summary>
static class Require
{
    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, "A finite number is needed.");

    public static double AtLeast(double bound, double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        Finite(value, name) >= bound ? value : throw new ArgumentOutOfRangeException(name, value, $"At least {bound} is needed.");

    public static double Within(double low, double high, double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        AtLeast(low, value, name) <= high ? value : throw new ArgumentOutOfRangeException(name, value, $"At most {high} is allowed.");
}
