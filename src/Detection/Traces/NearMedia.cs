using System.Globalization;
using System.Numerics;

namespace Beffroi.Detection;

/// <summary>Pictures that are nearly the same, by perceptual hashes of 64 bits (16 hexadecimal digits) that differ by a few bits. Groups do not chain: every hash of a
/// group is near its first one. Hashes of another form are compared exactly.</summary>
public static class NearMedia
{
    /// <summary>The first hash of the group of each hash. Hashes that come most often, then in order of code, are first.</summary>
    /// <param name="hashes">As they come.</param>
    /// <param name="distance">Most bits of difference, 0 to 7.</param>
    /// <exception cref="ArgumentOutOfRangeException">The distance is out of its bounds.</exception>
    public static IReadOnlyDictionary<string, string> Groups(IEnumerable<string> hashes, int distance = 6)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        ArgumentOutOfRangeException.ThrowIfNegative(distance);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(distance, 7);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var hash in hashes)
        {
            counts[hash] = counts.GetValueOrDefault(hash) + 1;
        }

        // Two hashes that differ by at most 7 bits have one of their eight bytes in common.
        var buckets = new Dictionary<(int Byte, byte Value), List<int>>();
        var leaders = new List<(string Hash, ulong Bits)>();
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var hash in counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key))
        {
            groups[hash] = hash;
            if (hash.Length != 16 || !ulong.TryParse(hash, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits))
            {
                continue;
            }

            var (best, nearest) = (-1, distance + 1);
            foreach (var leader in Enumerable.Range(0, 8).SelectMany(i => buckets.GetValueOrDefault((i, (byte)(bits >> (8 * i)))) ?? []).Distinct().Order())
            {
                var bitsApart = BitOperations.PopCount(bits ^ leaders[leader].Bits);
                (best, nearest) = bitsApart < nearest ? (leader, bitsApart) : (best, nearest);
            }

            if (best >= 0)
            {
                groups[hash] = leaders[best].Hash;
                continue;
            }

            for (var i = 0; i < 8; i++)
            {
                var key = (i, (byte)(bits >> (8 * i)));
                (buckets.TryGetValue(key, out var bucket) ? bucket : buckets[key] = []).Add(leaders.Count);
            }

            leaders.Add((hash, bits));
        }

        return groups;
    }

    internal static string? Exact(string? hash) => string.IsNullOrWhiteSpace(hash) ? null : hash.Trim().ToLowerInvariant();
}
