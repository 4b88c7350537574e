using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>Adds up people's true and attributed levels.</summary>
sealed class LevelTally(int levels)
{
    readonly double[][] _cells = [.. Enumerable.Range(0, levels).Select(_ => new double[levels])];
    readonly double[] _margin = new double[levels];
    double _total;
    double _twice;

    /// <summary>People of one kind.</summary>
    /// <param name="weight">How many.</param>
    /// <param name="truth">Probability that each level is theirs.</param>
    /// <param name="observed">Probability that each level is attributed to them.</param>
    /// <param name="again">Probability that a test attributes each level to them, over its own errors.</param>
    public void Add(double weight, double[] truth, double[] observed, double[] again)
    {
        _total += weight;
        for (var t = 0; t < levels; t++)
        {
            _twice += weight * again[t] * again[t];
            _margin[t] += weight * again[t];
            for (var o = 0; o < levels; o++)
            {
                _cells[t][o] += weight * truth[t] * observed[o];
            }
        }
    }

    public ClassificationQuality Quality()
    {
        var (consistency, chance) = (_twice / _total, _margin.Sum(m => m / _total * (m / _total)));
        return new()
        {
            Accuracy = Enumerable.Range(0, levels).Sum(l => _cells[l][l]) / _total,
            Consistency = consistency,
            Kappa = chance < 1 - 1e-12 ? (consistency - chance) / (1 - chance) : null,
            Levels = [.. _cells.Select(row => row.Select(cell => cell / _total).ToImmutableArray())],
        };
    }
}
