using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Beffroi.Bots.Running;
using Beffroi.Cli.Bots;
using Beffroi.Testing.Networks;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Tests.Sources;

public sealed class JetstreamTests
{
    static readonly string[] Lines = [.. Enumerable.Range(0, 900).Select(n => Archives.Post(n, n % 7 == 3 ? $"le grand secret numéro {n}" : $"bonjour {n}"))];

    [Theory, InlineData(1), InlineData(2)]
    public async Task Posts_that_match_are_kept_in_the_order_of_the_stream_with_the_place_to_go_on_from(int version)
    {
        await using var land = await Land.Make((TermKind.Words, "grand secret"));
        await using var server = await Serve(Lines);
        var source = await land.Source(SourceKind.Jetstream, new() { Version = version }, cursor: $"{Archives.Start - 1}");

        var end = await land.Run(source, SetupOf(server));

        Assert.Equal((SourceState.Retrying, SourceError.Closed), (end.State, end.Trouble!.Error));
        Assert.Equal(Enumerable.Range(0, 900).Where(n => n % 7 == 3).Select(n => $"at://did:plc:someone/app.bsky.feed.post/k{n}"), land.Posts.Select(p => p.NativeId));
        var row = land.Row(source);
        Assert.Equal((900, 129, 0, 0), (row.Read, row.Kept, row.Repeated, row.Broken));
        Assert.Equal($"{Archives.Start + 899_000}", row.Cursor);
        Assert.Equal(land.Terms[0].Id, land.Site.ReadBots(db => db.Matches.Select(m => m.TermId).Distinct().Single()));
    }

    [Theory, InlineData(1), InlineData(2)]
    public async Task A_connection_that_breaks_again_and_again_loses_nothing_and_repeats_nothing(int version)
    {
        await using var land = await Land.Make((TermKind.Words, "grand secret"));
        var cuts = new Queue<int>([100, 101, 350, 640]);
        await using var server = await Serve(Lines, before: (socket, at, _) =>
        {
            if (cuts.TryPeek(out var cut) && at == cut)
            {
                cuts.Dequeue();
                socket.Abort();
                return Task.FromResult(false);
            }

            return Task.FromResult(true);
        });
        var source = await land.Source(SourceKind.Jetstream, new() { Version = version }, cursor: $"{Archives.Start - 1}");

        for (var run = 0; run < 5; run++)
        {
            Assert.Equal(SourceState.Retrying, (await land.Run(source, SetupOf(server))).State);
        }

        var row = land.Row(source);
        Assert.Equal((900, 129, 0), (row.Read, row.Kept, row.Repeated));
        Assert.Equal(129, land.Posts.Count);
        Assert.Empty(cuts);
    }

    [Fact]
    public async Task What_is_no_message_is_counted_and_passed()
    {
        await using var land = await Land.Make((TermKind.Words, "grand secret"));
        var huge = Encoding.UTF8.GetBytes(Archives.Post(5000, "grand secret " + new string('x', 10_000_000)));
        string[] garbage = ["", "null", "[1,2", "{\"time_us\":\"x\"}", "garbage", "{\"did\":1}", "\u0000"];
        await using var server = await Serve(Lines, before: async (socket, at, ct) =>
        {
            if (at == 400)
            {
                foreach (var text in garbage)
                {
                    await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, ct);
                }

                await socket.SendAsync(huge, WebSocketMessageType.Text, true, ct);
            }

            return true;
        });
        var source = await land.Source(SourceKind.Jetstream, new(), cursor: $"{Archives.Start - 1}");

        await land.Run(source, SetupOf(server));

