using System.Numerics;

namespace Beffroi.Detection;

/// <summary>A tie of a stream that grew.</summary>
/// <param name="First">The account whose identifier comes first (ordinal).</param>
/// <param name="Second">The other.</param>
/// <param name="Objects">Distinct objects, all since the tie began.</param>
/// <param name="Pairs">Pairs of shares.</param>
/// <param name="FirstAt">Earliest share of a pair, seconds since 1970.</param>
/// <param name="LastAt">Latest one.</param>
public sealed record TieChange(string First, string Second, int Objects, int Pairs, long FirstAt, long LastAt);

/// <content>What has changed since it was last asked.</content>
public sealed partial class RunningCoordination
{
    /// <summary>The ties that grew since the last call, as they stand, in order of their accounts: what somebody who keeps them elsewhere has to write. A restored stream has none.</summary>
    /// <param name="leastObjects">Those of fewer objects are not told, now or later, until they grow again.</param>
    public IReadOnlyList<TieChange> Changes(int leastObjects = 1)
    {
        var changes = ties.Changed(leastObjects).Select(t => Change(accounts[t.Ends.First], accounts[t.Ends.Second], t.Tie)).ToArray();
        Array.Sort(changes, (a, b) => string.CompareOrdinal(a.First, b.First) is not 0 and var order ? order : string.CompareOrdinal(a.Second, b.Second));
        return changes;
    }

    /// <summary>How long ties may stay idle so that few enough are left: for <see cref="Forget"/>, in one look at all of them.</summary>
    /// <param name="most">Ties that may stay.</param>
    /// <param name="idle">Seconds before the <see cref="Watermark"/>, 1 or more, where few enough are left anyway.</param>
    /// <returns>The first of idle, its half, its quarter… of which no more than <paramref name="most"/> are left; 1 second where none is.</returns>
    public long IdleThatLeaves(int most, long idle)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(idle, 1);
        if (ties.Count <= most)
        {
            return idle;
        }

        // How many are left at each halving, those of one more left out.
        var last = new int[BitOperations.Log2((ulong)idle) + 1];
        ties.CountByAge(Watermark, idle, last);
        var left = last.Sum();
        for (var halvings = 0; left > most && halvings < last.Length - 1; halvings++)
        {
            left -= last[halvings];
            idle /= 2;
        }

        return idle;
    }

    static TieChange Change(string first, string second, RunningTie tie)
    {
        var (one, other) = string.CompareOrdinal(first, second) < 0 ? (first, second) : (second, first);
        return new(one, other, tie.Objects, tie.Pairs, tie.FirstAt, tie.Last);
    }

    // Names that no tie and no waiting share uses any more; where popularity is counted, it uses them all.
    void ForgetNames()
    {
        if (CountPopularity)
        {
            return;
        }

        var used = new bool[accounts.Count];
        ties.Mark(used);
        foreach (var waiting in objects.Values)
        {
            foreach (var share in waiting)
            {
                used[share.Account] = true;
            }
        }

        if (used.AsSpan().Count(true) > accounts.Count / 2)
        {
            return;
        }

        // In the same order: of two accounts the smaller number stays the smaller.
        var (names, renamed) = (accounts.ToArray(), new int[used.Length]);
        accounts.Clear();
        numbers.Clear();
        for (var old = 0; old < used.Length; old++)
        {
            renamed[old] = used[old] ? Number(names[old]) : -1;
        }

        ties.Rename(renamed);
        foreach (var waiting in objects.Values)
        {
            for (var at = 0; at < waiting.Count; at++)
            {
                waiting[at] = waiting[at] with { Account = renamed[waiting[at].Account] };
            }
        }
    }
}
