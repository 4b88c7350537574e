namespace Beffroi.Psychometrics;

/// <summary>How well a person's answers agree with the model.</summary>
public static class PersonFit
{
    // Under this the statistic is a ratio of rounding errors.
    const double LeastVariance = 1e-12;

    /// <summary>Standardised log-likelihood l_z (Drasgow, Levine &amp; Williams, 1985, British Journal of Mathematical and Statistical
    /// Psychology 38, 67-86, eq. 3): near 0 when the pattern is ordinary, strongly negative when easy items are failed and hard ones passed.
    /// With an estimated ability its variance is under 1, so a cut of -1.96 flags fewer people than its nominal 2.5 % (Snijders, 2001):
    /// <see cref="CorrectedLogLikelihood"/> repairs it.</summary>
    /// <param name="ability">The person's estimated ability, in logits, finite.</param>
    /// <param name="responses">Answers independent given the ability; uncertain items count with their averaged curve.</param>
    /// <returns>A standard score without unit, or null when it has no variance: no answer, or every probability equal to one half.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ability is not finite.</exception>
    public static double? StandardisedLogLikelihood(double ability, IReadOnlyList<Response> responses)
    {
        ArgumentNullException.ThrowIfNull(responses);
        Require.Finite(ability);
        var (difference, variance) = Compare(ability, responses, 0);
        return variance > LeastVariance ? difference / Math.Sqrt(variance) : null;
    }

    /// <summary>l_z corrected for the estimation of the ability, l_z* (Snijders, 2001, Psychometrika 66, 331-342, eq. 13 to 18; for several score
    /// levels, Sinharay, 2016, Psychometrika 81, 992-1013): asymptotically N(0, 1), so that -1.64 flags 5 % of ordinary people.</summary>
    /// <param name="estimate">The person's ability estimated by ML, WLE or MAP from these same answers.</param>
    /// <param name="responses">Answers independent given the ability.</param>
    /// <returns>A standard score without unit; null when undefined: an EAP, which solves no estimating equation, an estimate at the bound of its range, no
    /// answer, or answers that leave no variance once the ability is fitted.</returns>
    public static double? CorrectedLogLikelihood(AbilityEstimate estimate, IReadOnlyList<Response> responses)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        ArgumentNullException.ThrowIfNull(responses);
        var information = LikelihoodSlope.At(estimate.Ability, Answer.Of(responses)).Information;
        if (estimate.Method == AbilityMethod.ExpectedAPosteriori || estimate.AtBound || information <= ItemModel.Tiny)
        {
            return null;
        }

        // Snijders writes W + c r0, where r0 is the slope of the prior or Warm's correction. The estimating equation says Σ r = -r0, so that
        // it is W - c Σ r, the same for every method, once c r is taken out of each answer.
        var common = responses.Sum(r => Covariation(r.Item, estimate.Ability)) / information;
        var (difference, variance) = Compare(estimate.Ability, responses, common);
        return variance > LeastVariance ? difference / Math.Sqrt(variance) : null;
    }

    /// <summary>Mean squares of the residuals: near 1 when the pattern is ordinary, above when it is erratic, below when it is more regular than the
    /// model expects (Wright &amp; Masters, 1982, Rating Scale Analysis, ch. 5).</summary>
    /// <param name="ability">The person's estimated ability, in logits, finite.</param>
    /// <param name="responses">Answers independent given the ability. An answer whose score has no variance left at this ability is not counted.</param>
    /// <returns>Both mean squares, or null when no answer has any variance.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ability is not finite.</exception>
    public static PersonMeanSquares? MeanSquares(double ability, IReadOnlyList<Response> responses)
    {
        ArgumentNullException.ThrowIfNull(responses);
        Require.Finite(ability);
        var (squares, variances, standardised, count) = (0.0, 0.0, 0.0, 0);
        foreach (var response in responses)
        {
            var (mean, variance) = ScoreMoments.Of(response.Item, ability);
            if (variance > LeastVariance)
            {
                var square = (response.Score - mean) * (response.Score - mean);
                (squares, variances, standardised, count) = (squares + square, variances + variance, standardised + (square / variance), count + 1);
            }
        }

        return count > 0 ? new(squares / variances, standardised / count) : null;
    }

    // Σ over answers of w - E(w), and its variance, where w = log P - common · P′ / P for the score obtained.
    static (double Difference, double Variance) Compare(double ability, IReadOnlyList<Response> responses, double common)
    {
        var (difference, variance) = (0.0, 0.0);
        foreach (var group in responses.CountBy(response => response))
        {
            var (item, score) = (group.Key.Item, group.Key.Score);
            var (weights, p, first) = Weights(item, ability);
            var mean = 0.0;
            for (var k = 0; k < p.Length; k++)
            {
                weights[k] -= p[k] > ItemModel.Tiny ? common * first[k] / p[k] : 0;
                mean += p[k] * weights[k];
            }

            difference += group.Value * (weights[score] - mean);
            variance += group.Value * p.Select((q, k) => q * (weights[k] - mean) * (weights[k] - mean)).Sum();
        }

        return (difference, variance);
    }

    // Covariance of log P and P′ / P over the scores of an item.
    static double Covariation(ItemModel item, double ability)
    {
        var (logs, _, first) = Weights(item, ability);
        return first.Zip(logs, (slope, log) => slope * log).Sum();
    }

    static (double[] Logs, double[] Probabilities, double[] First) Weights(ItemModel item, double ability)
    {
        var (logs, p, first, second) = (new double[item.MaxScore + 1], new double[item.MaxScore + 1], new double[item.MaxScore + 1], new double[item.MaxScore + 1]);
        item.LogProbabilities(ability, logs);
        item.Derivatives(ability, p, first, second);
        return (logs, p, first);
    }
}

/// <summary>Residuals of a person's answers, relative to what the model expects.</summary>
/// <param name="Infit">Squared residuals over their variances, both summed: answers near the person's ability count most. At least 0, expected 1.</param>
/// <param name="Outfit">Mean of the squared standardised residuals: unexpected answers far from the person's ability count most. At least 0, expected 1.</param>
public sealed record PersonMeanSquares(double Infit, double Outfit);
