namespace Beffroi.Psychometrics;

/// <summary>What is believed of an ability before the first answer: a normal distribution.</summary>
public sealed record AbilityPrior
{
    /// <summary>The standard normal distribution, N(0, 1).</summary>
    public static AbilityPrior Standard { get; } = new(0, 1);

    /// <summary>A normal prior, for instance that of the person's cohort.</summary>
    /// <param name="mean">Logits, between -100 and 100.</param>
    /// <param name="standardDeviation">Logits, from 0.01 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its bounds.</exception>
    public AbilityPrior(double mean, double standardDeviation) =>
        (Mean, StandardDeviation) = (Require.Within(-100, 100, mean), Require.Within(0.01, 100, standardDeviation));

    /// <summary>Mean, in logits.</summary>
    public double Mean { get; }

    /// <summary>Standard deviation, in logits.</summary>
    public double StandardDeviation { get; }

    /// <summary>What an ability measured on one scale says of the ability on another: the regression of the second on the first,
    /// mean μ₂ + ρσ₂(θ₁ - μ₁)/σ₁ and variance σ₂²(1 - ρ² + ρ²s₁²/σ₁²), where s₁ is the error of θ₁ (law of total variance; van der Linden, 1999,
    /// Applied Psychological Measurement 23, 21-29, for initialising an adaptive test from collateral information).</summary>
    /// <param name="ability">θ₁: posterior mean on the first scale, in logits.</param>
    /// <param name="standardError">s₁: its posterior standard deviation, in logits, at least 0.</param>
    /// <param name="correlation">ρ between the two abilities (not between their estimates), in [-0.999, 0.999].</param>
    /// <param name="from">Distribution of the first ability in the population; default N(0, 1).</param>
    /// <param name="to">Distribution of the second ability in the population; default N(0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its bounds.</exception>
    public static AbilityPrior FromOtherScale(double ability, double standardError, double correlation, AbilityPrior? from = null, AbilityPrior? to = null)
    {
        Require.Finite(ability);
        Require.AtLeast(0, standardError);
        Require.Within(-0.999, 0.999, correlation);
        var (first, second) = (from ?? Standard, to ?? Standard);
        var slope = correlation * second.StandardDeviation / first.StandardDeviation;
        var unexplained = second.StandardDeviation * second.StandardDeviation * (1 - (correlation * correlation));
        return new(second.Mean + (slope * (ability - first.Mean)), Math.Sqrt(unexplained + (slope * slope * standardError * standardError)));
    }
}
