using System.Runtime.InteropServices;

namespace Beffroi.Psychometrics;

/// <summary>What answers say around one ability: the slope l′ of their log-likelihood, their Fisher information I = Σ P′² / P, and
/// J = Σ P′ P″ / P, whose ratio -J / 2I² is the bias of a maximum likelihood (Warm, 1989, eq. 5; Samejima, 1993, for several scores).</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct LikelihoodSlope(double Slope, double Information, double Bias)
{
    // Half the width of the difference that replaces P′ / P where P itself has run out of numbers; the logarithm is straight there.
    const double Reach = 1e-4;

    /// <summary>Warm's correction J / 2I, per logit; 0 where nothing is known.</summary>
    public static double Warm(double bias, double information) => information > ItemModel.Tiny ? bias / (2 * information) : 0;

    public static LikelihoodSlope At(double ability, ReadOnlySpan<Answer> answers)
    {
        var widest = 1;
        foreach (var answer in answers)
        {
            widest = Math.Max(widest, answer.Item.MaxScore);
        }

        Span<double> p = stackalloc double[widest + 1];
        Span<double> first = stackalloc double[widest + 1];
        Span<double> second = stackalloc double[widest + 1];
        var (slope, information, bias) = (0.0, 0.0, 0.0);
        foreach (var (_, item, score) in answers)
        {
            item.Derivatives(ability, p, first, second);
            slope += p[score] > ItemModel.Tiny ? first[score] / p[score] : Difference(item, ability, score);
            for (var k = 0; k <= item.MaxScore; k++)
            {
                if (p[k] > ItemModel.Tiny)
                {
                    information += first[k] / p[k] * first[k];
                    bias += first[k] / p[k] * second[k];
                }
            }
        }

        return new(slope, information, bias);
    }

    static double Difference(ItemModel item, double ability, int score) =>
        (item.LogProbability(ability + Reach, score) - item.LogProbability(ability - Reach, score)) / (2 * Reach);
}
