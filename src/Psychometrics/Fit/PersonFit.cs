namespace Beffroi.Psychometrics;

/// <summary>How well a person's answers agree with the model.</summary>
public static class PersonFit
{
    /// <summary>Standardised log-likelihood l_z (Drasgow, Levine &amp; Williams, 1985, British Journal of Mathematical and Statistical
    /// Psychology 38, 67-86, eq. 3): near 0 when the pattern is ordinary, strongly negative when easy items are failed and hard ones passed.
    /// With an estimated ability its variance is under 1, so a cut of -1.96 flags fewer people than its nominal 2.5 % (Snijders, 2001).</summary>
    /// <param name="ability">The person's estimated ability, in logits, finite.</param>
    /// <param name="responses">Answers independent given the ability; uncertain items count with their averaged curve.</param>
    /// <returns>A standard score without unit, or null when it has no variance: no answer, or every probability equal to one half.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ability is not finite.</exception>
    public static double? StandardisedLogLikelihood(double ability, IReadOnlyList<Response> responses)
    {
        ArgumentNullException.ThrowIfNull(responses);
        Require.Finite(ability);
        var (difference, variance) = (0.0, 0.0);
        foreach (var group in responses.CountBy(response => response))
        {
            var item = group.Key.Item;
            var (logs, p) = (new double[item.MaxScore + 1], new double[item.MaxScore + 1]);
            item.LogProbabilities(ability, logs);
            item.Probabilities(ability, p);
            var (mean, square) = (0.0, 0.0);
            for (var k = 0; k < p.Length; k++)
            {
                mean += p[k] * logs[k];
                square += p[k] * logs[k] * logs[k];
            }

            difference += group.Value * (logs[group.Key.Score] - mean);
            variance += group.Value * Math.Max(0, square - (mean * mean));
        }

        return variance > 1e-12 ? difference / Math.Sqrt(variance) : null;
    }
}
