namespace Beffroi.Psychometrics;

/// <summary>A norm given by the distribution of the ability in a population, normal, as a calibration estimates it: unlike a cohort of
/// estimated abilities, it is not narrowed by their measurement error.</summary>
public sealed record LatentNorm
{
    /// <summary>Mean of the ability, in logits, finite.</summary>
    public required double Mean { get; init => field = Require.Finite(value, nameof(Mean)); }

    /// <summary>Standard deviation of the ability, in logits, finite and above 0.</summary>
    public required double StandardDeviation { get; init => field = Require.AtLeast(double.Epsilon, value, nameof(StandardDeviation)); }

    /// <summary>Standard error of <see cref="Mean"/>, in logits, at least 0. Default 0: taken as known.</summary>
    public double MeanStandardError { get; init => field = Require.AtLeast(0, value, nameof(MeanStandardError)); }

    /// <summary>Standard error of <see cref="StandardDeviation"/>, in logits, at least 0. Default 0: taken as known.</summary>
    public double StandardDeviationStandardError { get; init => field = Require.AtLeast(0, value, nameof(StandardDeviationStandardError)); }

    /// <summary>Where an ability stands. The interval is made on z by the delta method, taking the errors of the mean, of the standard deviation and
    /// of the ability as independent, and then turned into percentiles.</summary>
    /// <param name="ability">Logits, finite.</param>
    /// <param name="standardError">The person's own standard error, in logits, at least 0; 0 (default) for the norm's uncertainty alone.</param>
    /// <param name="level">Level of the interval, in ]0, 1[; default 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its bounds.</exception>
    public NormPlace Place(double ability, double standardError = 0, double level = 0.95)
    {
        Require.AtLeast(0, standardError);
        Require.Within(double.Epsilon, Math.BitDecrement(1.0), level);
        var z = (Require.Finite(ability) - Mean) / StandardDeviation;
        var ofMean = MeanStandardError / StandardDeviation;
        var ofSpread = z * StandardDeviationStandardError / StandardDeviation;
        var ofPerson = standardError / StandardDeviation;
        var half = NormalDistribution.Quantile((1 + level) / 2) * Math.Sqrt((ofMean * ofMean) + (ofSpread * ofSpread) + (ofPerson * ofPerson));
        return new()
        {
            PercentileRank = 100 * NormalDistribution.Cumulative(z),
            Low = 100 * NormalDistribution.Cumulative(z - half),
            High = 100 * NormalDistribution.Cumulative(z + half),
            Z = z,
        };
    }
}
