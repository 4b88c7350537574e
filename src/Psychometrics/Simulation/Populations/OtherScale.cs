namespace Beffroi.Psychometrics;

/// <summary>A second scale, measured before, that tells something of the simulated one: an adaptive test then starts from it
/// (<see cref="AbilityPrior.FromOtherScale"/>). Its measure is a posterior mean under N(0, 1) of exactly the error stated.</summary>
public sealed record OtherScale
{
    /// <summary>Correlation between the two abilities, in [-0.999, 0.999]. Default 0.7.</summary>
    public double Correlation { get; init => field = Require.Within(-0.999, 0.999, value, nameof(Correlation)); } = 0.7;

    /// <summary>Posterior standard deviation of the other ability, in logits, in [0.05, 0.99]. Default 0.40.</summary>
    public double StandardError { get; init => field = Require.Within(0.05, 0.99, value, nameof(StandardError)); } = 0.40;

    /// <summary>The other ability of a person: standard normal when theirs is normal.</summary>
    internal double Draw(double standardAbility, SplitMix64 chance) =>
        (Correlation * standardAbility) + (Math.Sqrt(1 - (Correlation * Correlation)) * chance.NextNormal());

    /// <summary>What a test of it says: with a normal prior and a normal error of variance v = 1 / (1/s² - 1), the posterior mean of x is (1 - s²)x.</summary>
    internal double Measure(double otherAbility, SplitMix64 chance)
    {
        var variance = StandardError * StandardError;
        return (1 - variance) * (otherAbility + (Math.Sqrt(1 / ((1 / variance) - 1)) * chance.NextNormal()));
    }
}
