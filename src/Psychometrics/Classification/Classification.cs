using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>Accuracy and consistency of sorting people into levels by cuts. Levels are numbered from 0, below the first cut; a value equal to a cut is above it.
/// Averages over a population jump at the cuts, so they want many points: <c>Quadrature.Normal(points: 1201)</c> is within 0.0005.</summary>
public static class Classification
{
    /// <summary>By ability estimates, taken as normal around the true ability with the error 1 / √I of the test there (Rudner, 2001, 2005, Practical Assessment,
    /// Research &amp; Evaluation 7(14) and 10(13); as an average over a population, Wyse &amp; Hao, 2012).</summary>
    /// <param name="items">Items independent given the ability.</param>
    /// <param name="cuts">Logits, finite, increasing, at least one.</param>
    /// <param name="population">Distribution of the true ability.</param>
    /// <exception cref="ArgumentException">There is no cut, cuts do not increase, or the items inform nothing somewhere in the population.</exception>
    public static ClassificationQuality Rudner(IReadOnlyList<ItemModel> items, ImmutableArray<double> cuts, Quadrature population)
    {
        ArgumentNullException.ThrowIfNull(population);
        Cuts.Increasing(cuts);
        return Over(population, cuts.Length + 1, ability =>
        {
            var error = TestInformation.StandardError(items, ability) ?? throw new ArgumentException($"The items inform nothing at {ability}.", nameof(items));
            return (Cuts.Level(ability, cuts), Cuts.Shares([.. cuts.Select(cut => NormalDistribution.Cumulative((cut - ability) / error))]));
        });
    }

    /// <summary>By sum scores: the exact distribution of the sum at each ability (Lee, 2010, Journal of Educational Measurement 47, 1-17). The true level of an ability
    /// is that of its expected sum.</summary>
    /// <param name="items">Items independent given the ability.</param>
    /// <param name="cuts">Lowest sum of each level but the first, increasing, at least one.</param>
    /// <param name="population">Distribution of the true ability.</param>
    /// <exception cref="ArgumentException">There is no cut, or cuts do not increase.</exception>
    public static ClassificationQuality Lee(IReadOnlyList<ItemModel> items, ImmutableArray<int> cuts, Quadrature population)
    {
        ArgumentNullException.ThrowIfNull(population);
        Cuts.Increasing(cuts);
        return Over(population, cuts.Length + 1, ability =>
        {
            var sums = SumScores.Distribution(items, ability);
            var expected = TestInformation.ExpectedScore(items, ability);
            return (cuts.Count(cut => expected >= cut), Cuts.Shares([.. cuts.Select(cut => sums.Take(cut).Sum())]));
        });
    }

    /// <summary>For people already tested: each is put in the level of their estimate, and their true ability taken as normal around it (Rudner, 2005).</summary>
    /// <param name="estimates">One for each person, at least one, each with a standard error above 0.</param>
    /// <param name="cuts">Logits, finite, increasing, at least one.</param>
    /// <exception cref="ArgumentException">There is no person or no cut, cuts do not increase, or an error is null or 0.</exception>
    public static ClassificationQuality FromEstimates(IEnumerable<AbilityEstimate> estimates, ImmutableArray<double> cuts)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        Cuts.Increasing(cuts);
        return OfPeople(cuts.Length + 1, estimates.Select(e => e.StandardError is > 0 and var error
            ? (Cuts.Level(e.Ability, cuts), Cuts.Shares([.. cuts.Select(cut => NormalDistribution.Cumulative((cut - e.Ability) / error))]))
            : throw new ArgumentException("Each estimate has its error.", nameof(estimates))));
    }

    /// <summary>For people already tested: each is put in the level of their posterior mean, and has each level with its posterior probability.</summary>
    /// <param name="posteriors">One for each person, at least one.</param>
    /// <param name="cuts">Logits, finite, increasing, at least one.</param>
    /// <exception cref="ArgumentException">There is no person or no cut, or cuts do not increase.</exception>
    public static ClassificationQuality FromPosteriors(IEnumerable<Posterior> posteriors, ImmutableArray<double> cuts)
    {
        ArgumentNullException.ThrowIfNull(posteriors);
        return OfPeople(Cuts.Increasing(cuts).Length + 1, posteriors.Select(p => new LevelProbabilities(p, cuts)).Select(l => (l.LevelOfMean, l.Probabilities.ToArray())));
    }

    static ClassificationQuality Over(Quadrature population, int levels, Func<double, (int Level, double[] Observed)> at)
    {
        var tally = new LevelTally(levels);
        for (var k = 0; k < population.Points.Length; k++)
        {
            var (level, observed) = at(population.Points[k]);
            tally.Add(Math.Exp(population.LogWeights[k]), Cuts.Only(level, levels), observed, observed);
        }

        return tally.Quality();
    }

    static ClassificationQuality OfPeople(int levels, IEnumerable<(int Level, double[] Truth)> people)
    {
        var tally = new LevelTally(levels);
        var count = 0;
        foreach (var (level, truth) in people)
        {
            tally.Add(1, truth, Cuts.Only(level, levels), truth);
            count++;
        }

        return count > 0 ? tally.Quality() : throw new ArgumentException("At least one person is needed.", nameof(people));
    }
}
