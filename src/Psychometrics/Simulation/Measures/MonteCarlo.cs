namespace Beffroi.Psychometrics;

/// <summary>Measures with their Monte-Carlo errors (Morris, White &amp; Crowther, 2019, Statistics in Medicine 38, 2074-2102, table 6). Every measure is a smooth
/// function of means, so its error comes from the influence ψ of each person (infinitesimal jackknife; Efron, 1982): Var = C / (C - 1) · Σ_c (Σ_{i∈c} ψ_i)² / n²,
/// clusters c being people, or banks when several were drawn, since people on one bank share its luck.</summary>
sealed class MonteCarlo(int[] clusters)
{
    public int Count => clusters.Length;

    /// <summary>A measure known with the influence of each person.</summary>
    public Measure? Of(double value, double[] influence)
    {
        if (Count == 0)
        {
            return null;
        }

        var sums = new Dictionary<int, double>();
        for (var i = 0; i < Count; i++)
        {
            sums[clusters[i]] = sums.GetValueOrDefault(clusters[i]) + influence[i];
        }

        var c = sums.Count;
        return new(value, c < 2 ? null : Math.Sqrt(sums.Values.Sum(s => s * s) * c / (c - 1)) / Count, Count);
    }

    public Measure? Mean(double[] values)
    {
        var mean = Average(values);
        return Of(mean, Influence(values, mean));
    }

    public Measure? RootMeanSquare(double[] values)
    {
        double[] squares = [.. values.Select(v => v * v)];
        var root = Math.Sqrt(Average(squares));
        return Of(root, root > 0 ? [.. squares.Select(s => ((s / root) - root) / 2)] : new double[Count]);
    }

    /// <summary>Mean of the values where a condition holds; null when it never does.</summary>
    public Measure? MeanWhere(bool[] condition, double[] values)
    {
        var kept = condition.Count(c => c);
        if (kept == 0)
        {
            return null;
        }

        var mean = condition.Zip(values, (c, v) => c ? v : 0).Sum() / kept;
        var measure = Of(mean, [.. condition.Zip(values, (c, v) => c ? (v - mean) * Count / kept : 0)]);
        return measure is null ? null : measure with { Count = kept, MonteCarloError = kept < 2 ? null : measure.MonteCarloError };
    }

    /// <summary>The value under which a share of the values lies (nearest rank), with the error of an order statistic (Woodruff, 1952):
    /// half the distance between the ranks one binomial standard error away. Clusters are not read.</summary>
    public Measure? Quantile(double[] values, double share)
    {
        if (Count == 0)
        {
            return null;
        }

        double[] sorted = [.. values.Order()];
        var spread = Math.Sqrt(share * (1 - share) / Count);
        return new(At(share), Count < 2 ? null : (At(share + spread) - At(share - spread)) / 2, Count);

        double At(double p) => sorted[Math.Clamp((int)Math.Ceiling(p * Count) - 1, 0, Count - 1)];
    }

    public static double[] Influence(double[] values, double mean) => [.. values.Select(v => v - mean)];

    public static double Average(double[] values) => values.Length == 0 ? 0 : values.Sum() / values.Length;
}
