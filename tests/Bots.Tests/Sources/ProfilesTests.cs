using System.Text.Json;
using Beffroi.Bots.Keeping;
using Beffroi.Bots.Networks;
using Beffroi.Bots.Running;
using Beffroi.Detection;
using Beffroi.Testing.Networks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Beffroi.Bots.Tests.Sources;

/// <summary>The stream of Bluesky names authors by their identifier alone: their profiles are asked for.</summary>
public sealed class ProfilesTests
{
    public static TheoryData<DbEngine> Engines => [.. Enum.GetValues<DbEngine>()];

    [Theory, MemberData(nameof(Engines))]
    public async Task Authors_get_their_profile_are_scored_again_and_are_asked_again_after_a_week(DbEngine engine)
    {
        await using var land = await With(engine, "ana", "bob", "lost");
        await using var server = await BlueskyServer.Start();
        server.Add("ana", posts: 5000, followers: 3, following: 2000);
        server.Add("bob", posts: 10, followers: 30, following: 20);
        var rounds = RoundsOf(land, server);

        Assert.Equal(3, await rounds.RunOnce(Land.Ct));
        Assert.Equal(0, await rounds.RunOnce(Land.Ct));

        var ana = Row(land, "ana");
        Assert.Equal(("ana.example", true, 5000), (ana.Handle, ana.ToScore, JsonSerializer.Deserialize<Account>(ana.Profile!)!.Posts));
        // Not given is not dead.
        Assert.Equal([SightingState.Unknown], States(land, "lost"));
        Assert.Equal((null, false), (Row(land, "lost").Profile, Row(land, "lost").ToScore));
        Assert.Equal([SightingState.Alive], States(land, "ana"));

        land.Site.Clock.Advance(ProfileRounds.Fresh + TimeSpan.FromHours(1));
        server.Profiles.Remove("did:plc:bob");
        server.Add("ana", posts: 6000, followers: 3, following: 2000);
        Assert.Equal(3, await rounds.RunOnce(Land.Ct));
        Assert.Equal([SightingState.Alive, SightingState.Alive], States(land, "ana"));
        Assert.Equal([SightingState.Alive, SightingState.Unknown], States(land, "bob"));
        Assert.Equal(10, JsonSerializer.Deserialize<Account>(Row(land, "bob").Profile!)!.Posts);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_says_to_be_a_minor_is_let_go_of_whole(DbEngine engine)
    {
        await using var land = await With(engine, "kid", "bob");
        await using var server = await BlueskyServer.Start();
        server.Add("kid", posts: 5, followers: 3, following: 2, description: "15 ans, collège");
        server.Add("bob", posts: 10, followers: 30, following: 20);

        await RoundsOf(land, server).RunOnce(Land.Ct);

        var kid = Row(land, "kid");
        Assert.Equal((true, null, null, 0), (kid.LeftOut, kid.Handle, kid.Profile, kid.Posts));
        Assert.Equal(["did:plc:bob"], land.Site.ReadBots(db => db.Posts.Join(db.Accounts, p => p.AccountId, a => a.Id, (_, a) => a.NativeId).ToList()));
    }

    [Fact]
    public async Task Without_a_mandate_in_force_or_with_a_watch_that_is_closed_nothing_is_asked()
    {
        await using var land = await With(DbEngine.Sqlite, "ana");
        await using var server = await BlueskyServer.Start();
        var rounds = RoundsOf(land, server);
        await land.Site.Write<BotsDb>(db => db.Watches.Single(w => w.Id == land.Watch.Id).ClosedAt = land.Site.Clock.GetUtcNow());
        Assert.Equal(0, await rounds.RunOnce(Land.Ct));
        await land.Site.Write<BotsDb>(db => db.Watches.Single(w => w.Id == land.Watch.Id).ClosedAt = null);
        land.Site.Clock.Advance(TimeSpan.FromDays(90));

        Assert.Equal(0, await rounds.RunOnce(Land.Ct));

        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task A_network_that_fails_writes_nothing_and_they_are_asked_again()
    {
        await using var land = await With(DbEngine.Sqlite, "ana");
        await using var server = await BlueskyServer.Start();
        server.Add("ana", posts: 1, followers: 1, following: 1);
        server.Failures.Enqueue(503);
        var rounds = RoundsOf(land, server);

        await Assert.ThrowsAsync<SourceTroubleException>(() => rounds.RunOnce(Land.Ct));
        Assert.Null(Row(land, "ana").ProfileAt);

        Assert.Equal(1, await rounds.RunOnce(Land.Ct));
        Assert.NotNull(Row(land, "ana").Profile);
    }

    static async Task<Land> With(DbEngine engine, params string[] names)
    {
        var land = await Land.Make(engine, (TermKind.Words, "grand secret"));
        var source = await land.Source(SourceKind.Jetstream, new());
        await land.Append(source, [.. names.Index().Select(n => new IncomingPost { Network = Network.Bluesky, Post = new() { Id = $"at://{n.Index}", AccountId = BlueskyServer.Did(n.Item), CreatedAt = land.Site.Clock.GetUtcNow(), Text = "le grand secret" }, TermId = land.Terms[0].Id })]);
        return land;
    }

    static WatchedAccount Row(Land land, string name) => land.Site.ReadBots(db => db.Accounts.AsNoTracking().Single(a => a.NativeId == BlueskyServer.Did(name)));

    static IReadOnlyList<SightingState> States(Land land, string name) => land.Site.ReadBots(db => db.Snapshots.Where(s => s.AccountId == Row(land, name).Id).OrderBy(s => s.At).Select(s => s.State).ToList());

    static ProfileRounds RoundsOf(Land land, BlueskyServer server) =>
        new(land.Scopes, new() { Network = new() { Enabled = true, PlainHosts = [server.Host] }, Bluesky = new() { AppView = server.Host } }, land.Site.Clock, NullLogger<ProfileRounds>.Instance);
}
