namespace Beffroi.Crowdsourcing;

/// <summary>Settings of aggregation; those of one method are left unread by the others.</summary>
public sealed record AggregationOptions
{
    /// <summary>As published: a = 0.1, diagonal + 1, at most 100 rounds.</summary>
    public static AggregationOptions Default { get; } = new();

    /// <summary>Answers that each cell of a person's confusion, and each class, begins with; in [0, 1000]. Default 0.1.</summary>
    public double Smoothing { get; init => field = Require.Within(0, 1000, value); } = 0.1;

    /// <summary>Right answers that each person begins with, for each class; in [0, 1000]. Default 1: people are taken to be of good will.</summary>
    public double Diagonal { get; init => field = Require.Within(0, 1000, value); } = 1;

    /// <summary>Answers that the confusion of all weighs in each person's own, for <see cref="AggregationMethod.Pooled"/>; in [0, 1000]. Default 2.</summary>
    public double PooledWeight { get; init => field = Require.Within(0, 1000, value); } = 2;

    /// <summary>Most rounds; in [1, 100 000]. Default 100.</summary>
    public int MaxRounds { get; init => field = Require.Within(1, 100_000, value); } = 100;

    /// <summary>Rounds end when the logarithm of the likelihood changes less than this share of itself; in [0, 1]. Default 1e-6.</summary>
    public double Tolerance { get; init => field = Require.Within(0.0, 1, value); } = 1e-6;
}
