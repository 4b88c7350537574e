using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>The straight line from one ability scale to another: θ on the second is A θ + B of the first, and so are difficulties; discriminations are divided by A
/// (Lord, 1980, ch. 13). Probabilities are unchanged.</summary>
public sealed record ScaleLink
{
    /// <summary>A link.</summary>
    /// <param name="slope">A, finite, above 0.</param>
    /// <param name="intercept">B, in logits of the second scale, finite.</param>
    /// <param name="criterion">What the method minimised, at its minimum; null when it minimises nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its bounds.</exception>
    public ScaleLink(double slope, double intercept, double? criterion = null) =>
        (Slope, Intercept, Criterion) = (Require.AtLeast(double.Epsilon, slope), Require.Finite(intercept), criterion);

    /// <summary>A: logits of the second scale in one of the first.</summary>
    public double Slope { get; }

    /// <summary>B, in logits of the second scale: where the origin of the first falls.</summary>
    public double Intercept { get; }

    /// <summary>The minimum of the criterion (<see cref="CurveLinkingOptions"/>): 0 when the curves of the anchors coincide; null for the methods of moments.</summary>
    public double? Criterion { get; }

    /// <summary>The way back.</summary>
    public ScaleLink Inverse() => new(1 / Slope, -Intercept / Slope, Criterion);

    /// <summary>An ability on the second scale.</summary>
    /// <param name="ability">Logits of the first scale, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ability is not finite.</exception>
    public double Apply(double ability) => (Slope * Require.Finite(ability)) + Intercept;

    /// <summary>An estimate and its error on the second scale.</summary>
    /// <param name="estimate">On the first scale.</param>
    public AbilityEstimate Apply(AbilityEstimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return estimate with { Ability = Apply(estimate.Ability), StandardError = Slope * estimate.StandardError };
    }

    /// <summary>The same item described on the second scale.</summary>
    /// <param name="item">On the first scale.</param>
    /// <returns>An item of the same model whose probability at <c>Apply(θ)</c> is that of <paramref name="item"/> at θ.</returns>
    /// <exception cref="ArgumentException">The model is not one that a straight line leaves unchanged.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A transformed parameter leaves the bounds of its model.</exception>
    public ItemModel Apply(ItemModel item) => item switch
    {
        LogisticItem i => i with { Discrimination = i.Discrimination / Slope, Difficulty = Apply(i.Difficulty) },
        GradedItem i => new GradedItem(i.Discrimination / Slope, Each(i.Thresholds)),
        PartialCreditItem i => new PartialCreditItem(i.Discrimination / Slope, Each(i.Steps)),
        UncertainItem i => i with
        {
            Difficulty = Apply(i.Difficulty), DifficultySd = Slope * i.DifficultySd, LogDiscrimination = i.LogDiscrimination - Math.Log(Slope),
        },
        null => throw new ArgumentNullException(nameof(item)),
        _ => throw new ArgumentException($"{item.GetType().Name} has no transformation.", nameof(item)),
    };

    ImmutableArray<double> Each(ImmutableArray<double> values) => [.. values.Select(Apply)];
}
