using System.Text.Json;
using Beffroi.Detection;
using Beffroi.Testing.Networks;

namespace Beffroi.Bots.Tests.Sources;

public sealed class MastodonTests
{
    [Fact]
    public async Task A_public_post_is_kept_with_its_author_named_everywhere_and_its_totals()
    {
        await using var land = await Land.Make((TermKind.Hashtag, "secret"));
        await using var server = await MastodonServer.Start();
        server.Say(":thump\n");
        server.Update(MastodonServer.Status(10, "alice", "Voici un #secret", "secret"));
        server.Update(MastodonServer.Status(11, "bob@autre.example", "Rien"));
        server.Deleted("11");
        var source = await land.Source(SourceKind.Mastodon, new() { Host = server.Host });

        var end = await land.Run(source, SetupOf(server));

        Assert.Equal((SourceState.Retrying, SourceError.Closed), (end.State, end.Trouble!.Error));
        var post = Assert.Single(land.Posts);
        Assert.Equal(("https://home.example/users/alice/statuses/10", Network.Mastodon, (long?)3, (long?)2, (long?)1), (post.NativeId, post.Network, post.Likes, post.Reposts, post.Replies));
        var account = land.Site.ReadBots(db => db.Accounts.Single());
        Assert.Equal($"alice@{server.Host}", account.NativeId);
        Assert.Equal(10, JsonSerializer.Deserialize<Account>(account.Profile!)!.Followers);
        Assert.Equal(("11", 2), (land.Row(source).Cursor, land.Row(source).Read));
    }

    [Fact]
    public async Task What_came_out_during_a_stop_is_asked_for_and_nothing_comes_twice()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        await using var server = await MastodonServer.Start();
        for (var n = 1; n <= 130; n++)
        {
            server.Published(MastodonServer.Status(n, "alice", n % 10 == 0 ? "secret" : "rien"));
        }

        // The stream begins while the past is asked for: two are in both.
        server.Update(MastodonServer.Status(130, "alice", "secret"));
        server.Update(MastodonServer.Status(131, "alice", "secret"));
        var source = await land.Source(SourceKind.Mastodon, new() { Host = server.Host }, cursor: "20");

        await land.Run(source, SetupOf(server));

        var row = land.Row(source);
        Assert.Equal((12L, 0L, "131"), (row.Kept, row.Repeated, row.Cursor));
        Assert.Equal(12, land.Posts.Count);
    }

    [Fact]
    public async Task A_gap_too_long_to_be_read_is_said()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        await using var server = await MastodonServer.Start();
        for (var n = 1; n <= 2100; n++)
        {
            server.Published(MastodonServer.Status(n, "alice", "rien"));
        }

        var source = await land.Source(SourceKind.Mastodon, new() { Host = server.Host }, cursor: "1");

        await land.Run(source, SetupOf(server));

        Assert.StartsWith(nameof(SourceError.Gap), land.Row(source).LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_private_account_nor_of_a_minor()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        await using var server = await MastodonServer.Start();
        var locked = MastodonServer.Status(1, "alice", "secret");
        locked["account"]!["locked"] = true;
        var minor = MastodonServer.Status(2, "bob", "secret");
        minor["account"]!["note"] = "<p>15 ans, lycéen</p>";
        var direct = MastodonServer.Status(3, "carl", "secret");
        direct["visibility"] = "private";
        server.Update(locked);
        server.Update(minor);
        server.Update(direct);
        var source = await land.Source(SourceKind.Mastodon, new() { Host = server.Host });

        await land.Run(source, SetupOf(server));

        Assert.Empty(land.Posts);
    }

    [Fact]
    public async Task Broken_and_endless_lines_are_counted_and_passed()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        await using var server = await MastodonServer.Start();
        server.Say("event: update\ndata: {\"id\":\n\n");
        server.Say("event: update\ndata: {\"id\":\"1\",\"content\":\"\u00ff\u00fe\"}\n\n");
        server.Say("event: update\ndata: " + new string('x', 10_000_000) + "\n\n");
        server.Say("nonsense\r\n\r\n");
        server.Update(MastodonServer.Status(10, "alice", "secret"));
        var source = await land.Source(SourceKind.Mastodon, new() { Host = server.Host });

        await land.Run(source, SetupOf(server));

        Assert.Equal((1L, 3L), (land.Row(source).Kept, land.Row(source).Broken));
    }

    [Theory]
    [InlineData("{\"id\":", 0)]
    [InlineData("{\"id\":\"1\",\"content\":\"\u00ff\u00fe\"}", 0)]
    [InlineData("x", 10_000_000)]
    [InlineData("x", 1_048_576)]
    [InlineData("x", 1_048_570)]
    [InlineData("x", 1_048_500)]
    public async Task Each_event_that_is_no_status_is_counted_once_whatever_is_wrong_with_it(string data, int more)
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        await using var server = await MastodonServer.Start();
        server.Say("event: update\ndata: " + data + new string('x', more) + "\n\n");
        server.Update(MastodonServer.Status(10, "alice", "secret"));
        var source = await land.Source(SourceKind.Mastodon, new() { Host = server.Host });

        await land.Run(source, SetupOf(server));

        Assert.Equal((1L, 1L), (land.Row(source).Kept, land.Row(source).Broken));
    }

    [Fact]
    public async Task A_token_that_is_refused_stops_the_source_and_is_written_nowhere()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        await using var server = await MastodonServer.Start();
        var source = await land.Source(SourceKind.Mastodon, new() { Host = server.Host });

        var end = await land.Run(source, SetupOf(server, "wrong-token"));
        var without = await land.Run(await land.Source(SourceKind.Mastodon, new() { Host = "autre.example" }), SetupOf(server));

        Assert.Equal((SourceState.Failed, SourceError.Unauthorized), (end.State, end.Trouble!.Error));
        Assert.Equal(SourceError.NoKey, without.Trouble!.Error);
        Assert.DoesNotContain("wrong-token", JsonSerializer.Serialize(land.Row(source)) + string.Join('\n', land.Site.Logs), StringComparison.Ordinal);
    }

    static SourcesSetup SetupOf(MastodonServer server, string token = MastodonServer.Token) => new()
    {
        Network = new() { Enabled = true, PlainHosts = [server.Host] }, Mastodon = [new() { Host = server.Host, Token = token }],
    };
}
