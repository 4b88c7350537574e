namespace Beffroi.Psychometrics;

/// <summary>A factor analysis of correlations: R ≈ Λ Λᵀ + Ψ.</summary>
/// <param name="Loadings">Λ, items × factors, row after row.</param>
/// <param name="Uniquenesses">Diagonal of Ψ, at least <see cref="LeastUniqueness"/>.</param>
sealed record FactorSolution(double[] Loadings, double[] Uniquenesses)
{
    /// <summary>An item never becomes the factor itself (the case of Heywood, 1931): a share of its variance stays its own.</summary>
    public const double LeastUniqueness = 0.005;

    public int Items => Uniquenesses.Length;

    public int Factors => Loadings.Length / Items;

    /// <summary>Starting loadings: principal axes of the correlations whose diagonal holds squared multiple correlations
    /// (or, when they are singular, each item's largest correlation).</summary>
    public static double[] Start(ReadOnlySpan<double> correlations, int items, int factors)
    {
        var reduced = correlations.ToArray();
        var inverse = Cholesky.Of(correlations, items)?.Inverse();
        for (var i = 0; i < items; i++)
        {
            reduced[(i * items) + i] = inverse is null ? LargestCorrelation(correlations, items, i) : 1 - (1 / inverse[(i * items) + i]);
        }

        var (values, vectors) = SymmetricEigen.Of(reduced, items);
        var loadings = new double[items * factors];
        for (var at = 0; at < loadings.Length; at++)
        {
            loadings[at] = vectors[(at / factors * items) + (at % factors)] * Math.Sqrt(Math.Max(values[at % factors], 0.01));
        }

        return loadings;
    }

    static double LargestCorrelation(ReadOnlySpan<double> correlations, int items, int item)
    {
        var largest = 0.0;
        for (var j = 0; j < items; j++)
        {
            largest = j == item ? largest : Math.Max(largest, Math.Abs(correlations[(item * items) + j]));
        }

        return largest;
    }

    /// <summary>The same solution with each factor turned so that its loadings sum to 0 or more.</summary>
    public FactorSolution Reflected()
    {
        var turned = (double[])Loadings.Clone();
        for (var f = 0; f < Factors; f++)
        {
            var sign = Enumerable.Range(0, Items).Sum(i => turned[(i * Factors) + f]) < 0 ? -1 : 1;
            for (var i = 0; i < Items; i++)
            {
                turned[(i * Factors) + f] *= sign;
            }
        }

        return this with { Loadings = turned };
    }
}
