using CsCheck;

namespace Beffroi.Detection.Tests.Networks;

/// <summary>An endless stream: what changed, what one object may cost, what is let go of.</summary>
public sealed class RunningChangesTests
{
    static readonly Gen<Share[]> Some = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 6], Gen.Int[0, 60], Gen.Int[0, 90]).Array[0, 80]
        .Select(rows => rows.Select(r => new Share("o" + r.Item1, "a" + r.Item2, "c" + r.Item3, r.Item4)).OrderBy(s => s.Timestamp).ToArray());

    [Fact]
    public void A_share_meets_the_last_ones_of_its_object_and_no_more_than_said() =>
        Gen.Select(Some, Gen.Int[0, 20], Gen.Int[1, 6]).Sample((shares, window, most) =>
        {
            var expected = new SortedDictionary<(string, string), (int Pairs, HashSet<string> Objects, long First, long Last)>();
            for (var at = 0; at < shares.Length; at++)
            {
                var share = shares[at];
                foreach (var other in shares[..at].Where(s => s.ObjectId == share.ObjectId).Reverse().Take(most).Where(o => share.Timestamp - o.Timestamp <= window && o.AccountId != share.AccountId && o.ContentId != share.ContentId))
                {
                    var key = string.CompareOrdinal(share.AccountId, other.AccountId) < 0 ? (share.AccountId, other.AccountId) : (other.AccountId, share.AccountId);
                    var (pairs, objects, first, last) = expected.TryGetValue(key, out var known) ? known : (0, [], long.MaxValue, long.MinValue);
                    objects.Add(share.ObjectId);
                    expected[key] = (pairs + 1, objects, Math.Min(first, other.Timestamp), Math.Max(last, share.Timestamp));
                }
            }

            var stream = new RunningCoordination(window, countPopularity: false) { MostWaiting = most };
            // Asked in parts, and with a stop between: the last word on each tie is the whole of it.
            var told = new SortedDictionary<(string, string), TieChange>();
            foreach (var part in shares.Chunk(7))
            {
                foreach (var share in part)
                {
                    stream.Add(share);
                }

                foreach (var change in stream.Changes())
                {
                    told[(change.First, change.Second)] = change;
                }

                using var state = new MemoryStream();
                stream.Checkpoint(state);
                state.Position = 0;
                stream = RunningCoordination.Restore(state);
            }

            Assert.Equal(expected.Select(e => (e.Key, e.Value.Objects.Count, e.Value.Pairs, e.Value.First, e.Value.Last)), told.Select(t => (t.Key, t.Value.Objects, t.Value.Pairs, t.Value.FirstAt, t.Value.LastAt)));
            Assert.Equal(expected.Count, stream.Ties);
            Assert.Empty(stream.Changes());
        });

    [Fact]
    public void Names_let_go_of_change_no_tie() =>
        Gen.Select(Some, Gen.Int[0, 20], Gen.Int[1, 15]).Sample((shares, window, every) =>
        {
            var (named, forgetful) = (new RunningCoordination(window), new RunningCoordination(window, countPopularity: false));
            foreach (var (at, share) in shares.Index())
            {
                Assert.Equal(named.Add(share), forgetful.Add(share));
                if (at % every == 0)
                {
                    Assert.Equal(named.Forget(share.Timestamp - (2 * window)), forgetful.Forget(share.Timestamp - (2 * window)));
                }
            }

            Assert.Equal(Lines(named), Lines(forgetful));
            Assert.Equal(named.Changes(), forgetful.Changes());
        });

    [Fact]
    public void What_grew_since_it_was_last_told_is_told_once_unless_it_was_let_go_of() =>
        Gen.Select(Some, Gen.Int[0, 20], Gen.Int[1, 15], Gen.Int[1, 15], Gen.Int[1, 3]).Sample((shares, window, tellEach, forgetEach, least) =>
        {
            var stream = new RunningCoordination(window, countPopularity: false);
            var (before, grown) = (Pairs(stream), new HashSet<(string, string)>());
            foreach (var (at, share) in shares.Index())
            {
                stream.Add(share);
                grown.UnionWith(Pairs(stream).Where(p => !before.TryGetValue(p.Key, out var known) || known.Pairs < p.Value.Pairs).Select(p => p.Key));
                if (at % forgetEach == 0)
                {
                    stream.Forget(share.Timestamp - (window / 2));
                    grown.IntersectWith(Pairs(stream).Keys);
                }

                before = Pairs(stream);
                if (at % tellEach == 0)
                {
                    Assert.Equal(before.Where(p => grown.Contains(p.Key) && p.Value.Objects >= least).Select(p => p.Key).Order(Pair), stream.Changes(least).Select(c => (c.First, c.Second)));
                    grown.Clear();
                }
            }
        });

    static readonly Comparer<(string First, string Second)> Pair = Comparer<(string First, string Second)>.Create((a, b) => string.CompareOrdinal(a.First, b.First) is not 0 and var order ? order : string.CompareOrdinal(a.Second, b.Second));

    static Dictionary<(string, string), Tie> Pairs(RunningCoordination stream) => Lines(stream).ToDictionary(l => (l.Item1, l.Item2), l => l.Item3);

    static IEnumerable<(string, string, Tie)> Lines(RunningCoordination stream)
    {
        var network = stream.Network();
        return network.Ties.Select(t => (network.Accounts[t.First], network.Accounts[t.Second], t with { LogPopularity = 0 }));
    }
}