        var row = land.Row(source);
        Assert.Equal((129, 900, garbage.Length + 1), (row.Kept, row.Read, row.Broken));
    }

    [Fact]
    public async Task A_message_that_is_no_text_does_not_hold_the_source_for_ever()
    {
        await using var land = await Land.Make((TermKind.Words, "grand secret"));
        var previous = -1;
        await using var server = await Serve(Lines, before: async (socket, at, ct) =>
        {
            // Between two messages: whoever asks from the second one on does not get it again.
            var isBetween = at == 450 && previous == 449;
            previous = at;
            if (isBetween)
            {
                await socket.SendAsync(new byte[] { (byte)'{', (byte)'"', 0xFF, 0xFE, (byte)'"', (byte)'}' }, WebSocketMessageType.Text, true, ct);
            }

            return true;
        });
        var source = await land.Source(SourceKind.Jetstream, new(), cursor: $"{Archives.Start - 1}");

        var first = await land.Run(source, SetupOf(server));
        await land.Run(source, SetupOf(server));

        Assert.Equal(SourceError.BadAnswer, first.Trouble!.Error);
        Assert.Equal((129L, 1L, 0L), (land.Row(source).Kept, land.Row(source).Broken, land.Row(source).Repeated));
    }

    [Fact]
    public async Task Reposts_of_a_kept_post_are_kept_under_its_term_and_others_are_not()
    {
        await using var land = await Land.Make((TermKind.Words, "grand secret"));
        string[] lines =
        [
            Archives.Post(1, "le grand secret", "did:plc:a"), Archives.Post(2, "", "did:plc:b", repostOf: "at://did:plc:a/app.bsky.feed.post/k1"), Archives.Post(3, "", "did:plc:c", repostOf: "at://did:plc:a/app.bsky.feed.post/k99"),
            Archives.Post(4, "le grand secret", operation: "delete"), Archives.Post(5, "le grand secret", collection: "app.bsky.feed.like"),
        ];
        await using var server = await Serve(lines);
        var source = await land.Source(SourceKind.Jetstream, new(), cursor: $"{Archives.Start - 1}");

        await land.Run(source, SetupOf(server));

        Assert.Equal([PostKind.Post, PostKind.Repost], land.Posts.Select(p => p.Kind));
        Assert.Equal("at://did:plc:a/app.bsky.feed.post/k1", land.Posts[1].TargetId);
    }

    [Fact]
    public async Task A_repost_after_a_restart_is_still_known()
    {
        await using var land = await Land.Make((TermKind.Words, "grand secret"));
        string[] lines = [Archives.Post(1, "le grand secret", "did:plc:a"), Archives.Post(20_000, "", "did:plc:b", repostOf: "at://did:plc:a/app.bsky.feed.post/k1")];
        var isFirst = true;
        await using var server = await Serve(lines, before: (socket, at, _) =>
        {
            if (at == 1 && isFirst)
            {
                isFirst = false;
                return Close(socket);
            }

            return Task.FromResult(true);
        });
        var source = await land.Source(SourceKind.Jetstream, new(), cursor: $"{Archives.Start - 1}");

        await land.Run(source, SetupOf(server));
        Assert.Single(land.Posts);
        await land.Run(source, SetupOf(server));

        Assert.Equal(2, land.Posts.Count);
    }

    [Theory, InlineData(1), InlineData(2)]
    public async Task What_its_author_deletes_goes_and_nothing_of_others_does(int version)
    {
        await using var land = await Land.Make((TermKind.Words, "grand secret"));
        string[] lines =
        [
            Archives.Post(1, "le grand secret", "did:plc:a"), Archives.Post(2, "le grand secret", "did:plc:a"), Archives.Post(3, "le grand secret", "did:plc:b"),
            Archives.Post(4, "", "did:plc:c", repostOf: "at://did:plc:b/app.bsky.feed.post/k3"),
            Deletion(1, "did:plc:a", 5), Deletion(3, "did:plc:a", 6), Deletion(2, "did:plc:a", 7, "app.bsky.feed.like"), Deletion(4, "did:plc:c", 8, "app.bsky.feed.repost"),
            Archives.Post(9, "", "did:plc:d", repostOf: "at://did:plc:a/app.bsky.feed.post/k1"),
        ];
        await using var server = await Serve(lines);
        var source = await land.Source(SourceKind.Jetstream, new() { Version = version }, cursor: $"{Archives.Start - 1}");

        await land.Run(source, SetupOf(server));
        // Read again within five seconds: what is gone does not come back.
        await land.Run(source, SetupOf(server));

        Assert.Equal(["at://did:plc:a/app.bsky.feed.post/k2", "at://did:plc:b/app.bsky.feed.post/k3"], land.Posts.Select(p => p.NativeId));
        Assert.Equal(land.Posts.Select(p => p.Seq), land.Site.ReadBots(db => db.Matches.Select(m => m.Seq).Order().ToList()));
        Assert.Equal([("did:plc:a", 1), ("did:plc:b", 1), ("did:plc:c", 0)], land.Site.ReadBots(db => db.Accounts.AsNoTracking().OrderBy(a => a.NativeId).ToList()).Select(a => (a.NativeId, a.Posts)));
    }

    [Theory, MemberData(nameof(RunnerTests.Engines), MemberType = typeof(RunnerTests))]
    public async Task What_is_deleted_long_after_a_restart_goes_and_its_author_is_scored_again(DbEngine engine)
    {
        await using var land = await Land.Make(engine, (TermKind.Words, "grand secret"));
        await using var before = await Serve([Archives.Post(1, "le grand secret", "did:plc:a")]);
        var source = await land.Source(SourceKind.Jetstream, new(), cursor: $"{Archives.Start - 1}");
        await land.Run(source, SetupOf(before));
        Assert.Single(land.Posts);
        await using var after = await Serve([Deletion(1, "did:plc:a", 60_000)]);

        await land.Run(source, SetupOf(after));

        Assert.Empty(land.Posts);
        Assert.Equal((0, true), land.Site.ReadBots(db => db.Accounts.AsNoTracking().AsEnumerable().Select(a => (a.Posts, a.ToScore)).Single()));
    }

    // As the network says it: without the record.
    static string Deletion(int number, string did, int at, string collection = "app.bsky.feed.post") => new JsonObject
    {
        ["did"] = did, ["time_us"] = Archives.Start + (at * 1000L), ["kind"] = "commit",
        ["commit"] = new JsonObject { ["rev"] = "r", ["operation"] = "delete", ["collection"] = collection, ["rkey"] = $"k{number}" },
    }.ToJsonString();

    static async Task<bool> Close(WebSocket socket)
    {
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
        return false;
    }

    [Theory, InlineData(1), InlineData(2)]
    public async Task What_the_network_no_longer_has_is_said(int version)
    {
        await using var land = await Land.Make((TermKind.Words, "grand secret"));
        await using var server = await Serve(Lines, lookBack: TimeSpan.Zero);
        // Of three days ago; the server only has the end of its archive.
        var source = await land.Source(SourceKind.Jetstream, new() { Version = version }, cursor: $"{ReplayArchive.Micros(land.Site.Clock.GetUtcNow().AddDays(-3))}");

        await land.Run(source, SetupOf(server));

        // The connection broke afterwards: what is missing stays said.
        Assert.StartsWith(nameof(SourceError.Gap), land.Row(source).LastError, StringComparison.Ordinal);
        Assert.Equal(SourceState.Retrying, land.Row(source).State);
    }

    [Fact]
    public async Task Nobody_listens_where_the_operator_lets_nothing_out_nor_at_a_private_address()
    {
        await using var land = await Land.Make((TermKind.Words, "grand secret"));
        await using var server = await Serve(Lines);
        var source = await land.Source(SourceKind.Jetstream, new() { Host = $"127.0.0.1:{server.Port}" });

        var off = await land.Run(source, new());
        var hidden = await land.Run(source, new() { Network = new() { Enabled = true } });

        Assert.Equal((SourceState.Failed, SourceError.OutsideOff), (off.State, off.Trouble!.Error));
        Assert.Equal((SourceState.Failed, SourceError.RefusedAddress), (hidden.State, hidden.Trouble!.Error));
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task Handles_of_terms_are_looked_up_since_the_stream_names_accounts_by_their_lasting_identifier()
    {
        await using var land = await Land.Make((TermKind.Account, "@alice.example"));
        await using var bluesky = await BlueskyServer.Start();
        bluesky.Add("alice", 10, 10, 10);
        await using var server = await Serve([Archives.Post(1, "bonjour", "did:plc:alice"), Archives.Post(2, "bonjour", "did:plc:bob")]);
        var source = await land.Source(SourceKind.Jetstream, new(), cursor: $"{Archives.Start - 1}");

        await land.Run(source, SetupOf(server, bluesky.Host));

        Assert.Equal("at://did:plc:alice/app.bsky.feed.post/k1", Assert.Single(land.Posts).NativeId);
    }

    internal static Task<ReplayServer> Serve(IEnumerable<string> lines, Func<WebSocket, int, CancellationToken, Task<bool>>? before = null, TimeSpan? lookBack = null, bool closes = true) =>
        ReplayServer.Start(Archives.Of(lines), new() { Speed = 0, ClosesAtEnd = closes, Before = before, LookBack = lookBack ?? TimeSpan.FromDays(1000) }, TimeProvider.System, TestContext.Current.CancellationToken);

    internal static SourcesSetup SetupOf(ReplayServer server, string? appView = null) => new()
    {
        Network = new() { Enabled = true, PlainHosts = [$"127.0.0.1:{server.Port}", .. appView is null ? Array.Empty<string>() : [appView]] },
        Bluesky = new() { Jetstream = $"127.0.0.1:{server.Port}", AppView = appView ?? "public.invalid" },
    };
}
