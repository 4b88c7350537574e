using Beffroi.Testing.Networks;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Tests.Sources;

/// <summary>What authors of Mastodon delete or change once it is kept here.</summary>
public sealed class MastodonDeletionsTests
{
    [Theory, MemberData(nameof(RunnerTests.Engines), MemberType = typeof(RunnerTests))]
    public async Task What_is_deleted_goes_by_its_number_on_that_instance_alone_long_after_a_restart(DbEngine engine)
    {
        await using var land = await Land.Make(engine, (TermKind.Words, "secret"));
        await using var server = await MastodonServer.Start();
        server.Update(Remote(MastodonServer.Status(10, "alice@autre.example", "un secret"), "https://autre.example/users/alice/statuses/77"));
        server.Update(MastodonServer.Status(11, "alice@autre.example", "deux secret"));
        server.Update(MastodonServer.Status(12, "bob", "trois secret"));
        var source = await land.Source(SourceKind.Mastodon, new() { Host = server.Host });
        await land.Run(source, SetupOf(server));
        Assert.Equal(3, land.Posts.Count);
        await using var other = await MastodonServer.Start();
        // The number of the author's own instance, one that was never kept, none at all: nothing of them is known here.
        server.Deleted("77");
        server.Deleted("999");
        server.Say("event: delete\ndata: \n\n");
        server.Deleted("10");
        // Another instance gives this number to something else.
        other.Deleted("12");

        await land.Run(source, SetupOf(server));
        await land.Run(await land.Source(SourceKind.Mastodon, new() { Host = other.Host }), SetupOf(other));

        Assert.Equal(["https://home.example/users/alice@autre.example/statuses/11", "https://home.example/users/bob/statuses/12"], land.Posts.Select(p => p.NativeId));
        Assert.Equal(land.Posts.Select(p => p.Seq), land.Site.ReadBots(db => db.Matches.Select(m => m.Seq).Order().ToList()));
        Assert.Equal(2, land.Site.ReadBots(db => db.LocalNames.Count()));
        Assert.Equal([("alice@autre.example", 1, true), ($"bob@{server.Host}", 1, false)], land.Site.ReadBots(db => db.Accounts.AsNoTracking().OrderBy(a => a.NativeId).ToList()).Select(a => (a.NativeId, a.Posts, a.ToScore)));
    }

    [Fact]
    public async Task A_post_and_its_deletion_in_one_breath_leave_nothing()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        await using var server = await MastodonServer.Start();
        server.Update(MastodonServer.Status(10, "alice", "un secret"));
        server.Deleted("10");
        server.Say("event: delete\ndata: \"11\"\n\n");
        server.Say("event: delete\ndata: {\"id\":\"12\"}\n\n");
        server.Say("event: delete\ndata: " + new string('7', 100) + "\n\n");
        var source = await land.Source(SourceKind.Mastodon, new() { Host = server.Host });

        await land.Run(source, SetupOf(server));

        Assert.Empty(land.Posts);
        Assert.Equal((1L, 2L), (land.Row(source).Kept, land.Row(source).Broken));
    }

    [Theory, MemberData(nameof(RunnerTests.Engines), MemberType = typeof(RunnerTests))]
    public async Task A_post_that_is_edited_says_what_it_says_now_and_one_that_matches_from_then_on_is_kept(DbEngine engine)
    {
        await using var land = await Land.Make(engine, (TermKind.Words, "secret"));
        await using var server = await MastodonServer.Start();
        server.Update(MastodonServer.Status(10, "alice", "le secret de Jean Dupont #un", "un"));
        server.Update(MastodonServer.Status(11, "bob", "rien du tout"));
        server.Edited(MastodonServer.Status(10, "alice", "je retire ce que je disais #deux", "deux"));
        server.Edited(MastodonServer.Status(11, "bob", "rien qu’un secret"));
        server.Edited(MastodonServer.Status(12, "carl", "toujours rien"));
        var source = await land.Source(SourceKind.Mastodon, new() { Host = server.Host });

        await land.Run(source, SetupOf(server));

        Assert.Equal([("https://home.example/users/alice/statuses/10", "je retire ce que je disais #deux"), ("https://home.example/users/bob/statuses/11", "rien qu’un secret")], land.Posts.Select(p => (p.NativeId, p.Text)));
        Assert.Equal("""["deux"]""", land.Posts[0].Hashtags);
        Assert.True(land.Site.ReadBots(db => db.Accounts.AsNoTracking().Single(a => a.NativeId == $"alice@{server.Host}").ToScore));
    }

    [Fact]
    public async Task An_edit_that_is_no_longer_public_or_says_a_minor_lets_go()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        await using var server = await MastodonServer.Start();
        server.Update(MastodonServer.Status(10, "alice", "secret"));
        server.Update(MastodonServer.Status(11, "bob", "secret"));
        var hidden = MastodonServer.Status(10, "alice", "secret");
        hidden["visibility"] = "private";
        var minor = MastodonServer.Status(11, "bob", "secret encore");
        minor["account"]!["note"] = "<p>15 ans, lycéen</p>";
        server.Edited(hidden);
        server.Edited(minor);
        server.Say("event: status.update\ndata: {\"id\":\n\n");
        var source = await land.Source(SourceKind.Mastodon, new() { Host = server.Host });

        await land.Run(source, SetupOf(server));

        Assert.Empty(land.Posts);
        Assert.Equal(1, land.Row(source).Broken);
    }

    static System.Text.Json.Nodes.JsonObject Remote(System.Text.Json.Nodes.JsonObject status, string uri)
    {
        status["uri"] = uri;
        return status;
    }

    static SourcesSetup SetupOf(MastodonServer server) => new()
    {
        Network = new() { Enabled = true, PlainHosts = [server.Host] }, Mastodon = [new() { Host = server.Host, Token = MastodonServer.Token }],
    };
}
