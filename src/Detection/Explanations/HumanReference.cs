using System.Collections.Immutable;

namespace Beffroi.Detection;

/// <summary>How the features spread over accounts of people: a grid of quantiles by feature, so that a value is said beside those of people. Holds no account.</summary>
public sealed class HumanReference
{
    /// <summary>Quantiles of each feature: 0, 1, …, 100 %.</summary>
    public const int Points = 101;

    /// <summary>Fewest accounts with a feature given for its quantiles to be kept: below, one could be told apart.</summary>
    public const int LeastAccounts = 50;

    readonly float[] _grid;

    HumanReference(float[] grid) => _grid = grid;

    /// <summary>Counts quantiles over accounts of people.</summary>
    /// <param name="accounts">The features of each account, <see cref="AccountFeatures.Count"/> values with NaN where missing.</param>
    public static HumanReference Of(IReadOnlyList<float[]> accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        var grid = new float[AccountFeatures.Count * Points];
        grid.AsSpan().Fill(float.NaN);
        for (var f = 0; f < AccountFeatures.Count; f++)
        {
            var values = accounts.Select(a => a[f]).Where(v => !float.IsNaN(v)).Order().ToArray();
            if (values.Length >= LeastAccounts)
            {
                for (var p = 0; p < Points; p++)
                {
                    grid[(f * Points) + p] = values[(int)Math.Round((values.Length - 1) * (double)p / (Points - 1))];
                }
            }
        }

        return new(grid);
    }

    /// <summary>Share of the accounts of people below a value, ties for half, from 0 to 1; null when the feature is missing or was too seldom given.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="value">Its value.</param>
    public double? Percentile(AccountFeature feature, float value)
    {
        var quantiles = _grid.AsSpan((int)feature * Points, Points);
        if (float.IsNaN(value) || float.IsNaN(quantiles[0]))
        {
            return null;
        }

        var (below, same) = (0, 0);
        foreach (var quantile in quantiles)
        {
            below += quantile < value ? 1 : 0;
            same += quantile == value ? 1 : 0;
        }

        return (below + (same / 2.0)) / Points;
    }

    /// <summary>Quantiles of a feature, from the lowest to the highest; empty when it was too seldom given.</summary>
    /// <param name="feature">The feature.</param>
    public ImmutableArray<float> Quantiles(AccountFeature feature) =>
        float.IsNaN(_grid[(int)feature * Points]) ? [] : [.. _grid.AsSpan((int)feature * Points, Points)];

    /// <summary>Writes the grid; the same grid gives the same bytes.</summary>
    /// <param name="writer">Where to.</param>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(_grid.Length);
        foreach (var quantile in _grid)
        {
            writer.Write(quantile);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">Where from.</param>
    /// <exception cref="InvalidDataException">It is made for other features, or its quantiles are not in order.</exception>
    /// <exception cref="EndOfStreamException">It is cut short.</exception>
    public static HumanReference Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (reader.ReadInt32() != AccountFeatures.Count * Points)
        {
            throw new InvalidDataException("The reference accounts are described by other features.");
        }

        var grid = new float[AccountFeatures.Count * Points];
        for (var i = 0; i < grid.Length; i++)
        {
            grid[i] = reader.ReadSingle();
            if (i % Points > 0 && !(grid[i] >= grid[i - 1]) && !(float.IsNaN(grid[i]) && float.IsNaN(grid[i - 1])))
            {
                throw new InvalidDataException("The quantiles of the reference accounts are not in order.");
            }
        }

        return new(grid);
    }
}
