using Beffroi.Bots.Keeping;
using Beffroi.Bots.Networks;
using Beffroi.Bots.Running;
using Beffroi.Detection;
using Beffroi.Testing.Networks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Beffroi.Bots.Tests.Sources;

/// <summary>X tells no deletion: what is kept of it is read again, within a budget.</summary>
public sealed class RereadTests
{
    public static TheoryData<DbEngine> Engines => RunnerTests.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_no_longer_there_goes_and_all_posts_have_their_turn_again_after_a_week(DbEngine engine)
    {
        await using var land = await With(engine, 250);
        await using var server = await XServer.Start();
        (server.Gone["1003"], server.Gone["1120"], server.Gone["1249"]) = ("resource-not-found", "not-authorized-for-resource", "resource-not-found");
        // Something that is no reason to let go.
        server.Gone["1004"] = "internal-error";
        var rounds = RoundsOf(land, server);

        Assert.Equal([100, 100, 50, 0, 0], await Rounds(rounds, 5));

        Assert.Equal(247, land.Posts.Count);
        Assert.DoesNotContain(land.Posts, p => p.NativeId is "1003" or "1120" or "1249");
        Assert.Equal(247, land.Site.ReadBots(db => db.Matches.Count()));
        Assert.Equal(3, server.Asked.Count);
        land.Site.Clock.Advance(TimeSpan.FromDays(6.9));
        Assert.Equal(0, await rounds.RunOnce(Land.Ct));
        land.Site.Clock.Advance(TimeSpan.FromDays(0.2));
        server.Gone["1000"] = "resource-not-found";
        Assert.Equal([100, 100, 47, 0], await Rounds(rounds, 4));
        Assert.Equal(246, land.Posts.Count);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task It_spends_its_part_of_the_purse_and_no_more_until_the_next_month(DbEngine engine)
    {
        await using var land = await With(engine, 400);
        await using var server = await XServer.Start();
        server.Gone["1000"] = "resource-not-found";
        // A fifth of 600 cents is 120: two questions of 50 cents at most, not three.
        var rounds = RoundsOf(land, server, cents: 600);

        Assert.Equal([100, 100, 0, 0], await Rounds(rounds, 4));

        // 99 posts that were given and 100, at half a cent: a cent that is begun is counted.
        Assert.Equal(100, land.Site.ReadBots(db => db.Rereads.Single().Spent));
        await using (var scope = land.Site.Scope())
        {
            Assert.Equal(100, await XPurse.Spent(scope.ServiceProvider.GetRequiredService<BotsDb>(), land.Site.Clock.GetUtcNow(), Land.Ct));
        }

        land.Site.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal([100, 100, 0], await Rounds(rounds, 3));
        Assert.Equal(0, await RoundsOf(land, server, cents: 100).RunOnce(Land.Ct));
        Assert.Equal(399, land.Posts.Count);
    }

    [Fact]
    public async Task A_network_that_refuses_all_or_fails_takes_nothing_away_and_is_asked_again()
    {
        await using var land = await With(DbEngine.Sqlite, 2);
        await using var server = await XServer.Start();
        (server.Gone["1000"], server.Gone["1001"]) = ("not-authorized-for-resource", "not-authorized-for-resource");
        var rounds = RoundsOf(land, server);

        Assert.Equal(SourceError.Unauthorized, (await Assert.ThrowsAsync<SourceTroubleException>(() => rounds.RunOnce(Land.Ct))).Error);
        land.Site.Clock.Advance(TimeSpan.FromMinutes(6));
        (server.Limited, server.Reset) = (1, land.Site.Clock.GetUtcNow().AddMinutes(1));
        Assert.Equal(SourceError.TooManyRequests, (await Assert.ThrowsAsync<SourceTroubleException>(() => rounds.RunOnce(Land.Ct))).Error);
        Assert.Equal(2, land.Posts.Count);

        land.Site.Clock.Advance(TimeSpan.FromMinutes(6));
        server.Gone.Remove("1001");
        Assert.Equal(2, await rounds.RunOnce(Land.Ct));
        Assert.Equal("1001", Assert.Single(land.Posts).NativeId);
    }

    [Fact]
    public async Task Posts_of_other_networks_and_names_that_are_no_numbers_are_never_asked_of_X()
    {
        await using var land = await With(DbEngine.Sqlite, 1);
        var source = land.Site.ReadBots(db => db.Sources.Single().Id);
        await land.Append(source, new IncomingPost { Network = Network.Twitter, Post = new() { Id = "12&user=1", AccountId = "7", CreatedAt = land.Site.Clock.GetUtcNow(), Text = "secret" } });
        await land.Append(await land.Source(SourceKind.Jetstream, new()), new IncomingPost { Network = Network.Bluesky, Post = new() { Id = "777", AccountId = "7", CreatedAt = land.Site.Clock.GetUtcNow(), Text = "secret" } });
        await using var server = await XServer.Start();

        await Rounds(RoundsOf(land, server), 3);

        Assert.Equal("/2/tweets?tweet.fields=id&ids=1000", Assert.Single(server.Asked));
    }

    [Fact]
    public async Task Two_nodes_do_not_ask_the_same_question_at_once()
    {
        await using var land = await With(DbEngine.Sqlite, 300);
        await using var server = await XServer.Start();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RoundsOf(land, server).RunOnce(Land.Ct)));
        while (await RoundsOf(land, server).RunOnce(Land.Ct) > 0)
        {
        }

        Assert.Equal(3, server.Asked.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(3, server.Asked.Count);
    }

    static async Task<IReadOnlyList<int>> Rounds(RereadRounds rounds, int many)
    {
        List<int> asked = [];
        for (var n = 0; n < many; n++)
        {
            asked.Add(await rounds.RunOnce(Land.Ct));
        }

        return asked;
    }

    static async Task<Land> With(DbEngine engine, int posts)
    {
        var land = await Land.Make(engine, (TermKind.Words, "secret"));
        var source = await land.Source(SourceKind.X, new());
        await land.Append(source, [.. Enumerable.Range(1000, posts).Select(n => new IncomingPost { Network = Network.Twitter, Post = new() { Id = $"{n}", AccountId = $"{n % 10}", CreatedAt = land.Site.Clock.GetUtcNow(), Text = "secret" }, TermId = land.Terms[0].Id })]);
        return land;
    }

    static RereadRounds RoundsOf(Land land, XServer server, long cents = 100_000) => new(land.Scopes, new()
    {
        Network = new() { Enabled = true, PlainHosts = [server.Host] }, X = new() { Host = server.Host, BearerToken = XServer.Token, MonthlyCents = cents },
    }, land.Site.Clock, NullLogger<RereadRounds>.Instance);
}
