using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>Cuts between levels: with n cuts there are n + 1 levels, numbered from 0; a value equal to a cut is above it.</summary>
static class Cuts
{
    public static ImmutableArray<T> Increasing<T>(ImmutableArray<T> cuts)
        where T : struct, IComparable<T>
    {
        if (cuts.IsDefaultOrEmpty)
        {
            throw new ArgumentException("At least one cut is needed.", nameof(cuts));
        }

        for (var i = 1; i < cuts.Length; i++)
        {
            if (cuts[i].CompareTo(cuts[i - 1]) <= 0)
            {
                throw new ArgumentException("Cuts increase.", nameof(cuts));
            }
        }

        return cuts;
    }

    public static ImmutableArray<double> Increasing(ImmutableArray<double> cuts)
    {
        foreach (var cut in Increasing<double>(cuts))
        {
            Require.Finite(cut, nameof(cuts));
        }

        return cuts;
    }

    public static int Level(double value, ImmutableArray<double> cuts) => cuts.Count(cut => value >= cut);

    /// <summary>Shares of the levels from the shares under each cut.</summary>
    public static double[] Shares(IReadOnlyList<double> below) =>
        [.. Enumerable.Range(0, below.Count + 1).Select(l => Math.Max(0, (l == below.Count ? 1 : below[l]) - (l == 0 ? 0 : below[l - 1])))];

    public static double[] Only(int level, int levels) => [.. Enumerable.Range(0, levels).Select(l => l == level ? 1.0 : 0)];
}
