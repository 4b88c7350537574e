using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>How consistently the items of a fixed form measure, seen in one sitting: alpha, lambdas, omegas and what each item brings.
/// Computed on the people who answered every item. A negatively worded item is taken as it is scored: turn it before, or its negative
/// <see cref="ItemConsistency.ItemRestCorrelation"/> will tell.</summary>
public sealed record InternalConsistency
{
    /// <summary>Group factors under the general one, as is usual for omega hierarchical (Zinbarg et al., 2005).</summary>
    const int GroupFactors = 3;

    /// <summary>People who answered every item: those the figures are about.</summary>
    public required int Persons { get; init; }

    /// <summary>People left out because an answer of theirs is missing.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Number of items.</summary>
    public int Items => ItemStatistics.Length;

    /// <summary>Mean of the sum score, in points; null without people.</summary>
    public required double? Mean { get; init; }

    /// <summary>Standard deviation of the sum score (n - 1), in points; null under two people.</summary>
    public required double? StandardDeviation { get; init; }

    /// <summary>Cronbach's alpha, at most 1 and possibly negative; null with fewer than two items or people, or when the sum score does not vary.</summary>
    public required double? Alpha { get; init; }

    /// <summary>Lower end of the interval of <see cref="Alpha"/> (Feldt, 1965, Psychometrika 30, 357-370); null as it is.</summary>
    public required double? AlphaLow { get; init; }

    /// <summary>Upper end of the interval of <see cref="Alpha"/>; null as it is.</summary>
    public required double? AlphaHigh { get; init; }

    /// <summary>Alpha of the items brought to the same variance; null besides when an item does not vary.</summary>
    public required double? StandardisedAlpha { get; init; }

    /// <summary>Guttman's λ2 (1945), never under alpha; null when alpha is.</summary>
    public required double? Lambda2 { get; init; }

    /// <summary>Guttman's λ6 (1945); null when alpha is, or when an item is a sum of others.</summary>
    public required double? Lambda6 { get; init; }

    /// <summary>Omega total of one factor fitted to the Pearson correlations by maximum likelihood (McDonald, 1999, Test Theory, ch. 6),
    /// (Σλ)² / ((Σλ)² + Σψ) of the standardised sum; null with fewer than three items, an item that does not vary, or a fit that has not settled.</summary>
    public required double? OmegaTotal { get; init; }

    /// <summary>The general factor over three group factors; null with fewer than six items, an item that does not vary, or a fit that has not settled.</summary>
    public required SchmidLeiman? Hierarchy { get; init; }

    /// <summary>Share of the standardised sum's variance that is one general thing, from <see cref="Hierarchy"/>; null as it is.</summary>
    public double? OmegaHierarchical => Hierarchy?.OmegaHierarchical;

    /// <summary>Standard error of measurement of the sum score, SD · √(1 - α), in points; null when alpha is.</summary>
    public double? StandardError => StandardDeviation * (Alpha is { } alpha ? Math.Sqrt(Math.Max(0, 1 - alpha)) : null);

    /// <summary>What each item brings, in the order of the columns.</summary>
    public required ImmutableArray<ItemConsistency> ItemStatistics { get; init; }

    /// <summary>The consistency of a form.</summary>
    /// <param name="responses">Scores; people with a missing one are left out and counted.</param>
    /// <param name="level">Level of the interval of alpha, in ]0, 1[; default 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside its bounds.</exception>
    public static InternalConsistency Of(ResponseMatrix responses, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(responses);
        Require.Within(double.Epsilon, Math.BitDecrement(1.0), level);
        var covariances = Covariances.Of(responses);
        var (persons, items) = (covariances.Persons, covariances.Items);
        var correlations = covariances.Correlations();
        var alpha = CoefficientAlpha.Of(covariances);
        var interval = alpha is { } a ? CoefficientAlpha.Interval(a, persons, items, level) : ((double Low, double High)?)null;
        return new()
        {
            Persons = persons,
            LeftOut = responses.Persons - persons,
            Mean = persons == 0 ? null : covariances.Means.Sum(),
            StandardDeviation = persons < 2 ? null : Math.Sqrt(Math.Max(0, covariances.SumVariance())),
            Alpha = alpha,
            AlphaLow = interval?.Low,
            AlphaHigh = interval?.High,
            StandardisedAlpha = CoefficientAlpha.Standardised(correlations, items),
            Lambda2 = CoefficientAlpha.Lambda2(covariances),
            Lambda6 = CoefficientAlpha.Lambda6(covariances),
            OmegaTotal = correlations is null ? null : OmegaOfOneFactor(correlations, items),
            Hierarchy = correlations is null ? null : SchmidLeiman.Of(correlations, items, GroupFactors),
            ItemStatistics = [.. Enumerable.Range(0, items).Select(i => ItemConsistency.Of(responses.ItemNames[i], covariances, i))],
        };
    }

    // (Σλ)² / ((Σλ)² + Σψ).
    static double? OmegaOfOneFactor(double[] correlations, int items)
    {
        if (OneFactor.Fit(correlations, items) is not { } fit)
        {
            return null;
        }

        var common = Math.Pow(fit.Loadings.Sum(), 2);
        return common / (common + fit.Uniquenesses.Sum());
    }
}
