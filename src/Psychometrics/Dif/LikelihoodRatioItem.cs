namespace Beffroi.Psychometrics;

/// <summary>An item under the likelihood-ratio test of differential functioning.</summary>
public sealed record LikelihoodRatioItem
{
    /// <summary>Name of the item.</summary>
    public required string Name { get; init; }

    /// <summary>Twice the difference of the log-likelihoods; χ² without differential functioning.</summary>
    public required double Statistic { get; init; }

    /// <summary>Parameters that differ between the two models.</summary>
    public required int Degrees { get; init; }

    /// <summary>Probability of a larger statistic without differential functioning.</summary>
    public double P => ChiSquared.Survival(Math.Max(0, Statistic), Degrees);

    /// <summary>The item as the reference group meets it.</summary>
    public required ItemModel Reference { get; init; }

    /// <summary>The item as the focal group meets it, on the same scale.</summary>
    public required ItemModel Focal { get; init; }

    /// <summary>Expected score of the focal group on its own curve minus on that of the reference group, averaged over the focal group's abilities, in
    /// points of the item; negative when the item is harder for them than for others of the same ability (Meade, 2010, Journal of Applied Psychology
    /// 95, 728-743: signed item difference in the sample, here over the estimated distribution).</summary>
    public required double SignedDifference { get; init; }

    /// <summary>The same in absolute value at each ability: it does not cancel when curves cross.</summary>
    public required double UnsignedDifference { get; init; }

    /// <summary>Whether both models converged; when false the statistic is not to be trusted.</summary>
    public required bool Converged { get; init; }
}
