using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>What a set of items measures, and how precisely, at each ability. Items are independent given the ability.</summary>
public static class TestInformation
{
    /// <summary>Fisher information of all items (Birnbaum, 1968, in Lord &amp; Novick, ch. 20).</summary>
    /// <param name="items">The items; none inform nothing.</param>
    /// <param name="ability">θ, in logits, finite.</param>
    /// <returns>Per logit squared, at least 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ability is not finite.</exception>
    public static double At(IReadOnlyList<ItemModel> items, double ability)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Sum(item => item.Information(Require.Finite(ability)));
    }

    /// <summary>The information curve.</summary>
    /// <param name="items">The items.</param>
    /// <param name="abilities">Where, in logits, each finite.</param>
    /// <returns>Information at each ability, per logit squared.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An ability is not finite.</exception>
    public static ImmutableArray<double> Curve(IReadOnlyList<ItemModel> items, IEnumerable<double> abilities)
    {
        ArgumentNullException.ThrowIfNull(abilities);
        return [.. abilities.Select(ability => At(items, ability))];
    }

    /// <summary>Conditional standard error of measurement on the ability scale, 1 / √I.</summary>
    /// <param name="items">The items.</param>
    /// <param name="ability">θ, in logits, finite.</param>
    /// <returns>Logits; null where the items inform nothing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ability is not finite.</exception>
    public static double? StandardError(IReadOnlyList<ItemModel> items, double ability) =>
        At(items, ability) is > ItemModel.Tiny and var information ? 1 / Math.Sqrt(information) : null;

    /// <summary>The test characteristic curve: expected sum of the scores at an ability.</summary>
    /// <param name="items">The items.</param>
    /// <param name="ability">θ, in logits, finite.</param>
    /// <returns>Score points, from 0 to the sum of the highest scores.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ability is not finite.</exception>
    public static double ExpectedScore(IReadOnlyList<ItemModel> items, double ability)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Sum(item => item.ExpectedScore(ability));
    }

    /// <summary>Conditional standard error of measurement on the scale of the sum score: its standard deviation at an ability (Lord, 1980, eq. 4-3).</summary>
    /// <param name="items">The items.</param>
    /// <param name="ability">θ, in logits, finite.</param>
    /// <returns>Score points, at least 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ability is not finite.</exception>
    public static double ScoreStandardError(IReadOnlyList<ItemModel> items, double ability)
    {
        ArgumentNullException.ThrowIfNull(items);
        Require.Finite(ability);
        return Math.Sqrt(items.Sum(item => ScoreMoments.Of(item, ability).Variance));
    }
}
