namespace Beffroi.Psychometrics;

/// <summary>Whether people equal on the whole, but of two groups, differ on one item.</summary>
public abstract record DifItem
{
    private protected DifItem()
    {
    }

    /// <summary>Name of the item.</summary>
    public required string Name { get; init; }

    /// <summary>The statistic of the test, distributed as χ² when the item functions alike; null when the data hold no information about it.</summary>
    public required double? ChiSquared { get; init; }

    /// <summary>Probability of a statistic at least as large when the item functions alike; null as <see cref="ChiSquared"/>.</summary>
    public required double? PValue { get; init; }

    /// <summary>The same adjusted for the number of items, holding the share of false alarms among flags (Benjamini &amp; Hochberg, 1995,
    /// Journal of the Royal Statistical Society B 57, 289-300); null as <see cref="ChiSquared"/>.</summary>
    public double? AdjustedPValue { get; init; }

    /// <summary>Whether <see cref="PValue"/> is under the level asked, before any adjustment.</summary>
    public bool Flagged { get; init; }
}
