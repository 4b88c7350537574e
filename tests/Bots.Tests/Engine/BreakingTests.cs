using Beffroi.Bots.Engine;
using Beffroi.Bots.Keeping;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Tests.Engine;

/// <summary>Stopped at any statement and taken up again, as often as one likes: nothing is lost, nothing is counted twice.</summary>
public sealed class BreakingTests
{
    [Fact]
    public Task Stopped_between_any_two_steps_it_ends_where_it_would_have_without() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[1, 40].Array[5, 40]).SampleAsync(Run, iter: 15, threads: 1);

    static async Task Run(int seed, int[] breaks)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var source = await Invented.Watch(site);
        var world = new Invented(seed, accounts: 12, posts: 120);
        var chance = new Random(seed);
        var posts = world.Posts.ToArray();
        if (seed % 2 == 0)
        {
            chance.Shuffle(posts);
        }

        var (turn, broken) = (0, 0);
        // What a source does: it sends again from its cursor until it is told that all is kept.
        while (true)
        {
            var cursor = site.ReadBots(db => db.Sources.Single(s => s.Id == source.Id).Cursor) is { } kept ? int.Parse(kept, System.Globalization.CultureInfo.InvariantCulture) : 0;
            var after = turn < breaks.Length ? breaks[turn] : int.MaxValue;
            turn++;
            await using var connection = new BreakingConnection(site.Database.ConnectionString, after);
            await using var db = new BotsDb(new DbContextOptionsBuilder<BotsDb>().UseSqlite(connection).Options);
            try
            {
                if (cursor < posts.Length)
                {
                    var size = chance.Next(1, 40);
                    var part = posts.Skip(cursor).Take(size).ToArray();
                    await new PostLog(db, site.Clock, new()).Append(source.Id, part, (cursor + part.Length).ToString(System.Globalization.CultureInfo.InvariantCulture), TestContext.Current.CancellationToken);
                }

                site.Clock.Advance(TimeSpan.FromMinutes(1));
                await new Folding(db, new(new()), site.Clock).CatchUp(TestContext.Current.CancellationToken);
                if (cursor >= posts.Length)
                {
                    break;
                }
            }
            catch (PowerException)
            {
                broken++;
            }
        }

        Assert.True(broken > 0);
        site.ReadBots(db => { Offline.Equals(db, source.WatchId, world.Posts); return 0; });
        Assert.Equal((120L, 120L), site.ReadBots(db => db.Sources.Where(s => s.Id == source.Id).Select(s => new { s.Read, s.Kept }).AsEnumerable().Select(s => (s.Read, s.Kept)).Single()));
    }
}
