using System.Collections.Immutable;

namespace Beffroi.Detection;

/// <summary>How many accounts published how many posts of a search: a few accounts that make most of it are a sign worth a look.</summary>
public static class PostsByAccount
{
    /// <summary>Fewest posts of each bin: 1, 2-5, 6-10, 11-50, 51-200, more than 200. Bins do not overlap.</summary>
    public static ImmutableArray<int> Lowest { get; } = [1, 2, 6, 11, 51, 201];

    /// <summary>Label of each bin.</summary>
    public static ImmutableArray<string> Labels { get; } = ["1", "2-5", "6-10", "11-50", "51-200", ">200"];

    /// <summary>Number of accounts in each bin.</summary>
    /// <param name="counts">Posts of each account; an account without a post is in no bin.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static ImmutableArray<int> Histogram(IEnumerable<long> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var bins = new int[Lowest.Length];
        foreach (var count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
            var bin = Lowest.Length - 1;
            while (bin >= 0 && count < Lowest[bin])
            {
                bin--;
            }

            if (bin >= 0)
            {
                bins[bin]++;
            }
        }

        return [.. bins];
    }
}
