using System.Runtime.InteropServices;

namespace Beffroi.Psychometrics;

/// <summary>Moments of the parameters of a set of anchors.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct AnchorMoments(double MeanDiscrimination, double MeanDifficulty, double DifficultySd)
{
    // Below it, difficulties are equal but for the rounding of what calibrated them.
    const double LeastSd = 1e-6;

    public bool Varies => DifficultySd > LeastSd;

    public static AnchorMoments Of(IReadOnlyList<ItemModel> items, IReadOnlyList<ItemModel>? same = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count == 0 || (same is not null && !items.Select(i => i.MaxScore).SequenceEqual(same.Select(i => i.MaxScore))))
        {
            throw new ArgumentException("Both scales have the same anchors, at least one.", nameof(items));
        }

        double[] difficulties = [.. items.SelectMany(Difficulties)];
        var mean = difficulties.Average();
        return new(items.Average(Discrimination), mean, Math.Sqrt(difficulties.Average(b => (b - mean) * (b - mean))));
    }

    static IEnumerable<double> Difficulties(ItemModel item) => item switch
    {
        LogisticItem i => [i.Difficulty],
        UncertainItem i => [i.Difficulty],
        GradedItem i => i.Thresholds,
        PartialCreditItem i => i.Steps,
        _ => throw new ArgumentException($"{item.GetType().Name} has no difficulty.", nameof(item)),
    };

    static double Discrimination(ItemModel item) => item switch
    {
        LogisticItem i => i.Discrimination,
        UncertainItem i => Math.Exp(i.LogDiscrimination),
        GradedItem i => i.Discrimination,
        PartialCreditItem i => i.Discrimination,
        _ => throw new ArgumentException($"{item.GetType().Name} has no discrimination.", nameof(item)),
    };
}
