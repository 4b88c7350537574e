using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Beffroi.Psychometrics;

/// <summary>A norm: the values (abilities or scores) of a cohort, frozen. Weights stand for strata met more or less often in the cohort
/// than in the population. Abilities shrunken towards a mean (EAP) are less spread than the people: prefer plausible values, or <see cref="LatentNorm"/>.</summary>
public sealed class CohortNorm
{
    /// <summary>The fewest people for a norm to be shown unless said otherwise: with 100, a percentile near the median is known within about 10 points.</summary>
    public const int DefaultMinimum = 100;

    readonly ImmutableArray<double> _below;

    CohortNorm(ImmutableArray<double> values, ImmutableArray<double> below, int persons, double effective, double mean, double sd) =>
        (Values, _below, Persons, EffectivePersons, Mean, StandardDeviation) = (values, below, persons, effective, mean, sd);

    /// <summary>The different values of the cohort, increasing.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>Number of people.</summary>
    public int Persons { get; }

    /// <summary>How many people of equal weight tell as much, (Σw)² / Σw² (Kish, 1965, Survey Sampling, 11.7); at most <see cref="Persons"/>.</summary>
    public double EffectivePersons { get; }

    /// <summary>Weighted mean of the values.</summary>
    public double Mean { get; }

    /// <summary>Weighted standard deviation of the values, above 0; divides by n - 1 when the weights are equal.</summary>
    public double StandardDeviation { get; }

    /// <summary>Builds the norm of a cohort, or says why there is none.</summary>
    /// <param name="values">A value for each person, finite; the order has no effect.</param>
    /// <param name="norm">The norm; null when refused.</param>
    /// <param name="refusal">Why there is no norm; null when there is one.</param>
    /// <param name="weights">A weight for each person, finite and above 0; null (default) for equal weights. Only their ratios count.</param>
    /// <param name="minimum">The fewest <see cref="EffectivePersons"/>, at least 2; default <see cref="DefaultMinimum"/>.</param>
    /// <returns>Whether there is a norm.</returns>
    /// <exception cref="ArgumentException">The weights are not as many as the values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value, a weight or the minimum is outside its bounds.</exception>
    public static bool TryBuild(
        IReadOnlyList<double> values,
        [NotNullWhen(true)] out CohortNorm? norm,
        [NotNullWhen(false)] out NormRefusal? refusal,
        IReadOnlyList<double>? weights = null,
        int minimum = DefaultMinimum)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, 2);
        if (weights is not null && weights.Count != values.Count)
        {
            throw new ArgumentException($"A weight for each of the {values.Count} people is needed; {weights.Count} are given.", nameof(weights));
        }

        // Sorted by value then weight, so that every sum is made in the same order whatever that of the people.
        var people = Enumerable.Range(0, values.Count)
            .Select(i => (Value: Require.Finite(values[i], nameof(values)), Weight: weights is null ? 1 : Require.AtLeast(double.Epsilon, weights[i], nameof(weights))))
            .Order().ToArray();
        var heaviest = people.Length == 0 ? 1 : people.Max(p => p.Weight);
        var (total, squares) = (people.Sum(p => p.Weight / heaviest), people.Sum(p => p.Weight / heaviest * (p.Weight / heaviest)));
        var effective = total == 0 ? 0 : total * total / squares;

        // Equal weights may round to a hair under their number.
        refusal = effective < minimum - 1e-9 ? NormRefusal.TooFewPersons : people[0].Value == people[^1].Value ? NormRefusal.NoSpread : null;
        if (refusal is not null)
        {
            norm = null;
            return false;
        }

        var shares = people.Select(p => p.Weight / heaviest / total).ToArray();
        var mean = people.Zip(shares, (p, share) => share * p.Value).Sum();
        var variance = people.Zip(shares, (p, share) => share * (p.Value - mean) * (p.Value - mean)).Sum() * effective / (effective - 1);
        var groups = people.Zip(shares, (p, share) => (p.Value, Share: share)).GroupBy(p => p.Value).Select(g => (Value: g.Key, Share: g.Sum(p => p.Share))).ToArray();
        var below = new double[groups.Length + 1];
        for (var i = 0; i < groups.Length; i++)
        {
            below[i + 1] = below[i] + groups[i].Share;
        }

        norm = new([.. groups.Select(g => g.Value)], [.. below.Select(share => Math.Min(1, share))], people.Length, effective, mean, Math.Sqrt(variance));
        return true;
    }

    /// <summary>Where a value stands. The interval is Wilson's (1927, Journal of the American Statistical Association 22, 209-212), with
    /// <see cref="EffectivePersons"/>: it tells the chance of who is in the cohort, not the person's own measurement error.</summary>
    /// <param name="value">On the scale of the norm, finite.</param>
    /// <param name="level">Level of the interval, in ]0, 1[; default 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its bounds.</exception>
    public NormPlace Place(double value, double level = 0.95)
    {
        Require.Finite(value);
        Require.Within(double.Epsilon, Math.BitDecrement(1.0), level);
        var at = Values.BinarySearch(value);
        var share = at >= 0 ? (_below[at] + _below[at + 1]) / 2 : _below[~at];
        var (low, high) = Wilson.Interval(share, EffectivePersons, level);
        return new()
        {
            PercentileRank = 100 * share,
            Low = 100 * low,
            High = 100 * high,
            Z = (value - Mean) / StandardDeviation,
        };
    }
}
