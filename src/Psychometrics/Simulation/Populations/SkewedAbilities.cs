namespace Beffroi.Psychometrics;

/// <summary>Skew-normal abilities (Azzalini, 1985, Scandinavian Journal of Statistics 12, 171-178), given by their moments: δ|Z₁| + √(1 - δ²) Z₂, brought
/// to the mean and standard deviation asked for.</summary>
public sealed record SkewedAbilities : AbilityDistribution
{
    /// <summary>A skewed distribution.</summary>
    /// <param name="skewness">Third standardised moment, in [-0.99, 0.99]; negative for a long tail of low abilities.</param>
    /// <param name="mean">Logits, finite. Default 0.</param>
    /// <param name="standardDeviation">Logits, above 0. Default 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its bounds.</exception>
    public SkewedAbilities(double skewness, double mean = 0, double standardDeviation = 1) =>
        (Skewness, Mean, StandardDeviation) = (Require.Within(-0.99, 0.99, skewness), Require.Finite(mean), Require.AtLeast(1e-9, standardDeviation));

    /// <summary>Third standardised moment.</summary>
    public double Skewness { get; }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double StandardDeviation { get; }

    internal override double Draw(SplitMix64 chance)
    {
        // Azzalini's moments: mean δ√(2/π), variance 1 - 2δ²/π, and the skewness solved for δ.
        var power = Math.Pow(Math.Abs(Skewness), 2.0 / 3);
        var delta = Math.Sign(Skewness) * Math.Sqrt(Math.PI / 2 * power / (power + Math.Pow((4 - Math.PI) / 2, 2.0 / 3)));
        var (shift, variance) = (delta * Math.Sqrt(2 / Math.PI), 1 - (2 * delta * delta / Math.PI));
        var raw = (delta * Math.Abs(chance.NextNormal())) + (Math.Sqrt(1 - (delta * delta)) * chance.NextNormal());
        return Mean + (StandardDeviation * (raw - shift) / Math.Sqrt(variance));
    }
}
