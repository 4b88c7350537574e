using Beffroi.Bots.Exploring;
using Beffroi.Bots.Tests.Sources;
using Beffroi.Detection;
using Beffroi.Testing.Networks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Beffroi.Bots.Tests.Exploring;

/// <summary>Row B8 of the specification: the autonomous crawl.</summary>
public sealed class CrawlTests
{
    public static TheoryData<DbEngine> Engines => [.. Enum.GetValues<DbEngine>()];

    static readonly ExplorationRules Rules = new() { Seeds = ["seed.example"], Way = ExplorationWay.Followers, MostDepth = 5, PerMinute = 60, Dormant = new() { CreatedFrom = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero) } };

    [Theory, MemberData(nameof(Engines))]
    public async Task B8_From_one_seed_it_goes_by_itself_to_every_account_that_matches_and_never_twice(DbEngine engine)
    {
        await using var land = await Land.Make(engine);
        await using var server = await Society();
        var exploration = await Plant(land, Rules);

        await Crawl(land, exploration, SetupOf(server));

        // The oracle: those that can be reached from the seed through accounts that match, worked out by hand on the society below.
        Assert.Equal(["seed", "d0", "d1", "d2", "d3"], Frontier(land).Select(f => f.NativeId["did:plc:".Length..]));
        Assert.All(Frontier(land), f => Assert.Equal(FrontierState.Visited, f.State));
        var asked = server.Asked.Where(a => a.Contains("getFollowers", StringComparison.Ordinal)).ToList();
        Assert.Equal(asked.Count, asked.Distinct().Count());
        var row = Row(land, exploration);
        Assert.Equal((ExplorationState.Done, nameof(StopReason.Exhausted), 5), (row.State, row.StopReason, row.Visited));
        Assert.Equal(row.Requests, server.Asked.Count);
        // Those that match are of the watch, the others wait for their end.
        Assert.Equal(["d0", "d1", "d2", "d3", "seed"], land.Site.ReadBots(db => db.Accounts.Where(a => a.Matched).Select(a => a.NativeId).ToList()).Select(a => a["did:plc:".Length..]).Order(StringComparer.Ordinal));
        Assert.Equal(5, land.Site.ReadBots(db => db.AccountMatches.Count()));
    }

    [Fact]
    public async Task B8_It_says_why_it_went_there()
    {
        await using var land = await Land.Make();
        await using var server = await Society();

        await Crawl(land, await Plant(land, Rules), SetupOf(server));

        var entry = Frontier(land).Single(f => f.NativeId == "did:plc:d1");
        Assert.Equal(("did:plc:seed", 1), (entry.From, entry.Depth));
        Assert.Equal((true, 2L, 1L, 300L), (Why.Of(entry).Dormant, Why.Of(entry).Posts!.Value, Why.Of(entry).Followers!.Value, Why.Of(entry).Following!.Value));
        Assert.Contains("2 messages, 300 suivis pour 1 abonnés", Why.Of(entry).Sentence(Kit.Lang.French), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task B8_Stopped_anywhere_it_goes_on_and_ends_where_it_would_have(DbEngine engine)
    {
        await using var land = await Land.Make(engine);
        await using var server = await Society();
        var exploration = await Plant(land, Rules);

        // Each step by a node that dies after it, and a failure in the middle of each.
        for (var step = 0; step < 40 && Row(land, exploration).State == ExplorationState.Running; step++)
        {
            server.Failures.Enqueue(503);
            await RunnerOf(land, SetupOf(server)).RunOnce(Land.Ct);
            land.Site.Clock.Advance(TimeSpan.FromMinutes(10));
            await RunnerOf(land, SetupOf(server)).RunOnce(Land.Ct);
            land.Site.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Equal(["seed", "d0", "d1", "d2", "d3"], Frontier(land).Select(f => f.NativeId["did:plc:".Length..]));
        Assert.Equal(5, Row(land, exploration).Visited);
    }

    [Fact]
    public async Task B8_It_keeps_to_its_rate_and_to_its_budgets()
    {
        await using var land = await Land.Make();
        await using var server = await Society();
        var exploration = await Plant(land, Rules with { PerMinute = 2, MostRequests = 4 });
        var runner = RunnerOf(land, SetupOf(server));

        await runner.RunOnce(Land.Ct);
        Assert.Equal(0, await runner.RunOnce(Land.Ct));
        land.Site.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(0, await runner.RunOnce(Land.Ct));
        land.Site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await runner.RunOnce(Land.Ct));
        await Crawl(land, exploration, SetupOf(server));

        Assert.Equal((ExplorationState.Done, nameof(StopReason.Requests)), (Row(land, exploration).State, Row(land, exploration).StopReason));
        Assert.InRange(server.Asked.Count, 4, 6);
    }

    [Fact]
    public async Task B8_It_can_be_gone_over_again_without_the_network()
    {
        await using var land = await Land.Make();
        await using var server = await Society();
        var exploration = await Plant(land, Rules);
        await Crawl(land, exploration, SetupOf(server));
        await server.DisposeAsync();
        await using var scope = land.Site.Scope();
        var offline = scope.ServiceProvider.GetRequiredService<OfflineExploration>();

        var same = await offline.Replay(exploration, Rules, Land.Ct);
        var stricter = await offline.Replay(exploration, Rules with { Dormant = Rules.Dormant! with { LeastRatio = 250 } }, Land.Ct);

        Assert.Equal(Frontier(land).Select(f => (f.NativeId, f.Depth, f.From)), same.Select(e => (e.NativeId, e.Depth, e.From)));
        Assert.Equal(["did:plc:seed", "did:plc:d0", "did:plc:d1"], stricter.Select(e => e.NativeId));
    }

    [Fact]
    public async Task It_stops_when_matches_grow_rare_and_when_the_mandate_ends()
    {
        await using var land = await Land.Make();
        await using var server = await Society();
        var rare = await Plant(land, Rules with { LeastPercent = 90, ShareOf = 5 });
        var ended = await Plant(land, Rules);
        await Crawl(land, rare, SetupOf(server));
        await land.Site.Write<BotsDb>(db => db.Explorations.Single(e => e.Id == ended).State = ExplorationState.Running);
        land.Site.Clock.Advance(TimeSpan.FromDays(61));
        var asked = server.Asked.Count;

        await RunnerOf(land, SetupOf(server)).RunOnce(Land.Ct);

        Assert.Equal(nameof(StopReason.FewMatches), Row(land, rare).StopReason);
        Assert.Equal(ExplorationState.Expired, Row(land, ended).State);
        Assert.Equal(asked, server.Asked.Count);
    }

    [Fact]
    public async Task A_score_may_be_the_rule()
    {
        await using var land = await Land.Make();
        await using var server = await Society();
        var exploration = await Plant(land, Rules with { Dormant = null, LeastScore = 0.8 });

        await Crawl(land, exploration, SetupOf(server), profile => profile.Handle == "human.example" ? 0.85 : 0.2);

        Assert.Equal(["seed", "human"], Frontier(land).Select(f => f.NativeId["did:plc:".Length..]));
        Assert.Equal(0.85, Why.Of(Frontier(land)[1]).Score);
    }

    [Fact]
    public async Task Private_accounts_and_minors_leave_no_trace()
    {
        await using var land = await Land.Make();
        await using var server = await Society();
        server.Add("minor", 2, 0, 200, "16 ans");
        server.Followers["did:plc:seed"].Insert(0, "did:plc:minor");

        await Crawl(land, await Plant(land, Rules), SetupOf(server));

        Assert.DoesNotContain(land.Site.ReadBots(db => db.Accounts.Select(a => a.NativeId).Concat(db.Explored.Select(x => x.NativeId)).Concat(db.ExploredTies.Select(t => t.ToId)).ToList()), id => id == "did:plc:minor");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Co_sharers_are_found_in_what_was_collected_without_any_network(DbEngine engine)
    {
        await using var land = await Land.Make(engine, (TermKind.Words, "secret"));
        var source = await land.Source(SourceKind.Upload, new());
        // x and y repeat the same three posts, z one of them, w one that is y's and two others of w and v.
        (string Who, string[] What)[] reposts = [("x", ["1", "2", "3"]), ("y", ["1", "2", "3", "7", "8"]), ("z", ["3"]), ("w", ["7", "8", "9"]), ("v", ["9"])];
        foreach (var (who, what) in reposts)
        {
            await land.Append(source, [.. what.Select(w => new Keeping.IncomingPost { Network = Network.Bluesky, Post = new() { Id = $"{who}-{w}", AccountId = who, CreatedAt = land.Site.Clock.GetUtcNow(), RepostOf = w } })]);
        }

        await Crawl(land, await Plant(land, Rules with { Seeds = ["x"], Way = ExplorationWay.CoSharers, Dormant = null, LeastShared = 2 }), new());

        Assert.Equal([("x", null, 0), ("y", "x", 3), ("w", "y", 2)], Frontier(land).Select(f => (f.NativeId, f.From, Why.Of(f).Shared)));
    }

    [Fact]
    public async Task Followers_on_mastodon_are_named_by_name_and_host()
    {
        await using var land = await Land.Make();
        await using var server = await MastodonServer.Start();
        server.Accounts["seed"] = MastodonServer.Account(1, "seed");
        server.Accounts["d"] = MastodonServer.Account(2, "d@autre.example", followers: 1, following: 300, statuses: 2);
        server.Followers["seed"] = [.. Enumerable.Range(10, 100).Select(n => MastodonServer.Account(n, $"humain{n}@autre.example")), server.Accounts["d"], MastodonServer.Account(3, "cache", followers: 1, following: 300, statuses: 2, locked: true)];
        var setup = new SourcesSetup { Network = new() { Enabled = true, PlainHosts = [server.Host] }, Mastodon = [new() { Host = server.Host, Token = MastodonServer.Token }] };

        await Crawl(land, await Plant(land, Rules with { Seeds = ["seed"], Host = server.Host }, Network.Mastodon), setup);

        Assert.Equal([$"seed@{server.Host}", "d@autre.example"], Frontier(land).Select(f => f.NativeId));
    }

    [Fact]
    public async Task Followers_on_x_are_paid_for_and_the_purse_is_kept_to()
    {
        await using var land = await Land.Make();
        await using var server = await XServer.Start();
        server.Users["1"] = XServer.User("1", "seed");
        for (var n = 10; n < 60; n++)
        {
            server.Users[$"{n}"] = XServer.User($"{n}", $"u{n}", followers: 1, following: 300, posts: 2);
        }

        server.Followers["1"] = [.. Enumerable.Range(10, 50).Select(n => $"{n}")];
        var setup = new SourcesSetup { Network = new() { Enabled = true, PlainHosts = [server.Host] }, X = new() { Host = server.Host, BearerToken = XServer.Token, MonthlyCents = 1000 } };
        var exploration = await Plant(land, Rules with { Seeds = ["seed"], MostCents = 20 }, Network.Twitter);

        await Crawl(land, exploration, setup);

        // A cent an account: the seed, then nineteen followers.
        Assert.Equal((200L, nameof(StopReason.Cents), 19), (Row(land, exploration).Price, Row(land, exploration).StopReason, Row(land, exploration).Screened));
    }

    // seed is followed by d0, d1, human and quiet; d0 by d1, d2, seed and human; d2 by d3; d3 by d0 and old. Only d0 to d3 are dormant and recent.
    static async Task<BlueskyServer> Society()
    {
        var server = await BlueskyServer.Start();
        server.Add("seed", 500, 100, 100);
        server.Add("d0", 0, 0, 200);
        server.Add("d1", 2, 1, 300);
        server.Add("d2", 15, 50, 200);
        server.Add("d3", 3, 10, 30);
        server.Add("human", 900, 300, 250);
        server.Add("quiet", 1, 100, 20);
        server.Add("old", 1, 0, 500, created: new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
        string[] D(params string[] names) => [.. names.Select(BlueskyServer.Did)];
        server.Followers["did:plc:seed"] = [.. D("d0", "d1", "human", "quiet")];
        server.Followers["did:plc:d0"] = [.. D("d1", "d2", "seed", "human")];
        server.Followers["did:plc:d2"] = [.. D("d3")];
        server.Followers["did:plc:d3"] = [.. D("d0", "old")];
        return server;
    }

    static SourcesSetup SetupOf(BlueskyServer server) => new() { Network = new() { Enabled = true, PlainHosts = [server.Host] }, Bluesky = new() { AppView = server.Host } };

    static async Task<Guid> Plant(Land land, ExplorationRules rules, Network network = Network.Bluesky)
    {
        var exploration = new Exploration { Id = Guid.NewGuid(), WatchId = land.Watch.Id, Network = network, Name = "Essai", Rules = rules.ToJson(), State = ExplorationState.Running, NextAt = land.Site.Clock.GetUtcNow(), CreatedAt = land.Site.Clock.GetUtcNow(), CreatedBy = Guid.Empty };
        await land.Site.Write<BotsDb>(db => db.Add(exploration));
        return exploration.Id;
    }

    static async Task Crawl(Land land, Guid exploration, SourcesSetup setup, ProfileScore? score = null)
    {
        var runner = RunnerOf(land, setup, score);
        for (var step = 0; step < 100 && Row(land, exploration).State == ExplorationState.Running; step++)
        {
            await runner.RunOnce(Land.Ct);
            land.Site.Clock.Advance(TimeSpan.FromMinutes(10));
        }
    }

    static ExplorationRunner RunnerOf(Land land, SourcesSetup setup, ProfileScore? score = null) => new(new Scopes(land.Site, setup, score), setup, land.Site.Clock, NullLogger<ExplorationRunner>.Instance);

    static IReadOnlyList<FrontierEntry> Frontier(Land land) => land.Site.ReadBots(db => db.Frontier.AsNoTracking().OrderBy(f => f.Rank).ToList());

    static Exploration Row(Land land, Guid id) => land.Site.ReadBots(db => db.Explorations.AsNoTracking().Single(e => e.Id == id));

    /// <summary>Scopes of the site where steps go outside as the test's operator says.</summary>
    sealed class Scopes(SiteUnderTest site, SourcesSetup setup, ProfileScore? score) : IServiceScopeFactory
    {
        public IServiceScope CreateScope() => new Scope(site.Scope(), setup, site.Clock, score);
    }

    sealed class Scope(AsyncServiceScope inner, SourcesSetup setup, TimeProvider clock, ProfileScore? score) : IServiceScope, IServiceProvider, IAsyncDisposable
    {
        public IServiceProvider ServiceProvider => this;

        public object? GetService(Type serviceType) => serviceType == typeof(ExplorationStep)
            ? new ExplorationStep(inner.ServiceProvider.GetRequiredService<BotsDb>(), setup, clock, score ?? (_ => null))
            : inner.ServiceProvider.GetService(serviceType);

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
