namespace Beffroi.Detection.Tests.Networks;

public sealed class WindowRowTests
{
    // A team of five within twenty seconds of each other; forty people who share the same news over three hours.
    static Share[] World(int seed)
    {
        var chance = new Random(seed);
        return
        [
            .. Enumerable.Range(0, 15).SelectMany(o => Enumerable.Range(0, 5).Select(a => new Share($"t{o}", $"team{a}", $"t{o}.{a}", (50_000 * o) + chance.Next(20)))),
            .. Enumerable.Range(0, 6000).Select(i => (i, News: chance.Next(600))).Select(p => new Share($"n{p.News}", $"p{chance.Next(40)}", $"p{p.i}", (2000 * p.News) + chance.Next(10_800))),
        ];
    }

    [Fact]
    public void Each_window_has_its_own_line_and_wider_ones_meet_more()
    {
        var table = WindowRow.Table(World(1), [60, 5, 20, 600, 60]);
        Assert.Equal([5, 20, 60, 600], table.Select(r => r.Window));
        Assert.All(table.Zip(table.Skip(1)), p => Assert.True(p.First.Ties <= p.Second.Ties && p.First.Meetings < p.Second.Meetings && p.First.ByChance < p.Second.ByChance));
        Assert.Equal([(10, 5, 1), (10, 5, 1)], table.Skip(1).Take(2).Select(r => (r.Kept, r.Accounts, r.Clusters)));
        Assert.All(table, r => Assert.True(r.ByChance < r.Meetings + 1));
    }

    [Fact]
    public void Shuffled_in_time_only_meetings_by_chance_are_left()
    {
        var all = World(2);
        var people = all.Where(s => s.AccountId.StartsWith('p')).ToArray();
        // Among people alone the measure is what they meet in truth, within its error; the team, once moved, adds hardly anything.
        var table = WindowRow.Table(people, [60])[0];
        var activity = ShareCensus.Of(people).Activity.Values.Select(n => (double)n).ToArray();
        var opportunities = ((activity.Sum() * activity.Sum()) - activity.Sum(n => n * n)) / 2;
        Assert.InRange(TimeShuffle.Background(people, 60, 600, draws: 20) * opportunities / table.Meetings, 0.8, 1.2);
        Assert.True(TimeShuffle.Background(all, 60) < 1.2 * table.Meetings / opportunities);
        Assert.Equal(TimeShuffle.Background(all, 60), TimeShuffle.Background([.. all.Reverse()], 60));

        var stream = new RunningCoordination(60);
        foreach (var share in all.OrderBy(s => s.Timestamp))
        {
            stream.Add(share);
        }

        var found = CoordinationAnalysis.Run(stream.Network(), stream.Census(), new() { Background = TimeShuffle.Background(all, 60) });
        Assert.Equal(5, Assert.Single(found.Clusters).Members.Count);
    }
}
