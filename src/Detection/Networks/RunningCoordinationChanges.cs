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
        var changes = touched.Select(key => (Key: key, Tie: ties[key])).Where(t => t.Tie.Objects >= leastObjects).Select(t => Change(accounts[t.Key.First], accounts[t.Key.Second], t.Tie))
            .OrderBy(c => c.First, StringComparer.Ordinal).ThenBy(c => c.Second, StringComparer.Ordinal).ToArray();
        touched.Clear();
        return changes;
    }

    /// <summary>How long ties may stay idle so that few enough are left: for <see cref="Forget"/>, in one look at all of them.</summary>
    /// <param name="most">Ties that may stay.</param>
    /// <param name="idle">Seconds before the <see cref="Watermark"/>, 1 or more, where few enough are left anyway.</param>
    /// <returns>The first of idle, its half, its quarter… of which no more than <paramref name="most"/> are left; 1 second where none is.</returns>
    public long IdleThatLeaves(int most, long idle)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(idle, 1);
        // How many are left at each halving, those of one more left out.
        var last = new int[BitOperations.Log2((ulong)idle) + 1];
        foreach (var tie in ties.Values)
        {
            var age = Math.Max(1, Watermark - tie.Last);
            if (age <= idle)
            {
                var halvings = BitOperations.Log2((ulong)(idle / age));
                last[halvings]++;
            }
        }

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

        var used = ties.Keys.SelectMany(k => new[] { k.First, k.Second }).Concat(objects.Values.SelectMany(o => o).Select(w => w.Account)).ToHashSet();
        if (used.Count > accounts.Count / 2)
        {
            return;
        }

        // In the same order: of two accounts the smaller number stays the smaller.
        var kept = used.Order().ToArray();
        var renamed = kept.Select((old, at) => (old, at)).ToDictionary(n => n.old, n => n.at);
        var names = kept.Select(old => accounts[old]).ToArray();
        var moved = ties.Select(t => ((renamed[t.Key.First], renamed[t.Key.Second]), t.Value)).ToArray();
        var again = touched.Select(t => (renamed[t.First], renamed[t.Second])).ToArray();
        ties.Clear();
        touched.Clear();
        touched.UnionWith(again);
        foreach (var (key, tie) in moved)
        {
            ties.Add(key, tie);
        }

        foreach (var waiting in objects.Values)
        {
            for (var at = 0; at < waiting.Count; at++)
            {
                waiting[at] = waiting[at] with { Account = renamed[waiting[at].Account] };
            }
        }

        accounts.Clear();
        numbers.Clear();
        foreach (var name in names)
        {
            Number(name);
        }
    }
}
