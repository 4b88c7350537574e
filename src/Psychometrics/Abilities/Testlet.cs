namespace Beffroi.Psychometrics;

/// <summary>Answers that share something besides the ability (one text, one game), and so are not independent given it.
/// The model adds to the ability a random effect of the testlet, normal with mean 0 (Bradlow, Wainer &amp; Wang, 1999,
/// Psychometrika 64, 153-168, eq. 2). However many items it has, a testlet of variance v is worth at most an information of 1/v about the ability.</summary>
public sealed record Testlet
{
    /// <summary>A testlet.</summary>
    /// <param name="responses">Its answers; the order has no effect beyond rounding.</param>
    /// <param name="variance">Variance of the shared effect, in logits squared, between 0 and 25; 0 (default) means independent answers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The variance is outside its bounds.</exception>
    public Testlet(IReadOnlyList<Response> responses, double variance = 0)
    {
        ArgumentNullException.ThrowIfNull(responses);
        Responses = responses;
        Variance = Require.Within(0, 25, variance);
    }

    /// <summary>The answers.</summary>
    public IReadOnlyList<Response> Responses { get; }

    /// <summary>Variance of the shared effect, in logits squared.</summary>
    public double Variance { get; }

    /// <summary>Log-likelihood of the answers at each point of a grid, the shared effect integrated out.</summary>
    internal double[] LogLikelihood(Quadrature grid)
    {
        // The effect is integrated in steps of the grid itself, so that ability + effect falls on a longer grid computed once.
        var reach = Variance == 0 || grid.Step == 0 ? 0 : (int)Math.Ceiling(6 * Math.Sqrt(Variance) / grid.Step);
        var longer = Enumerable.Range(-reach, grid.Points.Length + (2 * reach)).Select(i => grid.Points[0] + (i * grid.Step)).ToArray();
        var (summed, curve) = (new double[longer.Length], new double[longer.Length]);
        foreach (var group in Responses.CountBy(response => response))
        {
            group.Key.Item.LogCurve(group.Key.Score, longer, curve);
            for (var i = 0; i < summed.Length; i++)
            {
                summed[i] += group.Value * curve[i];
            }
        }

        if (reach == 0)
        {
            return summed;
        }

        var effect = Enumerable.Range(-reach, (2 * reach) + 1).Select(i => -(i * grid.Step * i * grid.Step) / (2 * Variance)).ToArray();
        var total = LogSpace.Sum(effect);
        var terms = new double[effect.Length];
        return [.. Enumerable.Range(0, grid.Points.Length).Select(k =>
        {
            for (var m = 0; m < terms.Length; m++)
            {
                terms[m] = effect[m] - total + summed[k + m];
            }

            return LogSpace.Sum(terms);
        })];
    }
}
