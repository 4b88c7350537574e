namespace Beffroi.Psychometrics;

/// <summary>Under the model, the share of each score of each item among the people who have a given total score.</summary>
static class ExpectedScoreShares
{
    /// <returns>[item][total][score]; 0 where the total or the score cannot be.</returns>
    public static double[][][] Of(IReadOnlyList<ItemModel> items, Quadrature prior, CancellationToken cancellation)
    {
        var highest = items.Sum(item => item.MaxScore);
        var shares = items.Select(item => Enumerable.Range(0, highest + 1).Select(_ => new double[item.MaxScore + 1]).ToArray()).ToArray();
        var factors = new ScorePolynomial[items.Count];
        var curves = items.Select(item => new double[item.MaxScore + 1]).ToArray();
        for (var q = 0; q < prior.Points.Length; q++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < factors.Length; i++)
            {
                items[i].LogProbabilities(prior.Points[q], curves[i]);
                factors[i] = ScorePolynomial.FromLogs(curves[i]);
            }

            var rest = ScorePolynomial.LeaveOneOut(factors, ScorePolynomial.One);
            for (var i = 0; i < factors.Length; i++)
            {
                Add(shares[i], curves[i], rest[i], prior.LogWeights[q]);
            }
        }

        foreach (var row in shares.SelectMany(rows => rows))
        {
            var total = row.Sum();
            for (var k = 0; k < row.Length && total > 0; k++)
            {
                row[k] /= total;
            }
        }

        return shares;
    }

    // Weight × probability of the score × probability that the other items make up the total.
    static void Add(double[][] shares, double[] logs, ScorePolynomial rest, double logWeight)
    {
        for (var k = 0; k < logs.Length; k++)
        {
            var factor = Math.Exp(logWeight + logs[k] + rest.LogScale);
            for (var other = 0; other <= rest.Degree; other++)
            {
                shares[other + k][k] += factor * rest[other];
            }
        }
    }
}
