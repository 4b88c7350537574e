using CsCheck;

namespace Beffroi.Detection.Tests;

/// <summary>The three modes computed in the plainest way: every pair of shares is looked at.</summary>
static class BruteForce
{
    /// <summary>Small worlds with many encounters: few objects, accounts and posts, instants close together, some rows twice.</summary>
    public static readonly Gen<Share[]> Shares =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 5], Gen.Int[0, 14], Gen.Long[0, 40], (o, a, c, t) => new Share($"o{o}", $"a{a}", $"c{c}", t)).Array[0, 40];

    public static IEnumerable<(Share One, Share Other)> Pairs(IReadOnlyList<Share> shares, long window) =>
        from i in Enumerable.Range(0, shares.Count)
        from j in Enumerable.Range(0, i)
        let one = shares[j]
        let other = shares[i]
        where one.ObjectId == other.ObjectId && Math.Abs(one.Timestamp - other.Timestamp) <= window && one.ContentId != other.ContentId
        select (one, other);

    public static IEnumerable<(Share One, Share Other)> Between(IReadOnlyList<Share> shares, long window) => Pairs(shares, window).Where(p => p.One.AccountId != p.Other.AccountId);

    /// <summary>Every tie by its two accounts, the smaller name first: pairs, objects, posts of each, who leads, sum of delays.</summary>
    public static Dictionary<(string, string), (int, int, int, int, int, int, long)> Ties(IReadOnlyList<Share> shares, long window) =>
        Between(shares, window)
            .Select(p => string.CompareOrdinal(p.One.AccountId, p.Other.AccountId) < 0 ? p : (One: p.Other, Other: p.One))
            .GroupBy(p => (p.One.AccountId, p.Other.AccountId))
            .ToDictionary(g => g.Key, g => (g.Count(), g.Select(p => p.One.ObjectId).Distinct().Count(), g.Select(p => p.One.ContentId).Distinct().Count(), g.Select(p => p.Other.ContentId).Distinct().Count(),
                g.Count(p => p.One.Timestamp < p.Other.Timestamp), g.Count(p => p.One.Timestamp > p.Other.Timestamp), g.Sum(p => Math.Abs(p.One.Timestamp - p.Other.Timestamp))));

    /// <summary>QUT: weight of each directed edge, loops included.</summary>
    public static Dictionary<(string, string), int> Qut(IReadOnlyList<Share> shares, long window) =>
        Pairs(shares, window).SelectMany(p => new[] { p, (p.Other, p.One) })
            .GroupBy(p => (p.Item1.AccountId, p.Item2.AccountId))
            .ToDictionary(g => g.Key, g => g.Select(p => p.Item1.ContentId).Distinct().Count());

    /// <summary>CooRTweet: pairs left, whichever share is told first.</summary>
    public static List<(Share One, Share Other)> CooRTweet(IReadOnlyList<Share> shares, long window, int participation)
    {
        var active = shares.Where(s => shares.Count(t => t.AccountId == s.AccountId) >= participation).ToList();
        var pairs = Between(active, window).ToList();
        var matched = pairs.SelectMany(p => new[] { p.One.ContentId, p.Other.ContentId }).ToHashSet();
        var rows = active.Where(s => matched.Contains(s.ContentId)).Distinct().ToList();
        var still = rows.Where(s => rows.Count(t => t.AccountId == s.AccountId) >= participation).Select(s => s.ContentId).ToHashSet();
        return [.. pairs.Where(p => still.Contains(p.One.ContentId) || still.Contains(p.Other.ContentId))];
    }
}
