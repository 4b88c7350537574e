namespace Beffroi.Psychometrics;

/// <summary>The abilities of a group being calibrated: normal, on the points of the quadrature.</summary>
sealed class GroupSlot
{
    public double Mean { get; set; }

    public double Sd { get; set; } = 1;

    public required bool FreeMean { get; init; }

    public required bool FreeSd { get; init; }

    public int Free => (FreeMean ? 1 : 0) + (FreeSd ? 1 : 0);

    /// <summary>Logarithms of the weights of the points, which sum to 1; far below any other in the padding.</summary>
    public void LogWeights(ReadOnlySpan<double> points, Span<double> logs)
    {
        for (var q = 0; q < points.Length; q++)
        {
            var z = (points[q] - Mean) / Sd;
            logs[q] = -z * z / 2;
        }

        var total = LogSpace.Sum(logs[..points.Length]);
        for (var q = 0; q < points.Length; q++)
        {
            logs[q] -= total;
        }

        logs[points.Length..].Fill(-1e5);
    }

    /// <summary>The mean and spread that the expected counts have.</summary>
    public void Maximise(ReadOnlySpan<double> points, ReadOnlySpan<double> counts)
    {
        var (people, first, second) = (0.0, 0.0, 0.0);
        for (var q = 0; q < points.Length; q++)
        {
            people += counts[q];
            first += counts[q] * points[q];
        }

        if (people <= 0)
        {
            return;
        }

        Mean = FreeMean ? first / people : Mean;
        for (var q = 0; q < points.Length; q++)
        {
            second += counts[q] * (points[q] - Mean) * (points[q] - Mean);
        }

        Sd = FreeSd ? Math.Max(Math.Sqrt(second / people), 1e-3) : Sd;
    }

    /// <summary>Gradient of the expected log-likelihood by the mean and by the logarithm of the spread.</summary>
    public (double Mean, double LogSd) Gradient(ReadOnlySpan<double> points, ReadOnlySpan<double> counts)
    {
        Span<double> logs = stackalloc double[BlockTables.Padded(points.Length)];
        LogWeights(points, logs);
        var (people, mean, spread, expectedMean, expectedSpread) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var q = 0; q < points.Length; q++)
        {
            var (z, weight) = ((points[q] - Mean) / Sd, Math.Exp(logs[q]));
            people += counts[q];
            mean += counts[q] * z / Sd;
            spread += counts[q] * z * z;
            expectedMean += weight * z / Sd;
            expectedSpread += weight * z * z;
        }

        return (mean - (people * expectedMean), spread - (people * expectedSpread));
    }
}
