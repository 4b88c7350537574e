using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>One group of a mixture.</summary>
/// <param name="Share">Share of the people, in ]0, 1].</param>
/// <param name="Abilities">Their abilities.</param>
public sealed record AbilityGroup(double Share, AbilityDistribution Abilities);

/// <summary>Several groups of people taken together, each with its own abilities.</summary>
public sealed record MixedAbilities : AbilityDistribution
{
    /// <summary>A mixture.</summary>
    /// <param name="groups">At least one group; the shares sum to 1.</param>
    /// <exception cref="ArgumentException">There is no group, a share is not above 0, or they do not sum to 1 within 1e-9.</exception>
    public MixedAbilities(params ImmutableArray<AbilityGroup> groups)
    {
        if (groups.IsDefaultOrEmpty || !groups.All(g => g.Share > 0) || Math.Abs(groups.Sum(g => g.Share) - 1) > 1e-9)
        {
            throw new ArgumentException("Groups have shares above 0 that sum to 1.", nameof(groups));
        }

        Groups = groups;
        Mean = groups.Sum(g => g.Share * g.Abilities.Mean);
        StandardDeviation = Math.Sqrt(groups.Sum(g => g.Share * (Square(g.Abilities.StandardDeviation) + Square(g.Abilities.Mean - Mean))));
    }

    /// <summary>The groups.</summary>
    public ImmutableArray<AbilityGroup> Groups { get; }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double StandardDeviation { get; }

    /// <summary>Two mixtures are equal when their groups are, in order.</summary>
    public bool Equals(MixedAbilities? other) => other is not null && Groups.AsSpan().SequenceEqual(other.Groups.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Groups.Length, Mean, StandardDeviation);

    internal override double Draw(SplitMix64 chance)
    {
        var left = chance.NextDouble();
        foreach (var group in Groups)
        {
            left -= group.Share;
            if (left < 0)
            {
                return group.Abilities.Draw(chance);
            }
        }

        return Groups[^1].Abilities.Draw(chance);
    }

    static double Square(double x) => x * x;
}
