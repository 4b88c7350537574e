using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>The abilities of simulated people, in logits.</summary>
public abstract record AbilityDistribution
{
    private protected AbilityDistribution()
    {
    }

    /// <summary>Mean, in logits.</summary>
    public abstract double Mean { get; }

    /// <summary>Standard deviation, in logits, above 0.</summary>
    public abstract double StandardDeviation { get; }

    /// <summary>Abilities drawn from the distribution.</summary>
    /// <param name="persons">How many, at least 0.</param>
    /// <param name="seed">The same seed gives the same abilities; the first ones do not depend on how many are drawn.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public ImmutableArray<double> Draw(int persons, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(persons);
        return [.. Enumerable.Range(0, persons).Select(person => Draw(RandomStream.Of(seed, person)))];
    }

    internal abstract double Draw(SplitMix64 chance);
}
