namespace Beffroi.Psychometrics;

/// <summary>Normal abilities.</summary>
public sealed record NormalAbilities : AbilityDistribution
{
    /// <summary>A normal distribution.</summary>
    /// <param name="mean">Logits, finite. Default 0.</param>
    /// <param name="standardDeviation">Logits, above 0. Default 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its bounds.</exception>
    public NormalAbilities(double mean = 0, double standardDeviation = 1) =>
        (Mean, StandardDeviation) = (Require.Finite(mean), Require.AtLeast(1e-9, standardDeviation));

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double StandardDeviation { get; }

    internal override double Draw(SplitMix64 chance) => Mean + (StandardDeviation * chance.NextNormal());
}
