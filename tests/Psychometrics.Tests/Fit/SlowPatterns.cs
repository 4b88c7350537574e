namespace Beffroi.Psychometrics.Tests;

/// <summary>Every pattern of answers with its probability, by multiplying probabilities over Simpson's rule.</summary>
static class SlowPatterns
{
    public static (int[] Scores, double Probability)[] Of(IReadOnlyList<ItemModel> items)
    {
        var nodes = Plain.Simpson(0, 1, 160).ToArray();
        var total = nodes.Sum(node => node.Weight);
        var curves = items.Select(item => Enumerable.Range(0, item.MaxScore + 1).Select(k => nodes.Select(node => item.Probability(node.X, k)).ToArray()).ToArray()).ToArray();
        IEnumerable<int[]> patterns = [[]];
        foreach (var item in items)
        {
            patterns = [.. patterns.SelectMany(p => Enumerable.Range(0, item.MaxScore + 1).Select(k => (int[])[.. p, k]))];
        }

        return [.. patterns.Select(p => (p, nodes.Select((node, q) => p.Select((k, i) => curves[i][k][q]).Aggregate(node.Weight / total, (x, y) => x * y)).Sum()))];
    }

    /// <summary>Solution of a linear system by Gauss-Jordan elimination with pivots, many right-hand sides at once.</summary>
    public static double[][] Solve(double[][] matrix, double[][] columns)
    {
        var n = matrix.Length;
        var rows = matrix.Select((row, i) => row.Concat(columns.Select(column => column[i])).ToArray()).ToArray();
        for (var k = 0; k < n; k++)
        {
            var pivot = Enumerable.Range(k, n - k).MaxBy(i => Math.Abs(rows[i][k]));
            (rows[k], rows[pivot]) = (rows[pivot], rows[k]);
            rows[k] = [.. rows[k].Select(x => x / rows[k][k])];
            for (var i = 0; i < n; i++)
            {
                var factor = rows[i][k];
                if (i != k && factor != 0)
                {
                    rows[i] = [.. rows[i].Zip(rows[k], (x, y) => x - (factor * y))];
                }
            }
        }

        return [.. columns.Select((_, c) => rows.Select(row => row[n + c]).ToArray())];
    }

    public static double Dot(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();
}
