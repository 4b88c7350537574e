namespace Beffroi.Psychometrics;

/// <summary>How an adaptive test estimates the ability after each answer.</summary>
public enum CatAbilityMethod
{
    /// <summary>Expected a posteriori: mean and standard deviation of the posterior on the grid (Bock &amp; Mislevy, 1982). The default.</summary>
    ExpectedAPosteriori,

    /// <summary>Maximum a posteriori: mode of the posterior; error 1 / √(I(θ) + 1/σ²) (Birnbaum, 1969; Samejima, 1969).</summary>
    MaximumAPosteriori,

    /// <summary>Maximum likelihood, searched within the grid; error 1 / √I(θ). While the answers are all of the lowest or all of the highest score,
    /// the likelihood has no maximum and the expected a posteriori stands in.</summary>
    MaximumLikelihood,

    /// <summary>Weighted likelihood (Warm, 1989, Psychometrika 54, 427-450), searched within the grid; error 1 / √I(θ). The expected a posteriori stands in
    /// while the answers are all of the lowest or all of the highest score, where the estimate exists but jumps to extremes.</summary>
    WeightedLikelihood,
}
