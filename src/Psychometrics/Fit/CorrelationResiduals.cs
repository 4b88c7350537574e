namespace Beffroi.Psychometrics;

/// <summary>Correlations between the scores of two items, as seen and as the model expects them.</summary>
static class CorrelationResiduals
{
    /// <summary>Root mean square of their differences over all pairs: SRMSR (Maydeu-Olivares, 2013, Measurement 11, 71-101, eq. 18);
    /// null when there is one item, or when an item has the same score from everybody.</summary>
    public static double? RootMeanSquare(IReadOnlyList<ItemModel> items, Quadrature prior, ResponseMatrix data)
    {
        var n = items.Count;
        var set = new MomentSet(items, MomentForm.Scores);
        var observed = set.Observed(data);
        var expected = new MomentModel(items, prior, set).Expected;
        var seen = Enumerable.Range(0, n).Select(i => SeenSquare(data, i) - (observed[i] * observed[i])).ToArray();
        var implied = Enumerable.Range(0, n).Select(i => ExpectedSquare(items[i], prior) - (expected[i] * expected[i])).ToArray();
        if (n < 2 || seen.Concat(implied).Min() < 1e-12)
        {
            return null;
        }

        var (sum, at) = (0.0, n);
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++, at++)
            {
                var difference = ((observed[at] - (observed[i] * observed[j])) / Math.Sqrt(seen[i] * seen[j]))
                    - ((expected[at] - (expected[i] * expected[j])) / Math.Sqrt(implied[i] * implied[j]));
                sum += difference * difference;
            }
        }

        return Math.Sqrt(sum / (at - n));
    }

    static double SeenSquare(ResponseMatrix data, int item)
    {
        var sum = 0.0;
        for (var person = 0; person < data.Persons; person++)
        {
            sum += data[person, item] * data[person, item];
        }

        return sum / data.Persons;
    }

    static double ExpectedSquare(ItemModel item, Quadrature prior)
    {
        var curves = ItemColumns.Curves(item, prior);
        var sum = 0.0;
        for (var q = 0; q < prior.Points.Length; q++)
        {
            for (var k = 1; k < curves.Length; k++)
            {
                sum += Math.Exp(prior.LogWeights[q]) * k * k * curves[k][q];
            }
        }

        return sum;
    }
}
