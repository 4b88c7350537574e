using Beffroi.Bots.Networks;
using Beffroi.Bots.Running;
using Beffroi.Testing.Networks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Beffroi.Bots.Tests.Sources;

/// <summary>What authors of Mastodon deleted or changed while nobody listened: kept posts are asked for again.</summary>
public sealed class StatusRoundsTests
{
    [Theory, MemberData(nameof(RunnerTests.Engines), MemberType = typeof(RunnerTests))]
    public async Task What_was_deleted_or_changed_during_a_stop_goes_or_says_what_it_says_now(DbEngine engine)
    {
        await using var land = await Land.Make(engine, (TermKind.Words, "secret"));
        await using var server = await MastodonServer.Start();
        foreach (var id in Enumerable.Range(10, 25))
        {
            server.Update(MastodonServer.Status(id, "alice", $"secret numéro {id}"));
            server.Statuses[$"{id}"] = MastodonServer.Status(id, "alice", $"secret numéro {id}");
        }

        await land.Run(await land.Source(SourceKind.Mastodon, new() { Host = server.Host }), SetupOf(server));
        Assert.Equal(25, land.Posts.Count);
        server.Statuses.Remove("12");
        server.Statuses["13"] = MastodonServer.Status(13, "alice", "je retire ce que je disais");
        server.Statuses["14"]["visibility"] = "private";
        server.Statuses["15"]["account"]!["note"] = "<p>15 ans, lycéen</p>";
        var rounds = RoundsOf(land, server);

        foreach (var asked in new[] { 20, 5, 0, 0 })
        {
            Assert.Equal(asked, await rounds.RunOnce(Land.Ct));
        }

        Assert.Equal(Enumerable.Range(10, 25).Select(id => $"/api/v1/statuses/{id}"), server.Asked.Where(a => a.Contains("statuses", StringComparison.Ordinal)));
        Assert.Equal(Enumerable.Range(10, 25).Where(id => id is not (12 or 14 or 15)), land.Posts.Select(p => int.Parse(p.NativeId.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("je retire ce que je disais", land.Posts.Single(p => p.NativeId.EndsWith("/13", StringComparison.Ordinal)).Text);
        Assert.Equal((22, 22), land.Site.ReadBots(db => ValueTuple.Create(db.Matches.Count(), db.LocalNames.Count())));

        land.Site.Clock.Advance(TimeSpan.FromDays(6.9));
        Assert.Equal(0, await rounds.RunOnce(Land.Ct));
        land.Site.Clock.Advance(TimeSpan.FromDays(0.2));
        Assert.Equal(20, await rounds.RunOnce(Land.Ct));
    }

    [Fact]
    public async Task An_instance_that_is_lost_refuses_or_answers_with_something_else_takes_nothing_away()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        await using var server = await MastodonServer.Start();
        server.Update(MastodonServer.Status(10, "alice", "secret"));
        server.Update(MastodonServer.Status(11, "bob", "secret"));
        await land.Run(await land.Source(SourceKind.Mastodon, new() { Host = server.Host }), SetupOf(server));
        server.Lost = true;
        Assert.Equal(SourceError.BadAnswer, (await Assert.ThrowsAsync<SourceTroubleException>(() => RoundsOf(land, server).RunOnce(Land.Ct))).Error);
        server.Lost = false;
        land.Site.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(SourceError.Unauthorized, (await Assert.ThrowsAsync<SourceTroubleException>(() => RoundsOf(land, server, "another-token").RunOnce(Land.Ct))).Error);
        // Another post than the one that was asked for.
        server.Statuses["10"] = MastodonServer.Status(77, "alice", "secret");
        land.Site.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(SourceError.BadAnswer, (await Assert.ThrowsAsync<SourceTroubleException>(() => RoundsOf(land, server).RunOnce(Land.Ct))).Error);
        Assert.Equal(2, land.Posts.Count);

        // Without a token for that instance nothing is asked.
        land.Site.Clock.Advance(TimeSpan.FromMinutes(6));
        var before = server.Asked.Count;
        Assert.Equal(0, await new StatusRounds(land.Scopes, new() { Network = new() { Enabled = true } }, land.Site.Clock, NullLogger<StatusRounds>.Instance).RunOnce(Land.Ct));
        Assert.Equal(before, server.Asked.Count);

        land.Site.Clock.Advance(TimeSpan.FromDays(1.1));
        server.Statuses["10"] = MastodonServer.Status(10, "alice", "secret");
        Assert.Equal(2, await RoundsOf(land, server).RunOnce(Land.Ct));
        Assert.EndsWith("/10", Assert.Single(land.Posts).NativeId, StringComparison.Ordinal);
    }

    static StatusRounds RoundsOf(Land land, MastodonServer server, string token = MastodonServer.Token) => new(land.Scopes, SetupOf(server, token), land.Site.Clock, NullLogger<StatusRounds>.Instance);

    static SourcesSetup SetupOf(MastodonServer server, string token = MastodonServer.Token) => new()
    {
        Network = new() { Enabled = true, PlainHosts = [server.Host] }, Mastodon = [new() { Host = server.Host, Token = token }],
    };
}
