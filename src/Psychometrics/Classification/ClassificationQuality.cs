using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>How well a test sorts people into levels.</summary>
public sealed record ClassificationQuality
{
    /// <summary>Share of people put in their true level, in [0, 1].</summary>
    public required double Accuracy { get; init; }

    /// <summary>Share of people whom two parallel tests would put in the same level, in [0, 1].</summary>
    public required double Consistency { get; init; }

    /// <summary>Consistency corrected for chance (Cohen, 1960, κ), at most 1; null when all people are in one level.</summary>
    public required double? Kappa { get; init; }

    /// <summary>Share of people of each true level (row) put in each level (column); all cells sum to 1.</summary>
    public required ImmutableArray<ImmutableArray<double>> Levels { get; init; }
}
