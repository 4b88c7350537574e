namespace Beffroi.Detection;

/// <summary>Chance measured rather than modelled: everybody keeps what they share, their rhythm, their nights and their bursts, but the whole history of each account is moved by a
/// random time. What still meets within the window meets by chance.</summary>
public static class TimeShuffle
{
    /// <summary>Meetings by chance per unit of activity of both accounts, for <see cref="CoordinationOptions.Background"/>. Coordination within a few minutes is undone by the move and does not
    /// enter it; that which lasts longer than the reach does.</summary>
    /// <param name="shares">All the shares, in any order.</param>
    /// <param name="window">The window, seconds.</param>
    /// <param name="reach">Most seconds by which a history is moved, earlier or later; at least ten windows. Default 3 hours: the same part of the day and the same news.</param>
    /// <param name="draws">How many times; 1 or more.</param>
    /// <param name="seed">Of the draws.</param>
    public static double Background(IReadOnlyCollection<Share> shares, int window, int reach = 10_800, int draws = 5, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentOutOfRangeException.ThrowIfLessThan(reach, 10L * window);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draws);
        string[] accounts = [.. shares.Select(s => s.AccountId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var census = ShareCensus.Of(shares);
        var (sum, squares) = (census.Activity.Values.Sum(n => (double)n), census.Activity.Values.Order().Sum(n => (double)n * n));
        var chance = new ChanceStream(ChanceStream.Mix(seed));
        var met = 0.0;
        for (var draw = 0; draw < draws; draw++)
        {
            var moves = accounts.ToDictionary(a => a, _ => (long)chance.Below((2 * reach) + 1) - reach, StringComparer.Ordinal);
            var stream = new RunningCoordination(window, countPopularity: false);
            foreach (var share in shares.Select(s => s with { Timestamp = s.Timestamp + moves[s.AccountId] }).OrderBy(s => s.Timestamp))
            {
                stream.Add(share);
            }

            met += stream.Network().Ties.Sum(t => (double)t.Objects);
        }

        // As elsewhere, half a meeting more, so that nothing is impossible.
        return ((met / draws) + 0.5) / Math.Max(1, ((sum * sum) - squares) / 2);
    }
}
