using System.Collections.Immutable;
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

    /// <summary>Thresholds or steps of an item: one to a hundred finite numbers.</summary>
    public static ImmutableArray<double> Parameters(ImmutableArray<double> values, [CallerArgumentExpression(nameof(values))] string? name = null)
    {
        if (values.IsDefaultOrEmpty || values.Length > 100)
        {
            throw new ArgumentException("An item has one to a hundred of them.", name);
        }

        foreach (var value in values)
        {
            Finite(value, name);
        }

        return values;
    }
}
