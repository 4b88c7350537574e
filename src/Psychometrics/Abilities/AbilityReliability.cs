namespace Beffroi.Psychometrics;

/// <summary>How much of the differences between estimated abilities is differences between people, on a scale where 1 is all of it.</summary>
public static class AbilityReliability
{
    /// <summary>Empirical reliability: of EAP and MAP estimates, which are shrunken, var(θ̂) / (var(θ̂) + mean SE²) (Bechger, Maris, Verstralen
    /// &amp; Béguin, 2003, Applied Psychological Measurement 27, 319-334); of ML and WLE, 1 - mean SE² / var(θ̂) (Wright &amp; Stone, 1979: person
    /// separation reliability). Variances are divided by the number of people.</summary>
    /// <param name="estimates">Estimates of different people by one method.</param>
    /// <returns>At most 1; below 0 when ML or WLE vary less than their errors; null with fewer than two people, when all estimates are equal, or when an
    /// error has no bound.</returns>
    /// <exception cref="ArgumentException">The estimates come from several methods.</exception>
    public static double? Empirical(IReadOnlyCollection<AbilityEstimate> estimates)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        if (estimates.Select(e => e.Method).Distinct().Count() > 1)
        {
            throw new ArgumentException("Estimates of one method only can be compared.", nameof(estimates));
        }

        if (estimates.Count < 2 || estimates.Any(e => e.StandardError is null))
        {
            return null;
        }

        var mean = estimates.Average(e => e.Ability);
        var variance = estimates.Average(e => (e.Ability - mean) * (e.Ability - mean));
        var error = estimates.Average(e => e.StandardError!.Value * e.StandardError.Value);
        return variance > 0 ? estimates.First().Method switch
        {
            AbilityMethod.ExpectedAPosteriori or AbilityMethod.MaximumAPosteriori => variance / (variance + error),
            AbilityMethod.MaximumLikelihood or AbilityMethod.WeightedLikelihood => 1 - (error / variance),
        }
        : null;
    }

    /// <summary>Marginal reliability that a test has before anybody takes it: the average over the population of σ² / (σ² + 1 / I(θ)) (after Green, Bock,
    /// Humphreys, Linn &amp; Reckase, 1984, Journal of Educational Measurement 21, 347-360).</summary>
    /// <param name="items">Items independent given the ability.</param>
    /// <param name="population">Distribution of the ability.</param>
    /// <returns>A share in [0, 1[.</returns>
    public static double Marginal(IReadOnlyList<ItemModel> items, Quadrature population)
    {
        ArgumentNullException.ThrowIfNull(population);
        var variance = population.StandardDeviation * population.StandardDeviation;
        return population.Points.Zip(population.LogWeights, (point, weight) =>
        {
            var told = variance * TestInformation.At(items, point);
            return Math.Exp(weight) * told / (told + 1);
        }).Sum();
    }
}
