namespace Beffroi.Crowdsourcing;

/// <summary>Settings of <see cref="BridgingScores"/>.</summary>
public sealed record BridgingOptions
{
    /// <summary>As below.</summary>
    public static BridgingOptions Default { get; } = new();

    /// <summary>How much what all say of an item is held back, so that what divides people is explained by what divides them; in ]0, 1000]. Default 1.</summary>
    public double InterceptWeight { get; init => field = Require.Within(double.Epsilon, 1000, value); } = 1;

    /// <summary>How much what divides people is held back; in ]0, 1000]. Default 0.5, half as much.</summary>
    public double FactorWeight { get; init => field = Require.Within(double.Epsilon, 1000, value); } = 0.5;

    /// <summary>Most rounds; in [1, 100 000]. Default 500.</summary>
    public int MaxRounds { get; init => field = Require.Within(1, 100_000, value); } = 500;

    /// <summary>Share from which a label is held on a side; in [0, 1]. Default 0.5.</summary>
    public double Needed { get; init => field = Require.Within(0.0, 1, value); } = 0.5;
}
