using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>Equispaced points with the weights of a normal distribution: the grid on which an ability (or an uncertain
/// item parameter) is integrated. The rectangle rule on such a grid converges faster than any power of the step for the smooth
/// curves of item response theory (Trefethen &amp; Weideman, 2014, SIAM Review 56, 385-458), and unlike Gauss-Hermite rules with few points it stays
/// exact when items discriminate strongly.</summary>
public sealed class Quadrature
{
    Quadrature(double mean, double standardDeviation, double step, ImmutableArray<double> points, ImmutableArray<double> logWeights) =>
        (Mean, StandardDeviation, Step, Points, LogWeights) = (mean, standardDeviation, step, points, logWeights);

    /// <summary>Mean of the normal distribution, in logits.</summary>
    public double Mean { get; }

    /// <summary>Standard deviation of the normal distribution, in logits; 0 for a single point.</summary>
    public double StandardDeviation { get; }

    /// <summary>Distance between two neighbouring points, in logits; 0 for a single point.</summary>
    public double Step { get; }

    /// <summary>The abscissae, in logits, increasing.</summary>
    public ImmutableArray<double> Points { get; }

    /// <summary>Natural logarithms of the weights, which sum to 1.</summary>
    public ImmutableArray<double> LogWeights { get; }

    /// <summary>A grid over a normal distribution.</summary>
    /// <param name="mean">Logits, finite.</param>
    /// <param name="standardDeviation">Logits, finite, at least 0; 0 gives one point of weight 1.</param>
    /// <param name="points">Odd number of points, from 3 to 10 001; default 121.</param>
    /// <param name="halfWidth">How many standard deviations the grid spans on either side, above 0; default 6.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its bounds.</exception>
    public static Quadrature Normal(double mean = 0, double standardDeviation = 1, int points = 121, double halfWidth = 6)
    {
        Require.Finite(mean);
        Require.AtLeast(0, standardDeviation);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 3);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points, 10_001);
        ArgumentOutOfRangeException.ThrowIfZero(points % 2, nameof(points));
        Require.AtLeast(double.Epsilon, halfWidth);
        if (standardDeviation == 0)
        {
            return new(mean, 0, 0, [mean], [0]);
        }

        var half = points / 2;
        var step = halfWidth / half;
        var deviations = Enumerable.Range(-half, points).Select(i => i * step).ToArray();
        var density = deviations.Select(z => -z * z / 2).ToArray();
        var total = LogSpace.Sum(density);
        return new(
            mean,
            standardDeviation,
            step * standardDeviation,
            [.. deviations.Select(z => mean + (standardDeviation * z))],
            [.. density.Select(d => d - total)]);
    }

    /// <summary>The same points under another normal distribution, of a standard deviation above 0.</summary>
    internal Quadrature Reweighted(double mean, double standardDeviation)
    {
        var density = Points.Select(x => -(x - mean) * (x - mean) / (2 * standardDeviation * standardDeviation)).ToArray();
        var total = LogSpace.Sum(density);
        return new(mean, standardDeviation, Step, Points, [.. density.Select(d => d - total)]);
    }
}
