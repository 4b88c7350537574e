using Beffroi.Bots.Engine;
using Beffroi.Bots.Engine.Folds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Tests.Engine;

/// <summary>What the engine computes along the log is what is computed from all posts at once.</summary>
public sealed class FoldTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Scores_ties_and_volumes_are_those_of_all_the_posts_at_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var source = await Invented.Watch(site);
        var world = new Invented(seed: 1);

        // In parts, each folded before the next, with the checkpoint read again each time.
        foreach (var part in world.Posts.Chunk(70))
        {
            await Invented.Append(site, source.Id, part);
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            await CatchUp(site);
        }

        Assert.NotEmpty(Offline.Ties(world.Posts));
        site.ReadBots(db => { Offline.Equals(db, source.WatchId, world.Posts); return 0; });
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Posts_that_come_in_any_order_and_again_change_nothing(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var source = await Invented.Watch(site);
        var world = new Invented(seed: 2);
        var chance = new Random(3);
        var shuffled = world.Posts.Concat(world.Posts.Take(150)).ToArray();
        chance.Shuffle(shuffled);

        foreach (var part in shuffled.Chunk(90))
        {
            await Invented.Append(site, source.Id, part);
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            await CatchUp(site);
        }

        site.ReadBots(db => { Offline.Equals(db, source.WatchId, world.Posts); return 0; });
    }

    [Fact]
    public async Task A_watch_that_meets_a_post_after_another_watch_counts_it_too()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (first, second) = (await Invented.Watch(site), await Invented.Watch(site));
        var world = new Invented(seed: 4, posts: 200);
        await Invented.Append(site, first.Id, world.Posts);
        await Invented.Append(site, second.Id, [.. world.Posts.Skip(150)]);
        await CatchUp(site);

        await Invented.Append(site, second.Id, [.. world.Posts.Take(150)]);
        await CatchUp(site);

        site.ReadBots(db => { Offline.Equals(db, first.WatchId, world.Posts); Offline.Equals(db, second.WatchId, world.Posts); return 0; });
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Whoever_comes_second_with_an_old_checkpoint_writes_nothing(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var source = await Invented.Watch(site);
        var world = new Invented(seed: 5, posts: 100);
        await Invented.Append(site, source.Id, world.Posts);
        var ct = TestContext.Current.CancellationToken;
        await using var here = site.Scope();
        await using var there = site.Scope();
        var (one, other) = (here.ServiceProvider.GetRequiredService<BotsDb>(), there.ServiceProvider.GetRequiredService<BotsDb>());
        var name = FoldName.Volumes(source.WatchId);
        var ((before, mark), fold) = (await Checkpoints.Read(one, name, ct), new VolumesFold(source.WatchId));
        var (same, again) = (await fold.Next(one, before, ct), await fold.Next(other, before, ct));
        var next = await Checkpoints.Write(one, name, same!, mark, site.Clock.GetUtcNow(), ct);

        await Assert.ThrowsAsync<FencedException>(() => Checkpoints.Write(other, name, again!, mark, site.Clock.GetUtcNow(), ct));
        await Assert.ThrowsAsync<FencedException>(() => Checkpoints.Write(other, name, again!, "another", site.Clock.GetUtcNow(), ct));

        Assert.Equal(next, site.ReadBots(db => db.Grains.Single(g => g.Kind == "Volumes").ETag));
        Assert.Equal(100, site.ReadBots(db => db.Volumes.Where(v => v.TermId == Guid.Empty).Sum(v => v.Posts + v.Reposts + v.Quotes + v.Replies)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Ties_opened_anew_at_each_step_are_the_same_however_often_their_state_is_written(DbEngine engine)
    {
        foreach (var unwritten in new[] { 1, 150, int.MaxValue })
        {
            await using var site = await SiteUnderTest.WithWorld(engine);
            var source = await Invented.Watch(site);
            var world = new Invented(seed: 6);
            var states = new List<string>();
            foreach (var part in world.Posts.Chunk(40))
            {
                await Invented.Append(site, source.Id, part);
                await Step(site, FoldName.Ties(source.WatchId), unwritten);
                states.Add(site.ReadBots(db => Convert.ToHexString(db.Grains.Single(g => g.Kind == nameof(FoldKind.Ties)).State)));
            }

            site.ReadBots(db => { Offline.EqualTies(db, source.WatchId, world.Posts); return 0; });
            Assert.Equal(unwritten switch { 1 => 10, 150 => 3, _ => 1 }, states.Distinct(StringComparer.Ordinal).Count());
        }
    }

    static async Task Step(SiteUnderTest site, FoldName name, int unwritten)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var scope = site.Scope();
        var db = scope.ServiceProvider.GetRequiredService<BotsDb>();
        var (state, mark) = await Checkpoints.Read(db, name, ct);
        var next = await new TiesFold(Guid.Parse(name.Key), state, unwritten).Next(db, state, ct);
        await Checkpoints.Write(db, name, next!, mark, site.Clock.GetUtcNow(), ct);
    }

    internal static async Task CatchUp(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<Folding>().CatchUp(TestContext.Current.CancellationToken);
    }
}
