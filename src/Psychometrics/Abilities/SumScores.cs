using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>Distributions of the sum of the scores of a set of items, right-or-wrong or not, by the recursion of Lord &amp; Wingersky (1984, Applied
/// Psychological Measurement 8, 453-461, eq. 2), extended to several score levels by Thissen, Pommerich, Billeaud &amp; Williams (1995,
/// Applied Psychological Measurement 19, 39-49). It runs on logarithms: with hundreds of items the rarest sums underflow otherwise.</summary>
public static class SumScores
{
    /// <summary>Probability of each sum at one ability.</summary>
    /// <param name="items">Items independent given the ability.</param>
    /// <param name="ability">θ, in logits, finite.</param>
    /// <returns>Probabilities of the sums 0, 1, … up to the sum of the highest scores; they sum to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ability is not finite.</exception>
    public static ImmutableArray<double> Distribution(IReadOnlyList<ItemModel> items, double ability)
    {
        ArgumentNullException.ThrowIfNull(items);
        return [.. Logs(items, Require.Finite(ability)).Select(Math.Exp)];
    }

    /// <summary>The probability of each sum in a population, and the ability it is worth (EAP by sum score).</summary>
    /// <param name="items">Items independent given the ability.</param>
    /// <param name="population">Distribution of the ability: the weights of the sums, and the prior of the abilities.</param>
    /// <returns>One row for each sum 0, 1, … up to the sum of the highest scores.</returns>
    public static ImmutableArray<SumScoreAbility> Table(IReadOnlyList<ItemModel> items, Quadrature population)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(population);
        double[][] logs = [.. population.Points.Select(point => Logs(items, point))];
        return [.. Enumerable.Range(0, logs[0].Length).Select(score =>
        {
            var posterior = Posterior.Given(population, logs.Select(row => row[score]).ToArray());
            return new SumScoreAbility(score, posterior.LogEvidence, posterior.Mean, posterior.StandardDeviation);
        })];
    }

    static double[] Logs(IReadOnlyList<ItemModel> items, double ability)
    {
        double[] known = [0];
        foreach (var item in items)
        {
            var (own, terms) = (new double[item.MaxScore + 1], new double[item.MaxScore + 1]);
            item.LogProbabilities(ability, own);
            var next = new double[known.Length + item.MaxScore];
            for (var sum = 0; sum < next.Length; sum++)
            {
                var (from, to) = (Math.Max(0, sum - known.Length + 1), Math.Min(item.MaxScore, sum));
                for (var score = from; score <= to; score++)
                {
                    terms[score] = own[score] + known[sum - score];
                }

                next[sum] = LogSpace.Sum(terms.AsSpan(from, to - from + 1));
            }

            known = next;
        }

        return known;
    }
}
