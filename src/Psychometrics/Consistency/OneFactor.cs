namespace Beffroi.Psychometrics;

/// <summary>One common factor fitted to correlations by maximum likelihood, with the EM algorithm of Rubin &amp; Thayer (1982,
/// Psychometrika 47, 69-76): every step raises the likelihood, whatever the start.</summary>
static class OneFactor
{
    const int MaxSteps = 100_000;
    const double Tolerance = 1e-9;

    /// <summary>The solution, or null when there are fewer than three items or the steps have not settled.</summary>
    public static FactorSolution? Fit(double[] correlations, int items)
    {
        if (items < 3)
        {
            return null;
        }

        var loadings = FactorSolution.Start(correlations, items, 1);
        var uniquenesses = loadings.Select(l => Math.Max(FactorSolution.LeastUniqueness, 1 - (l * l))).ToArray();
        var (scoring, covariance) = (new double[items], new double[items]);
        for (var step = 0; step < MaxSteps; step++)
        {
            // The factor given the items is Σ scoring · item, with variance 1 - Σ scoring · loading.
            var precision = 1 + loadings.Zip(uniquenesses, (l, u) => l * l / u).Sum();
            for (var i = 0; i < items; i++)
            {
                scoring[i] = loadings[i] / uniquenesses[i] / precision;
            }

            var square = 1 / precision;
            for (var i = 0; i < items; i++)
            {
                covariance[i] = 0;
                for (var j = 0; j < items; j++)
                {
                    covariance[i] += correlations[(i * items) + j] * scoring[j];
                }

                square += scoring[i] * covariance[i];
            }

            var change = 0.0;
            for (var i = 0; i < items; i++)
            {
                var loading = covariance[i] / square;
                change = Math.Max(change, Math.Abs(loading - loadings[i]));
                loadings[i] = loading;
                uniquenesses[i] = Math.Max(FactorSolution.LeastUniqueness, 1 - (loading * covariance[i]));
            }

            if (change < Tolerance)
            {
                return new FactorSolution(loadings, uniquenesses).Reflected();
            }
        }

        return null;
    }
}
