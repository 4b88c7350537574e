using System.Runtime.CompilerServices;

namespace Beffroi.Crowdsourcing;

/// <summary>Bounds of numbers: NaN slips through ordinary comparisons, not through these.</summary>
static class Require
{
    public static double Within(double low, double high, double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= low && value <= high ? value : throw new ArgumentOutOfRangeException(name, value, $"A number from {low} to {high} is needed.");

    public static int Within(int low, int high, int value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= low && value <= high ? value : throw new ArgumentOutOfRangeException(name, value, $"A whole number from {low} to {high} is needed.");
}
