namespace Beffroi.Psychometrics;

/// <summary>Means and covariances of the items over the people who answered all of them. Sums are kept in whole numbers, so they are exact
/// and the order of the people has no effect at all.</summary>
sealed class Covariances
{
    readonly double[] _covariances;

    Covariances(int items, int persons, double[] means, double[] covariances) => (Items, Persons, Means, _covariances) = (items, persons, means, covariances);

    public int Items { get; }

    /// <summary>People who answered every item.</summary>
    public int Persons { get; }

    /// <summary>Mean score of each item; empty without people.</summary>
    public double[] Means { get; }

    /// <summary>Covariance of two items, with n - 1; 0 under two people.</summary>
    public double this[int i, int j] => _covariances[(i * Items) + j];

    public static Covariances Of(ResponseMatrix responses)
    {
        var (k, people) = (responses.Items, CompleteCases.Of(responses));
        long n = people.Length;
        var (sums, products) = (new long[k], new long[k * k]);
        foreach (var person in people)
        {
            var row = responses.Row(person);
            for (var i = 0; i < k; i++)
            {
                sums[i] += row[i];
                for (var j = 0; j <= i; j++)
                {
                    products[(i * k) + j] += row[i] * row[j];
                }
            }
        }

        var covariances = new double[k * k];
        for (var i = 0; i < k && n > 1; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                covariances[(i * k) + j] = covariances[(j * k) + i] = ((n * products[(i * k) + j]) - (sums[i] * sums[j])) / (double)(n * (n - 1));
            }
        }

        return new(k, people.Length, n == 0 ? [] : [.. sums.Select(sum => sum / (double)n)], covariances);
    }

    /// <summary>Variance of the sum of the items, one of them left out when asked.</summary>
    public double SumVariance(int without = -1)
    {
        var sum = 0.0;
        for (var i = 0; i < Items; i++)
        {
            for (var j = 0; j < Items; j++)
            {
                sum += i == without || j == without ? 0 : this[i, j];
            }
        }

        return sum;
    }

    /// <summary>Sum of the variances of the items, one of them left out when asked.</summary>
    public double Trace(int without = -1) => Enumerable.Range(0, Items).Where(i => i != without).Sum(i => this[i, i]);

    /// <summary>Pearson correlations, row after row; null when an item has no variance.</summary>
    public double[]? Correlations()
    {
        var correlations = new double[Items * Items];
        for (var i = 0; i < Items; i++)
        {
            if (this[i, i] == 0)
            {
                return null;
            }

            for (var j = 0; j < Items; j++)
            {
                correlations[(i * Items) + j] = i == j ? 1 : Math.Clamp(this[i, j] / Math.Sqrt(this[i, i] * this[j, j]), -1, 1);
            }
        }

        return correlations;
    }

    /// <summary>Variance of each item that the others do not predict, 1 / (C⁻¹)_ii; null when the covariances are singular.</summary>
    public double[]? ResidualVariances() =>
        Cholesky.Of(_covariances, Items)?.Inverse() is { } inverse ? [.. Enumerable.Range(0, Items).Select(i => 1 / inverse[(i * Items) + i])] : null;
}
