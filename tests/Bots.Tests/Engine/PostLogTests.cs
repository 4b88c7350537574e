using Beffroi.Bots.Keeping;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Tests.Engine;

/// <summary>The log: each post once, with the cursor of its source.</summary>
public sealed class PostLogTests
{
    static readonly Account Ada = new() { Network = Network.Mastodon, Id = "ada@example.org", Handle = "ada", Followers = 10, Following = 5, Posts = 100, ObservedAt = Invented.Start };

    [Theory, ClassData(typeof(Engines))]
    public async Task Each_post_is_kept_once_with_the_place_where_its_source_goes_on(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var source = await Invented.Watch(site);
        var world = new Invented(seed: 10, posts: 300);

        var first = await Invented.Append(site, source.Id, [.. world.Posts.Take(200), .. world.Posts.Take(20)], "200");
        var second = await Invented.Append(site, source.Id, [.. world.Posts.Skip(150)], "300");

        Assert.Equal(new KeptPosts(200, 20, 0), first);
        Assert.Equal(new KeptPosts(100, 50, 0), second);
        site.ReadBots(db =>
        {
            Assert.Equal(world.Posts.Select(p => p.Post.Id).Order(StringComparer.Ordinal), db.Posts.Select(p => p.NativeId).AsEnumerable().Order(StringComparer.Ordinal));
            Assert.Equal(300, db.Matches.Count(m => m.WatchId == source.WatchId && m.SourceId == source.Id));
            Assert.Equal(300, db.Matches.Select(m => m.Place).Distinct().Count());
            Assert.Equal(db.Posts.OrderBy(p => p.Seq).Select(p => p.Seq).ToList(), db.Matches.OrderBy(m => m.Place).Select(m => m.Seq).ToList());
            var kept = db.Sources.Single(s => s.Id == source.Id);
            Assert.Equal(("300", 370L, 300L, 70L, 2L), (kept.Cursor, kept.Read, kept.Kept, kept.Repeated, kept.Version));
            Assert.Equal(world.Posts.GroupBy(p => p.Post.AccountId).ToDictionary(g => g.Key, g => g.Count()), db.Accounts.ToDictionary(a => a.NativeId, a => a.Posts));
            Assert.Equal(db.Accounts.Count(), db.AccountMatches.Count(m => m.WatchId == source.WatchId));
            return 0;
        });
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_post_is_kept_whole_and_in_one_writing(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var source = await Invented.Watch(site);
        var at = new DateTimeOffset(2026, 11, 20, 9, 30, 15, 123, TimeSpan.FromHours(1));
        await Invented.Append(site, source.Id, [One("1", at: at) with
        {
            Counts = new(1, 2, 3, 4),
            Post = new() { Id = "1", AccountId = Ada.Id, CreatedAt = at, Text = "Un #Pont \0 brisé \ud83d", Language = "fr", QuoteOf = "77", ReplyTo = "66", Source = "app", Urls = ["https://www.exemple.fr/a/?utm_source=b", "ftp://x"], MediaHashes = ["00ff00ff00ff00ff"] },
        }]);

        var post = site.ReadBots(db => db.Posts.Single());

        Assert.Equal((Network.Mastodon, "1", PostKind.Quote, at.ToUniversalTime(), SiteUnderTest.Start), (post.Network, post.NativeId, post.Kind, post.At.ToUniversalTime(), post.CollectedAt.ToUniversalTime()));
        Assert.Equal(("Un #Pont  brisé \ufffd", "fr", "77", "66", "app"), (post.Text, post.Language, post.TargetId, post.ReplyTo, post.Program));
        Assert.Equal(("""["https://exemple.fr/a"]""", """["pont"]""", """["00ff00ff00ff00ff"]"""), (post.Links, post.Hashtags, post.Media));
        Assert.Equal<(long?, long?, long?, long?)>((1, 2, 3, 4), (post.Likes, post.Reposts, post.Quotes, post.Replies));
        Assert.Equal(PostLog.PartitionOf(post.AccountId), post.Partition);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_post_seen_again_has_its_new_counts_and_what_is_no_longer_given_stays(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var source = await Invented.Watch(site);
        await Invented.Append(site, source.Id, [One("1") with { Counts = new(5, 6, null, 1) }]);
        await Invented.Append(site, source.Id, [One("1") with { Counts = new(50, null, 2, 0) }]);

        Assert.Equal((50L, 6L, 2L, 0L), site.ReadBots(db => db.Posts.AsEnumerable().Select(p => (p.Likes!.Value, p.Reposts!.Value, p.Quotes!.Value, p.Replies!.Value)).Single()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Nothing_is_kept_of_a_private_account_even_when_it_was_public_before(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var source = await Invented.Watch(site);
        var world = new Invented(seed: 11, posts: 120);
        await Invented.Append(site, source.Id, [One("a1"), One("a2"), .. world.Posts]);
        await FoldTests.CatchUp(site);
        var ada = site.ReadBots(db => db.Accounts.Single(a => a.NativeId == Ada.Id).Id);

        var kept = await Invented.Append(site, source.Id, [One("a3") with { Author = Ada with { Protected = true } }, One("b1") with { Post = Said("b1", "b@example.org"), Author = null, AuthorLeftOut = true }]);
        var after = await Invented.Append(site, source.Id, [One("a4"), One("a1")]);
        await FoldTests.CatchUp(site);

        Assert.Equal((new KeptPosts(0, 0, 2), new KeptPosts(0, 0, 2)), (kept, after));
        site.ReadBots(db =>
        {
            Assert.Equal(120, db.Posts.Count());
            Assert.False(db.Scores.Any(s => s.AccountId == ada) || db.Snapshots.Any(s => s.AccountId == ada) || db.AccountMatches.Any(m => m.AccountId == ada));
            Assert.All(db.Accounts.Where(a => a.NativeId == Ada.Id || a.NativeId == "b@example.org"), a =>
                Assert.Equal<(bool, bool, string?, string?, int, double?, AutomationClass?)>((true, false, null, null, 0, null, null), (a.LeftOut, a.Matched, a.Handle, a.Profile, a.Posts, a.Probability, a.Class)));
            Assert.Equal(2, db.Accounts.Count(a => a.LeftOut));
            return 0;
        });
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_profile_that_changed_is_kept_with_its_figures_and_scored_again_without_a_new_post(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var source = await Invented.Watch(site);
        await Invented.Append(site, source.Id, [One("1")]);
        await FoldTests.CatchUp(site);
        var later = Ada with { Followers = 900, Handle = "ada2", ObservedAt = Invented.Start.AddHours(7) };
        // Too soon after the first for another snapshot; then late enough; then older than what is known.
        await Invented.Append(site, source.Id, [One("1") with { Author = Ada with { Followers = 20, ObservedAt = Invented.Start.AddHours(1) } }]);
        await Invented.Append(site, source.Id, [One("1") with { Author = later }]);
        await Invented.Append(site, source.Id, [One("1") with { Author = Ada with { Followers = 1 } }]);
        Assert.True(site.ReadBots(db => db.Accounts.Single().ToScore));
        site.Clock.Advance(TimeSpan.FromHours(1));
        await FoldTests.CatchUp(site);

        site.ReadBots(db =>
        {
            var account = db.Accounts.Single();
            Assert.Equal(("ada2", false, 1, site.Clock.GetUtcNow()), (account.Handle, account.ToScore, account.Posts, account.ScoredAt!.Value.ToUniversalTime()));
            Assert.Equal(later, System.Text.Json.JsonSerializer.Deserialize<Account>(account.Profile!));
            Assert.Equal([(Invented.Start, 10L, SightingState.Alive), (Invented.Start.AddHours(7), 900L, SightingState.Alive)], db.Snapshots.OrderBy(s => s.At).AsEnumerable().Select(s => (s.At.ToUniversalTime(), s.Followers!.Value, s.State)));
            return 0;
        });
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_node_that_no_longer_runs_the_source_writes_nothing(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var source = await Invented.Watch(site);
        await site.Write<BotsDb>(db => db.Sources.Single(s => s.Id == source.Id).LeaseOwner = "here");
        await using var scope = site.Scope();
        var log = scope.ServiceProvider.GetRequiredService<PostLog>();
        var ct = TestContext.Current.CancellationToken;

        await log.Append(new() { SourceId = source.Id, Posts = [One("1")], Cursor = "1", Lease = "here", Read = 40, Spent = 3, Broken = 2 }, ct);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => log.Append(new() { SourceId = source.Id, Posts = [One("2")], Cursor = "2", Lease = "there" }, ct));

        Assert.Equal(("1", 40L, 1L, 3L, 2L), site.ReadBots(db => db.Sources.AsEnumerable().Where(s => s.Id == source.Id).Select(s => (s.Cursor!, s.Read, s.Kept, s.Spent, s.Broken)).Single()));
        Assert.Equal("1", site.ReadBots(db => db.Posts.Single().NativeId));
    }

    [Fact]
    public async Task Identifiers_that_no_column_holds_are_left_out_and_do_not_stop_the_source()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var source = await Invented.Watch(site);

        var kept = await Invented.Append(site, source.Id, [One(""), One(new('x', 301)), One("a\0b"), One("\ud83d"), One("1")]);

        Assert.Equal(new KeptPosts(1, 0, 4), kept);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Nodes_that_write_at_the_same_time_give_each_post_its_own_place(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var sources = new List<Source>();
        for (var i = 0; i < 4; i++)
        {
            sources.Add(await Invented.Watch(site));
        }

        var world = new Invented(seed: 12, posts: 240);
        await Task.WhenAll(sources.Select(async s =>
        {
            foreach (var part in world.Posts.Chunk(40))
            {
                await Invented.Append(site, s.Id, part);
            }
        }));
        await FoldTests.CatchUp(site);

        site.ReadBots(db =>
        {
            Assert.Equal((240, 960, 960), (db.Posts.Count(), db.Matches.Count(), db.Matches.Select(m => m.Place).Distinct().Count()));
            Assert.All(sources, s => Offline.Equals(db, s.WatchId, world.Posts));
            return 0;
        });
    }

    static IncomingPost One(string id, DateTimeOffset? at = null) => new() { Network = Network.Mastodon, Author = Ada, Post = Said(id, Ada.Id, at) };

    static Post Said(string id, string account, DateTimeOffset? at = null) => new() { Id = id, AccountId = account, CreatedAt = at ?? Invented.Start, Text = "Bonjour" };
}
