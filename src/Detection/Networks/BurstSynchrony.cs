namespace Beffroi.Detection;

/// <summary>How much several accounts act in the same moments.</summary>
public static class BurstSynchrony
{
    /// <summary>The share of acts that fall in a bin where another account acts too, and what it would be if each account kept its habits but not its moments.</summary>
    /// <param name="acts">Who and when (seconds since 1970), in any order.</param>
    /// <param name="bin">Width of a bin, seconds; 1 or more. A minute by default: many sources give no finer time.</param>
    /// <param name="draws">Draws of chance; 0 or more.</param>
    /// <param name="seed">Of the draws.</param>
    /// <returns>Both in [0, 1]; 0 when nothing was done. In a draw each account's whole history is turned by some bins, up to an hour earlier or later, which keeps its rhythm, its
    /// nights and its bursts.</returns>
    public static (double Observed, double ByChance) Of(IEnumerable<(string Account, long When)> acts, int bin = 60, int draws = 20, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(acts);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bin);
        ArgumentOutOfRangeException.ThrowIfNegative(draws);
        var accounts = acts.GroupBy(a => a.Account, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Select(a => Math.DivRem(a.When, bin).Quotient - (a.When % bin < 0 ? 1 : 0)).ToArray()).ToArray();
        if (accounts.Length == 0)
        {
            return (0, 0);
        }

        var observed = Shared(accounts, new long[accounts.Length]);
        var chance = new ChanceStream(ChanceStream.Mix(seed));
        var reach = Math.Max(1, 3600 / bin);
        var sum = 0.0;
        for (var draw = 0; draw < draws; draw++)
        {
            sum += Shared(accounts, [.. accounts.Select(_ => (long)chance.Below((2 * reach) + 1) - reach)]);
        }

        return (observed, draws == 0 ? 0 : sum / draws);
    }

    static double Shared(long[][] accounts, long[] turns)
    {
        // For each bin the only account seen in it, or -1 once there are two.
        var bins = new Dictionary<long, int>();
        for (var a = 0; a < accounts.Length; a++)
        {
            foreach (var when in accounts[a])
            {
                var key = when + turns[a];
                bins[key] = bins.TryGetValue(key, out var other) && other != a ? -1 : a;
            }
        }

        var (shared, all) = (0L, 0L);
        for (var a = 0; a < accounts.Length; a++)
        {
            all += accounts[a].Length;
            shared += accounts[a].LongCount(when => bins[when + turns[a]] < 0);
        }

        return (double)shared / all;
    }
}
