using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>What the answers say of an ability: its distribution given them, on a grid (Bock &amp; Mislevy, 1982, Applied Psychological
/// Measurement 6, 431-444). Everything is computed with logarithms, so hundreds of answers, all right or all wrong, stay finite.</summary>
public sealed class Posterior
{
    Posterior(Quadrature grid, double[] log, double evidence)
    {
        Grid = grid;
        LogEvidence = evidence;
        Weights = [.. log.Select(l => Math.Exp(l - evidence))];
        Mean = Weights.Zip(grid.Points, (w, x) => w * x).Sum();
        StandardDeviation = Math.Sqrt(Weights.Zip(grid.Points, (w, x) => w * (x - Mean) * (x - Mean)).Sum());
    }

    /// <summary>The prior and its grid.</summary>
    public Quadrature Grid { get; }

    /// <summary>Probability of each point of the grid; they sum to 1.</summary>
    public ImmutableArray<double> Weights { get; }

    /// <summary>Natural logarithm of the probability of the answers under the prior.</summary>
    public double LogEvidence { get; }

    /// <summary>Expected a posteriori ability (EAP), in logits.</summary>
    public double Mean { get; }

    /// <summary>Posterior standard deviation, in logits: the standard error of <see cref="Mean"/>.</summary>
    public double StandardDeviation { get; }

    /// <summary>The posterior given independent answers.</summary>
    /// <param name="prior">Distribution of the ability before any answer.</param>
    /// <param name="responses">The answers; none leaves the prior.</param>
    public static Posterior Given(Quadrature prior, IReadOnlyList<Response> responses) => Given(prior, [new Testlet(responses)]);

    /// <summary>The posterior given groups of answers, independent of one another given the ability.</summary>
    /// <param name="prior">Distribution of the ability before any answer.</param>
    /// <param name="testlets">The answers; none leaves the prior.</param>
    public static Posterior Given(Quadrature prior, IEnumerable<Testlet> testlets)
    {
        ArgumentNullException.ThrowIfNull(prior);
        ArgumentNullException.ThrowIfNull(testlets);
        var log = prior.LogWeights.ToArray();
        foreach (var testlet in testlets)
        {
            var likelihood = testlet.LogLikelihood(prior);
            for (var k = 0; k < log.Length; k++)
            {
                log[k] += likelihood[k];
            }
        }

        return Of(prior, log);
    }

    /// <summary>The posterior given a log-likelihood at each point of the prior's grid.</summary>
    internal static Posterior Given(Quadrature prior, ReadOnlySpan<double> logLikelihood)
    {
        var log = prior.LogWeights.ToArray();
        for (var k = 0; k < log.Length; k++)
        {
            log[k] += logLikelihood[k];
        }

        return Of(prior, log);
    }

    /// <summary>The posterior whose logarithm, up to evidence, is known on the grid of the prior: log prior plus log-likelihood.</summary>
    internal static Posterior Of(Quadrature prior, double[] log) => new(prior, log, LogSpace.Sum(log));

    /// <summary>Probability that the ability lies at or below a cut.</summary>
    /// <param name="cut">Logits, finite.</param>
    /// <param name="cutStandardError">Standard error of the cut itself, in logits, at least 0: the cut is then normal and is
    /// integrated over. At 0 (default) the mass of each point is spread evenly over its cell.</param>
    /// <returns>A probability in [0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its bounds.</exception>
    public double ProbabilityBelow(double cut, double cutStandardError = 0)
    {
        Require.Finite(cut);
        Require.AtLeast(0, cutStandardError);
        var sum = 0.0;
        for (var k = 0; k < Weights.Length; k++)
        {
            sum += Weights[k] * ShareBelow(Grid, cut - Grid.Points[k], cutStandardError);
        }

        return Math.Clamp(sum, 0, 1);
    }

    /// <summary>Probability that the ability lies above one cut and at or below another.</summary>
    /// <param name="low">Logits; the lower cut.</param>
    /// <param name="high">Logits; at least <paramref name="low"/>.</param>
    /// <param name="cutStandardError">Standard error shared by both cuts, in logits, at least 0; default 0.</param>
    /// <returns>A probability in [0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its bounds, or the cuts are reversed.</exception>
    public double ProbabilityBetween(double low, double high, double cutStandardError = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        return Math.Max(0, ProbabilityBelow(high, cutStandardError) - ProbabilityBelow(low, cutStandardError));
    }

    /// <summary>The ability below which a given share of the posterior lies.</summary>
    /// <param name="probability">In ]0, 1[.</param>
    /// <returns>Logits, within the grid and half a step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside its bounds.</exception>
    public double Quantile(double probability)
    {
        Require.Within(double.Epsilon, Math.BitDecrement(1.0), probability);
        var below = 0.0;
        for (var k = 0; k < Weights.Length; k++)
        {
            if (below + Weights[k] >= probability)
            {
                return Grid.Points[k] + (Grid.Step * (((probability - below) / Weights[k]) - 0.5));
            }

            below += Weights[k];
        }

        return Grid.Points[^1] + (Grid.Step / 2);
    }

    /// <summary>Equal-tailed credible interval.</summary>
    /// <param name="level">Share of the posterior inside it, in ]0, 1[; default 0.95.</param>
    /// <returns>Its two ends, in logits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside its bounds.</exception>
    public (double Low, double High) Interval(double level = 0.95) => (Quantile((1 - level) / 2), Quantile((1 + level) / 2));

    /// <summary>Share of a point's mass that lies below a cut at this distance above it.</summary>
    internal static double ShareBelow(Quadrature grid, double distance, double cutStandardError) =>
        cutStandardError > 0 ? NormalDistribution.Cumulative(distance / cutStandardError)
        : grid.Step > 0 ? Math.Clamp(0.5 + (distance / grid.Step), 0, 1)
        : distance >= 0 ? 1 : 0;
}
