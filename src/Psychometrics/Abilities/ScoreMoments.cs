using System.Runtime.InteropServices;

namespace Beffroi.Psychometrics;

/// <summary>Mean and variance of the score on an item at an ability, in score points.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct ScoreMoments(double Mean, double Variance)
{
    public static ScoreMoments Of(ItemModel item, double ability)
    {
        Span<double> p = stackalloc double[item.MaxScore + 1];
        item.Probabilities(ability, p);
        var (mean, variance) = (0.0, 0.0);
        for (var k = 1; k < p.Length; k++)
        {
            mean += k * p[k];
        }

        // About the mean, and all terms positive: no cancellation, so that a rare score keeps its variance.
        for (var k = 0; k < p.Length; k++)
        {
            variance += p[k] * (k - mean) * (k - mean);
        }

        return new(mean, variance);
    }
}
