using CsCheck;

namespace Beffroi.Detection.Tests.Networks;

public sealed class RunningCoordinationTests
{
    static readonly Gen<Share[]> Some = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 6], Gen.Int[0, 40], Gen.Int[0, 60]).Array[0, 60]
        .Select(rows => rows.Select(r => new Share("o" + r.Item1, "a" + r.Item2, "c" + r.Item3, r.Item4)).OrderBy(s => s.Timestamp).ToArray());

    [Fact]
    public void Share_after_share_gives_the_ties_of_all_pairs_compared() =>
        Gen.Select(Some, Gen.Int[0, 20]).Sample((shares, window) => Assert.Equal(Plain(shares, window), Lines(Fed(new(window), shares).Network())));

    [Fact]
    public void Shares_that_come_late_within_what_is_allowed_change_nothing() =>
        Gen.Select(Some, Gen.Int[0, 20], Gen.Int[1, 15], Gen.Int[0, 1000]).Sample((shares, window, lateness, seed) =>
        {
            var chance = new Random(seed);
            var late = shares.Select(s => (Share: s, At: s.Timestamp + chance.Next(lateness + 1))).OrderBy(s => s.At).Select(s => s.Share).ToArray();
            var stream = Fed(new(window, lateness), late);
            Assert.Equal(0, stream.TooLate);
            Assert.Equal(Plain(shares, window), Lines(stream.Network()));
        });

    [Fact]
    public void A_stream_put_down_and_taken_up_again_goes_on_as_if_nothing_had_been() =>
        Gen.Select(Some, Gen.Int[0, 20], Gen.Int[0, 60]).Sample((shares, window, cut) =>
        {
            cut = Math.Min(cut, shares.Length);
            using var state = new MemoryStream();
            Fed(new(window), shares[..cut]).Checkpoint(state);
            state.Position = 0;
            var again = Fed(RunningCoordination.Restore(state), shares[cut..]);
            var whole = Fed(new(window), shares);
            Assert.Equal(Lines(whole.Network()), Lines(again.Network()));
            Assert.Equal((whole.Taken, whole.Buffered, whole.Watermark), (again.Taken, again.Buffered, again.Watermark));
            Assert.Equal(whole.Census().Activity.OrderBy(a => a.Key), again.Census().Activity.OrderBy(a => a.Key));
        });

    [Fact]
    public void A_broken_state_is_refused_in_words()
    {
        using var state = new MemoryStream();
        Fed(new(10), [new("o", "a", "1", 0), new("o", "b", "2", 5)]).Checkpoint(state);
        for (var length = 0; length < state.Length; length++)
        {
            using var cut = new MemoryStream(state.ToArray()[..length]);
            Assert.Throws<InvalidDataException>(() => RunningCoordination.Restore(cut));
        }

        using var other = new MemoryStream("not a state of a stream at all"u8.ToArray());
        Assert.Throws<InvalidDataException>(() => RunningCoordination.Restore(other));
    }

    [Fact]
    public void What_waits_is_only_the_last_seconds()
    {
        var stream = new RunningCoordination(60, countPopularity: false);
        for (var second = 0; second < 100_000; second++)
        {
            stream.Add(new($"o{second % 50}", $"a{second % 7}", $"c{second}", second));
            Assert.InRange(stream.Buffered, 0, 61 + 1);
        }
    }

    [Fact]
    public void What_comes_too_late_is_counted_and_left_out()
    {
        var stream = Fed(new(10, 5), [new("o", "a", "1", 100), new("o", "b", "2", 94), new("o", "c", "3", 95)]);
        Assert.Equal((2, 1, 95), (stream.Taken, stream.TooLate, stream.Watermark));
        Assert.Equal(["a", "c"], stream.Network().Accounts);
    }

    [Fact]
    public void What_is_idle_can_be_forgotten()
    {
        var stream = Fed(new(10), [new("o", "a", "1", 0), new("o", "b", "2", 5), new("p", "c", "3", 1000), new("p", "d", "4", 1001)]);
        Assert.Equal(1, stream.Forget(500));
        Assert.Equal(["c", "d"], stream.Network().Accounts);
        Assert.Equal(["c", "d"], stream.Census().Activity.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>As halving the time and counting what is left would tell, whatever the ages: some younger than the watermark, some of the very bound.</summary>
    [Theory]
    [InlineData(0, 1000)]
    [InlineData(1, 1000)]
    [InlineData(3, 999)]
    [InlineData(7, 604_800)]
    [InlineData(12, 1)]
    [InlineData(int.MaxValue, 64)]
    public void The_time_that_leaves_few_enough_ties_is_the_first_half_that_does(int most, long idle)
    {
        const long End = 1_000_000;
        long[] ages = [-3, 0, 1, 2, 3, 4, 7, 8, 62, 63, 64, 124, 125, 249, 250, 500, 999, 1000, 302_400, 604_800, 604_801];
        var shares = ages.OrderDescending().SelectMany((age, at) => new Share[] { new($"o{at}", $"a{at}", "1", End - age), new($"o{at}", $"b{at}", "2", End - age) }).Prepend(new("alone", "z", "0", 0));
        var stream = Fed(new(10, 3), [.. shares]);
        Assert.Equal((End, ages.Length), (stream.Watermark, stream.Ties));
        var expected = idle;
        while (expected > 1 && ages.Count(age => age <= expected) > most)
        {
            expected /= 2;
        }

        Assert.Equal(expected, stream.IdleThatLeaves(most, idle));
    }

    static RunningCoordination Fed(RunningCoordination stream, Share[] shares)
    {
        Array.ForEach(shares, s => stream.Add(s));
        return stream;
    }

    static string Lines(TieNetwork n) => string.Join('\n', n.Ties.Select(t =>
        $"{n.Accounts[t.First]} {n.Accounts[t.Second]} {t.Pairs} {t.Objects} {t.FirstContents} {t.SecondContents} {t.FirstLeads} {t.SecondLeads} {t.DelaySum} {t.LogPopularity:0.000000}"));

    static string Plain(Share[] shares, int window)
    {
        var pairs = from x in shares.Index() from y in shares.Index()
                    where string.CompareOrdinal(x.Item.AccountId, y.Item.AccountId) < 0 && x.Item.ObjectId == y.Item.ObjectId
                        && x.Item.ContentId != y.Item.ContentId && Math.Abs(x.Item.Timestamp - y.Item.Timestamp) <= window
                    select (A: x.Item, B: y.Item);
        return string.Join('\n', pairs.GroupBy(p => (p.A.AccountId, p.B.AccountId)).OrderBy(g => g.Key.Item1, StringComparer.Ordinal).ThenBy(g => g.Key.Item2, StringComparer.Ordinal).Select(g =>
            $"{g.Key.Item1} {g.Key.Item2} {g.Count()} {g.Select(p => p.A.ObjectId).Distinct().Count()} {g.Select(p => p.A.ContentId).Distinct().Count()} {g.Select(p => p.B.ContentId).Distinct().Count()} "
            + $"{g.Count(p => p.A.Timestamp < p.B.Timestamp)} {g.Count(p => p.B.Timestamp < p.A.Timestamp)} {g.Sum(p => Math.Abs(p.A.Timestamp - p.B.Timestamp))} "
            + $"{g.Select(p => p.A.ObjectId).Distinct().Sum(o => Math.Log(shares.Where(s => s.ObjectId == o).Select(s => s.AccountId).Distinct().Count())):0.000000}"));
    }
}
