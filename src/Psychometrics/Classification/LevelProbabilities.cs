using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>What a posterior says of a person's level, and the decision it supports. Levels are numbered from 0, below the first cut.</summary>
public sealed class LevelProbabilities
{
    /// <summary>The levels of a person.</summary>
    /// <param name="posterior">The person's ability given the answers.</param>
    /// <param name="cuts">Logits, finite, increasing, at least one.</param>
    /// <param name="cutStandardError">Standard error shared by the cuts, in logits, at least 0; default 0.</param>
    /// <exception cref="ArgumentException">There is no cut, or cuts do not increase.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its bounds.</exception>
    public LevelProbabilities(Posterior posterior, ImmutableArray<double> cuts, double cutStandardError = 0)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        Probabilities = [.. Cuts.Shares([.. Cuts.Increasing(cuts).Select(cut => posterior.ProbabilityBelow(cut, cutStandardError))])];
        LevelOfMean = Cuts.Level(posterior.Mean, cuts);
    }

    /// <summary>Probability of each level; they sum to 1.</summary>
    public ImmutableArray<double> Probabilities { get; }

    /// <summary>The level in which the posterior mean falls.</summary>
    public int LevelOfMean { get; }

    /// <summary>The level of highest probability, the lowest of them when several are equal.</summary>
    public int MostProbable => Probabilities.IndexOf(Probabilities.Max());

    /// <summary>Expected cost of announcing each level.</summary>
    /// <param name="costs">For each true level (row), the cost of announcing each level (column), in any unit, finite.</param>
    /// <returns>One expected cost for each level, in the same unit; the decision of least cost is the smallest (Berger, 1985, ch. 1).</returns>
    /// <exception cref="ArgumentException">The costs are not a square of as many levels, or one is not finite.</exception>
    public ImmutableArray<double> ExpectedCosts(ImmutableArray<ImmutableArray<double>> costs)
    {
        var levels = Probabilities.Length;
        if (costs.IsDefault || costs.Length != levels || costs.Any(row => row.IsDefault || row.Length != levels || !row.All(double.IsFinite)))
        {
            throw new ArgumentException($"Costs are {levels} rows of {levels} finite numbers.", nameof(costs));
        }

        return [.. Enumerable.Range(0, levels).Select(announced => Probabilities.Zip(costs, (p, row) => p * row[announced]).Sum())];
    }

    /// <summary>The probability from which flagging costs less than not flagging, when missing a person in difficulty costs <paramref name="missCost"/> times as much as
    /// flagging one who is not: 1 / (1 + k).</summary>
    /// <param name="missCost">k, finite, above 0: 3 gives a threshold of 0.25, 1 of 0.5.</param>
    /// <returns>A probability in ]0, 1[ to compare with <see cref="Posterior.ProbabilityBelow"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The cost is outside its bounds.</exception>
    public static double FlagThreshold(double missCost) => 1 / (1 + Require.AtLeast(double.Epsilon, missCost));
}
