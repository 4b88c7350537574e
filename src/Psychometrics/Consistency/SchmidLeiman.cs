using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>A general factor over group factors that are independent of it and of one another (Schmid &amp; Leiman, 1957, Psychometrika 22,
/// 53-61): minres factors of the items, rotated by direct oblimin, and one minres factor of their correlations. It tells how much of a sum
/// score is one thing (Zinbarg, Revelle, Yovel &amp; Li, 2005, Psychometrika 70, 123-133).</summary>
public sealed record SchmidLeiman
{
    /// <summary>Loading of each item on the general factor, in the order of the items.</summary>
    public required ImmutableArray<double> General { get; init; }

    /// <summary>Loadings of each item on each group factor, the general one taken out: a row for each item.</summary>
    public required ImmutableArray<ImmutableArray<double>> Groups { get; init; }

    /// <summary>Share of each item's variance that is its own, in [0.005, 1].</summary>
    public required ImmutableArray<double> Uniquenesses { get; init; }

    /// <summary>Omega hierarchical: share of the variance of the standardised sum that the general factor explains.</summary>
    public required double OmegaHierarchical { get; init; }

    /// <summary>Omega total: share of the variance of the standardised sum that all common factors explain.</summary>
    public required double OmegaTotal { get; init; }

    /// <summary>The decomposition of correlations, or null when there are fewer than two items a factor, the sum does not vary, or
    /// a step has not settled.</summary>
    internal static SchmidLeiman? Of(double[] correlations, int items, int factors)
    {
        var total = correlations.Sum();
        if (items < 2 * factors || total < 1e-9 * items
            || MinimumResiduals.Fit(correlations, items, factors) is not { } first
            || Oblimin.Rotate(first) is not { } oblique
            || MinimumResiduals.Fit(oblique.Correlations, factors, 1) is not { } second)
        {
            return null;
        }

        var general = DenseMatrix.Multiply(oblique.Loadings, second.Loadings, items, factors, 1);
        var sum = general.Sum();
        return new()
        {
            General = [.. general],
            Groups = [.. Enumerable.Range(0, items).Select(i => Enumerable.Range(0, factors).Select(f => oblique.Loadings[(i * factors) + f] * Math.Sqrt(second.Uniquenesses[f])).ToImmutableArray())],
            Uniquenesses = [.. first.Uniquenesses],
            OmegaHierarchical = sum * sum / total,
            OmegaTotal = 1 - (first.Uniquenesses.Sum() / total),
        };
    }
}
