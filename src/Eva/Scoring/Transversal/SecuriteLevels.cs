namespace Beffroi.Eva.Scoring;

/// <summary>Finding dangers on a building site: one level, from the mean time to find one, in a play that was not abandoned.</summary>
public static class SecuriteLevels
{
    /// <summary>Mean and standard deviation of the mean search time, in seconds (published norms, October-November 2020).</summary>
    public const decimal MeanSeconds = 17.83m;
    public const decimal SdSeconds = 9.46m;

    // The published rule is on s = −z: above 0, above −0.5, above −1. Said in seconds, a bound is a decimal that a computed z may miss by a rounding.
    const double Four = (double)MeanSeconds;
    const double Three = (double)(MeanSeconds + (SdSeconds / 2));
    const double Two = (double)(MeanSeconds + SdSeconds);

    /// <summary>Under 17.83 s: 4; under 22.56: 3; under 27.29: 2; else 1. Nothing when no danger was found.</summary>
    public static int? AttentionConcentration(double? meanSearchSeconds) => meanSearchSeconds switch
    {
        null => null,
        double.NaN or < 0 => throw new ArgumentOutOfRangeException(nameof(meanSearchSeconds), meanSearchSeconds, "A time is at least 0."),
        < Four => 4,
        < Three => 3,
        < Two => 2,
        _ => 1,
    };
}
