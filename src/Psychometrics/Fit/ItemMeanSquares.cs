using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>Mean-square fit of one item of the Rasch family (Wright &amp; Masters, 1982, Rating Scale Analysis, ch. 5): 1 when answers vary as
/// the model expects, above when they are more erratic, below when they are more predictable.</summary>
/// <param name="Item">Name of the item.</param>
/// <param name="Infit">Squared residuals over expected variance, summed over people: sensitive near the item's difficulty.</param>
/// <param name="Outfit">Mean squared standardised residual: sensitive to surprising answers far from it.</param>
/// <param name="InfitZ">Infit brought to a standard normal by the cube-root transformation of Wilson and Hilferty; null when it cannot be.</param>
/// <param name="OutfitZ">The same of outfit.</param>
/// <param name="Persons">People counted.</param>
public sealed record ItemMeanSquares(string Item, double Infit, double Outfit, double? InfitZ, double? OutfitZ, int Persons)
{
    /// <summary>The mean squares of each item, at given abilities (maximum likelihood is customary; shrunken abilities lower them).</summary>
    /// <param name="items">Calibrated items, one for each column.</param>
    /// <param name="data">The answers; missing ones are passed over.</param>
    /// <param name="abilities">One for each person, in logits; null leaves the person out, as extreme scores are.</param>
    /// <returns>For each item in order, its mean squares, or null when nobody tells anything of it.</returns>
    /// <exception cref="ArgumentException">The items do not describe the columns, or the abilities the people.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An ability is not finite.</exception>
    public static ImmutableArray<ItemMeanSquares?> Of(IReadOnlyList<ItemModel> items, ResponseMatrix data, IReadOnlyList<double?> abilities)
    {
        ItemColumns.Check(items, data);
        ArgumentNullException.ThrowIfNull(abilities);
        return abilities.Count == data.Persons
            ? [.. items.Select((item, i) => One(item, i, data, abilities))]
            : throw new ArgumentException("There is one ability, or null, for each person.", nameof(abilities));
    }

    static ItemMeanSquares? One(ItemModel item, int column, ResponseMatrix data, IReadOnlyList<double?> abilities)
    {
        var (n, squares, variances, standardised, infitSpread, outfitSpread) = (0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var person = 0; person < abilities.Count; person++)
        {
            if (abilities[person] is not { } ability || data[person, column] == ResponseMatrix.Missing)
            {
                continue;
            }

            var (mean, variance, fourth) = Moments(item, ability);
            if (variance < 1e-12)
            {
                continue;
            }

            var square = (data[person, column] - mean) * (data[person, column] - mean);
            n++;
            squares += square;
            variances += variance;
            standardised += square / variance;
            infitSpread += fourth - (variance * variance);
            outfitSpread += (fourth / (variance * variance)) - 1;
        }

        return n == 0 ? null : new(
            data.ItemNames[column],
            squares / variances,
            standardised / n,
            Standardised(squares / variances, Math.Sqrt(infitSpread) / variances),
            Standardised(standardised / n, Math.Sqrt(outfitSpread) / n),
            n);
    }

    static (double Mean, double Variance, double Fourth) Moments(ItemModel item, double ability)
    {
        var mean = item.ExpectedScore(ability);
        var (variance, fourth) = (0.0, 0.0);
        var p = new double[item.MaxScore + 1];
        item.Probabilities(ability, p);
        for (var k = 0; k < p.Length; k++)
        {
            var square = (k - mean) * (k - mean);
            variance += p[k] * square;
            fourth += p[k] * square * square;
        }

        return (mean, variance, fourth);
    }

    // t = (ms^⅓ - 1)(3/q) + q/3, q the standard deviation of the mean square; none when every chance is one half and it cannot vary.
    static double? Standardised(double meanSquare, double deviation) =>
        deviation > 1e-9 ? ((Math.Cbrt(meanSquare) - 1) * 3 / deviation) + (deviation / 3) : null;
}
