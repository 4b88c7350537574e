using Beffroi.Bots.Keeping;
using Beffroi.Chat.Tests.Live;

namespace Beffroi.Bots.Tests.Engine;

/// <summary>Silos for real: programs of their own on loopback.</summary>
public sealed class SilosTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Three_silos_of_which_one_is_killed_under_load_compute_what_is_computed_offline(DbEngine engine)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1", "Programs of their own, killed while they work: BEFFROI_LONG=1.");
        await using var redis = await RedisServer.Start();
        Assert.SkipWhen(redis is null, "No redis-server on this machine (Debian: apt-get install redis-server).");
        await using var data = await SiteUnderTest.WithWorld(engine);
        var source = await Invented.Watch(data);
        var world = new Invented(seed: 20, accounts: 60, posts: 2400);
        (string, string)[] settings = [Database(data, engine), ("ConnectionStrings__Redis", redis.Address), ("Bots__Engine__Enabled", "true"), ("Bots__Engine__Cluster", "true"), ("Bots__Engine__Pace", "00:00:00.1")];
        SiteProcess[] silos = [new(settings), new(settings), new(settings)];
        try
        {
            await Task.WhenAll(silos.Select(s => s.Start()));
            foreach (var (at, part) in world.Posts.Chunk(60).Index())
            {
                await Invented.Append(data, source.Id, part);
                if (at == 15)
                {
                    // All have begun: whichever grains it held are taken over by the others.
                    await Folded(data, source.WatchId, atLeast: 1);
                    await silos[0].Kill();
                }
            }

            await Folded(data, source.WatchId, atLeast: long.MaxValue);
        }
        finally
        {
            foreach (var silo in silos)
            {
                await silo.DisposeAsync();
            }
        }

        data.ReadBots(db => { Offline.Equals(db, source.WatchId, world.Posts); return 0; });
    }

    [Fact]
    public async Task One_silo_lives_in_the_site_without_anything_being_set()
    {
        await using var data = await SiteUnderTest.WithWorld();
        var source = await Invented.Watch(data);
        var world = new Invented(seed: 21, posts: 200);
        await using var site = new SiteProcess(Database(data, DbEngine.Sqlite));
        await site.Start();
        await Invented.Append(data, source.Id, [.. world.Posts.Take(100)]);
        await Folded(data, source.WatchId, atLeast: 1);
        await site.Kill();
        await Invented.Append(data, source.Id, [.. world.Posts.Skip(100)]);
        await site.Start();

        await Folded(data, source.WatchId, atLeast: long.MaxValue);

        data.ReadBots(db => { Offline.Equals(db, source.WatchId, world.Posts); return 0; });
    }

    static (string, string) Database(SiteUnderTest data, DbEngine engine) => engine switch
    {
        DbEngine.Sqlite => ("ConnectionStrings__Sqlite", data.Database.ConnectionString),
        DbEngine.Postgres => ("ConnectionStrings__Postgres", data.Database.ConnectionString),
    };

    // Until each fold has counted so many places of its own, or all of them.
    static async Task Folded(SiteUnderTest data, Guid watch, long atLeast)
    {
        while (!data.ReadBots(db =>
        {
            var done = db.Grains.Where(g => g.Kind != LogHead.Kind).ToDictionary(g => (g.Kind, g.Key), g => g.Seq);
            var end = db.Matches.Where(m => m.WatchId == watch).Max(m => m.Place);
            var ends = db.Posts.GroupBy(p => p.Partition).Select(g => new { g.Key, End = g.Max(p => p.Seq) }).ToList().Select(p => ((Kind: "Accounts", Key: $"{p.Key}"), p.End))
                .Append((("Volumes", watch.ToString()), end)).Append((("Ties", watch.ToString()), end));
            return ends.All(e => done.GetValueOrDefault(e.Item1) >= Math.Min(e.Item2, atLeast)) && !db.Accounts.Any(a => a.ToScore);
        }))
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }
}
