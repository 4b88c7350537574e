namespace Beffroi.Psychometrics;

/// <summary>Likelihood of answers given total scores, log L = -Σ b_v reached_v - Σ n_r log γ_r, where γ_r sums over the ways to make up the
/// total r (Andersen, 1972, Journal of the Royal Statistical Society B 34, 42-54). Steps of all the items stand one after the other.</summary>
sealed class ConditionalLikelihood(ConditionalSample sample)
{
    /// <summary>log L; minus infinity where a total that was seen has no probability left in the arithmetic.</summary>
    public double Value(double[] steps)
    {
        var items = Items(steps);
        var sum = -steps.Zip(sample.Reached, (b, reached) => b * reached).Sum();
        foreach (var group in sample.Groups)
        {
            var total = ScorePolynomial.Product([.. group.Items.Select(i => items[i])]);
            for (var r = 1; r < group.People.Length; r++)
            {
                sum -= group.People[r] == 0 ? 0 : total[r] > 0 ? group.People[r] * total.Log(r) : double.PositiveInfinity;
            }
        }

        return sum;
    }

    /// <summary>Gradient of log L, and its information -∂² log L row after row, where <see cref="Value"/> is finite.</summary>
    public void Derivatives(double[] steps, double[] gradient, double[] information, CancellationToken cancellation)
    {
        Array.Clear(information);
        for (var v = 0; v < steps.Length; v++)
        {
            gradient[v] = -sample.Reached[v];
        }

        var items = Items(steps);
        foreach (var group in sample.Groups)
        {
            cancellation.ThrowIfCancellationRequested();
            new ConditionalMoments(sample, group, items).AddTo(gradient, information);
        }
    }

    ScorePolynomial[] Items(double[] steps) => [.. sample.MaxScores.Select((max, i) =>
    {
        var logs = new double[max + 1];
        for (var k = 1; k <= max; k++)
        {
            logs[k] = logs[k - 1] - steps[sample.FirstSteps[i] + k - 1];
        }

        return ScorePolynomial.FromLogs(logs);
    })];
}
