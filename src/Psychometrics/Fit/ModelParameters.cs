using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>The free parameters of the usual calibrations, for <see cref="LimitedInformationFit"/>. Lists are joined to describe others:
/// <c>[.. FixedSlopes(items), LatentStandardDeviation(items, prior)]</c> is the Rasch model with a free variance.</summary>
public static class ModelParameters
{
    /// <summary>Difficulties only, discriminations being known: Rasch (1960), partial credit (Masters, 1982).</summary>
    /// <param name="items">Logistic, graded or partial credit items, at their estimates.</param>
    /// <exception cref="ArgumentException">An item is of another kind.</exception>
    public static ImmutableArray<ModelParameter> FixedSlopes(IReadOnlyList<ItemModel> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return [.. items.SelectMany((item, i) => ItemDerivatives.Intercepts(item).Select((derivative, k) => One($"d{k + 1}[{i}]", i, derivative)))];
    }

    /// <summary>Difficulties and one discrimination in common: the one-parameter logistic model and its graded or partial credit likes.</summary>
    /// <param name="items">Logistic, graded or partial credit items, at their estimates.</param>
    /// <exception cref="ArgumentException">An item is of another kind.</exception>
    public static ImmutableArray<ModelParameter> CommonSlope(IReadOnlyList<ItemModel> items) =>
        [.. FixedSlopes(items), new("a", [.. items.Select((item, i) => new ParameterEffect(i, ItemDerivatives.Slope(item)))])];

    /// <summary>Difficulties and a discrimination for each item: two-parameter logistic (or three-parameter with asymptotes that are
    /// known), graded (Samejima, 1969), generalised partial credit (Muraki, 1992).</summary>
    /// <param name="items">Logistic, graded or partial credit items, at their estimates.</param>
    /// <exception cref="ArgumentException">An item is of another kind.</exception>
    public static ImmutableArray<ModelParameter> FreeSlopes(IReadOnlyList<ItemModel> items) =>
        [.. FixedSlopes(items), .. items.Select((item, i) => One($"a[{i}]", i, ItemDerivatives.Slope(item)))];

    /// <summary>Difficulties, discriminations and lower asymptotes: the three-parameter logistic model (Birnbaum, 1968).</summary>
    /// <param name="items">Logistic items at their estimates.</param>
    public static ImmutableArray<ModelParameter> FreeLowerAsymptotes(IReadOnlyList<LogisticItem> items) =>
        [.. FreeSlopes(items), .. items.Select((item, i) => One($"c[{i}]", i, ItemDerivatives.LowerAsymptote(item)))];

    /// <summary>The mean of the abilities.</summary>
    /// <param name="items">Items of any kind, at their estimates.</param>
    public static ModelParameter LatentMean(IReadOnlyList<ItemModel> items) => Latent("mean", items, _ => 1);

    /// <summary>The standard deviation of the abilities.</summary>
    /// <param name="items">Items of any kind, at their estimates.</param>
    /// <param name="prior">Distribution of the abilities at its estimate, of standard deviation above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is 0.</exception>
    public static ModelParameter LatentStandardDeviation(IReadOnlyList<ItemModel> items, Quadrature prior)
    {
        ArgumentNullException.ThrowIfNull(prior);
        Require.AtLeast(double.Epsilon, prior.StandardDeviation, nameof(prior));
        return Latent("sd", items, ability => (ability - prior.Mean) / prior.StandardDeviation);
    }

    // With θ = mean + sd·z, moving the distribution is moving every curve along its own slope.
    static ModelParameter Latent(string name, IReadOnlyList<ItemModel> items, Func<double, double> move)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(name, [.. items.Select((item, i) => new ParameterEffect(i, (ability, derivatives) =>
        {
            var unused = new double[item.MaxScore + 1];
            item.Derivatives(ability, unused, derivatives, new double[item.MaxScore + 1]);
            foreach (ref var derivative in derivatives)
            {
                derivative *= move(ability);
            }
        }))]);
    }

    static ModelParameter One(string name, int item, CurveDerivative derivative) => new(name, [new(item, derivative)]);
}
