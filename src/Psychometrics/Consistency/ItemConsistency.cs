namespace Beffroi.Psychometrics;

/// <summary>What one item brings to a sum score.</summary>
public sealed record ItemConsistency
{
    /// <summary>Name of the item.</summary>
    public required string Name { get; init; }

    /// <summary>Mean score, in points; the share of right answers of a right-or-wrong item. Null without people.</summary>
    public required double? Mean { get; init; }

    /// <summary>Standard deviation of the score (n - 1), in points; null under two people.</summary>
    public required double? StandardDeviation { get; init; }

    /// <summary>Correlation of the item with the sum of the others (corrected item-total correlation: Henrysson, 1963, Psychometrika 28,
    /// 211-218); null when either does not vary.</summary>
    public required double? ItemRestCorrelation { get; init; }

    /// <summary>Alpha of the form without the item; null when fewer than two items are left or their sum does not vary.</summary>
    public required double? AlphaIfDropped { get; init; }

    internal static ItemConsistency Of(string name, Covariances covariances, int item)
    {
        var rest = covariances.SumVariance(item);
        var shared = Enumerable.Range(0, covariances.Items).Where(j => j != item).Sum(j => covariances[item, j]);
        var variance = covariances[item, item];
        return new()
        {
            Name = name,
            Mean = covariances.Persons == 0 ? null : covariances.Means[item],
            StandardDeviation = covariances.Persons < 2 ? null : Math.Sqrt(variance),
            ItemRestCorrelation = variance > 0 && rest > 1e-12 * covariances.Trace(item) ? Math.Clamp(shared / Math.Sqrt(variance * rest), -1, 1) : null,
            AlphaIfDropped = CoefficientAlpha.Of(covariances, item),
        };
    }
}
