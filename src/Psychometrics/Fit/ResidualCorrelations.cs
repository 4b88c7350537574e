using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>Correlations between the residuals of items once the ability is accounted for: local dependence shows as large values.</summary>
public sealed class ResidualCorrelations
{
    readonly Dictionary<(int, int), ResidualPair> _pairs;

    ResidualCorrelations(IReadOnlyList<ResidualPair> pairs)
    {
        Mean = pairs.Count == 0 ? null : pairs.Average(pair => pair.Correlation);
        Pairs = [.. pairs.Select(pair => pair with { Relative = pair.Correlation - Mean!.Value })];
        _pairs = Pairs.ToDictionary(pair => (pair.First, pair.Second));
    }

    /// <summary>The pairs that have a correlation, by columns: at least three people in common, and residuals that vary.</summary>
    public ImmutableArray<ResidualPair> Pairs { get; }

    /// <summary>Mean Q3 of the pairs; null when there is no pair.</summary>
    public double? Mean { get; }

    /// <summary>Q3 of two items in either order, 1 for an item with itself; null where there is none.</summary>
    /// <param name="first">Column, from 0.</param>
    /// <param name="second">Column, from 0.</param>
    public double? this[int first, int second] =>
        first == second ? 1 : _pairs.GetValueOrDefault((Math.Min(first, second), Math.Max(first, second)))?.Correlation;

    /// <summary>Pairs whose |Q3| is above a threshold.</summary>
    /// <param name="threshold">At least 0; default 0.2 (Chen &amp; Thissen, 1997, Journal of Educational and Behavioral Statistics 22, 265-289).</param>
    /// <param name="relative">Whether the mean Q3 is taken off first; default no.</param>
    public IEnumerable<ResidualPair> Flagged(double threshold = 0.2, bool relative = false)
    {
        Require.AtLeast(0, threshold);
        return Pairs.Where(pair => Math.Abs(relative ? pair.Relative : pair.Correlation) > threshold);
    }

    /// <summary>The residuals around the scores expected at each person's expected a posteriori ability.</summary>
    /// <param name="items">Calibrated items, one for each column.</param>
    /// <param name="prior">Distribution of the abilities.</param>
    /// <param name="data">The answers; missing ones are passed over.</param>
    /// <exception cref="ArgumentException">The items do not describe the columns.</exception>
    public static ResidualCorrelations Of(IReadOnlyList<ItemModel> items, Quadrature prior, ResponseMatrix data)
    {
        ItemColumns.Check(items, data);
        var likelihood = new PatternLikelihood(items, prior);
        return Of(items, data, [.. Enumerable.Range(0, data.Persons).Select(person => (double?)likelihood.Mean(data.Row(person)))]);
    }

    /// <summary>The residuals around the scores expected at given abilities.</summary>
    /// <param name="items">Calibrated items, one for each column.</param>
    /// <param name="data">The answers; missing ones are passed over.</param>
    /// <param name="abilities">One for each person, in logits; null leaves the person out.</param>
    /// <exception cref="ArgumentException">The items do not describe the columns, or the abilities the people.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An ability is not finite.</exception>
    public static ResidualCorrelations Of(IReadOnlyList<ItemModel> items, ResponseMatrix data, IReadOnlyList<double?> abilities)
    {
        ItemColumns.Check(items, data);
        ArgumentNullException.ThrowIfNull(abilities);
        var residuals = Residuals(items, data, abilities);
        var pairs = from i in Enumerable.Range(0, items.Count)
                    from j in Enumerable.Range(i + 1, items.Count - i - 1)
                    select Pair(i, j, residuals[i], residuals[j]);
        return new([.. pairs.OfType<ResidualPair>()]);
    }

    static double?[][] Residuals(IReadOnlyList<ItemModel> items, ResponseMatrix data, IReadOnlyList<double?> abilities)
    {
        if (abilities.Count != data.Persons)
        {
            throw new ArgumentException("There is one ability, or null, for each person.", nameof(abilities));
        }

        return [.. items.Select((item, i) => Enumerable.Range(0, data.Persons).Select(person =>
            abilities[person] is { } ability && data[person, i] != ResponseMatrix.Missing ? data[person, i] - item.ExpectedScore(ability) : (double?)null).ToArray())];
    }

    static ResidualPair? Pair(int i, int j, double?[] first, double?[] second)
    {
        var (n, x, y) = (0, 0.0, 0.0);
        for (var person = 0; person < first.Length; person++)
        {
            if (first[person] is { } a && second[person] is { } b)
            {
                (n, x, y) = (n + 1, x + a, y + b);
            }
        }

        // A second pass around the means: no cancellation.
        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        for (var person = 0; person < first.Length; person++)
        {
            if (first[person] is { } a && second[person] is { } b)
            {
                var (dx, dy) = (a - (x / n), b - (y / n));
                (xx, yy, xy) = (xx + (dx * dx), yy + (dy * dy), xy + (dx * dy));
            }
        }

        return n < 3 || xx < 1e-12 || yy < 1e-12 ? null : new(i, j, Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1), 0, n);
    }
}
