using System.Collections.Immutable;

namespace Beffroi.Detection;

/// <summary>A hundred bins of scores: [0, 0.01), [0.01, 0.02), …, [0.99, 1]. Both ends are in.</summary>
public static class ScoreHistogram
{
    /// <summary>Number of bins.</summary>
    public const int Bins = 100;

    /// <summary>Number of scores in each bin.</summary>
    /// <param name="scores">From 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A score is not from 0 to 1.</exception>
    public static ImmutableArray<int> Of(IEnumerable<double> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var bins = new int[Bins];
        foreach (var score in scores)
        {
            if (score is not (>= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(scores), score, "A score is from 0 to 1.");
            }

            bins[Bin(score)]++;
        }

        return [.. bins];
    }

    /// <summary>The bin of a score from 0 to 1: bin k holds k / 100, whatever the rounding of the product.</summary>
    public static int Bin(double score)
    {
        var bin = Math.Clamp((int)(score * Bins), 0, Bins - 1);
        return bin < Bins - 1 && score >= (bin + 1) / (double)Bins ? bin + 1 : bin > 0 && score < bin / (double)Bins ? bin - 1 : bin;
    }
}
