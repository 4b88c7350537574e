namespace Beffroi.Psychometrics;

/// <summary>Where a value stands in a norm.</summary>
public sealed record NormPlace
{
    /// <summary>Percentile rank, from 0 to 100: the share of the norm below the value, with half of those equal to it.</summary>
    public required double PercentileRank { get; init; }

    /// <summary>Lower end of the interval of <see cref="PercentileRank"/>, from 0 to 100.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end of the interval of <see cref="PercentileRank"/>, from 0 to 100.</summary>
    public required double High { get; init; }

    /// <summary>Standard score: how many standard deviations of the norm above its mean.</summary>
    public required double Z { get; init; }

    /// <summary>T score, 50 + 10 z (McCall, 1922).</summary>
    public double T => 50 + (10 * Z);
}
