using System.Text.Json;
using Beffroi.Bots.Running;
using Beffroi.Detection;
using Beffroi.Testing.Networks;

namespace Beffroi.Bots.Tests.Sources;

public sealed class XTests
{
    [Fact]
    public async Task Rules_become_those_of_the_watch_and_those_of_other_programs_stay()
    {
        await using var land = await Land.Make((TermKind.Words, "grand secret"), (TermKind.Hashtag, "vote"), (TermKind.Account, "alice"), (TermKind.Link, "journal.example"));
        await using var server = await XServer.Start();
        server.Rules["1"] = ("cats", "another program");
        server.Rules["2"] = ("old", $"beffroi:{Guid.NewGuid():N}");
        var source = await land.Source(SourceKind.X, new());

        await land.Run(source, SetupOf(server));
        await land.Run(source, SetupOf(server));

        Assert.Equal(["cats", "\"grand secret\" OR #vote OR from:alice OR url:\"journal.example\""], server.Rules.Values.Select(r => r.Value));
        Assert.Equal($"beffroi:{source:N}", server.Rules.Values.Last().Tag);
    }

    [Fact]
    public async Task Thousands_of_terms_are_rules_within_the_bounds_of_the_network()
    {
        await using var land = await Land.Make([.. Enumerable.Range(0, 3000).Select(n => (TermKind.Words, $"mot numéro {n}"))]);
        await using var server = await XServer.Start();

        await land.Run(await land.Source(SourceKind.X, new()), SetupOf(server));

        Assert.All(server.Rules.Values, r => Assert.InRange(r.Value.Length, 1, 1024));
        Assert.Equal(3000, server.Rules.Values.Sum(r => r.Value.Split(" OR ").Length));
        Assert.InRange(server.Rules.Count, 2, 1000);
    }

    [Fact]
    public async Task Posts_come_with_their_authors_and_totals_and_each_is_paid_for()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        await using var server = await XServer.Start();
        server.Users["7"] = XServer.User("7", "alice");
        server.Lines.Add("");
        server.Lines.Add(server.Line(XServer.Post(100, "7", "un secret")));
        server.Lines.Add(server.Line(XServer.Post(101, "7", "RT @bob un autre", retweeted: "55")));
        server.Lines.Add("{\"data\":{\"id\":");
        server.Lines.Add(server.Line(XServer.Post(102, "7", "secret encore")));
        var source = await land.Source(SourceKind.X, new(), budget: 100);

        await land.Run(source, SetupOf(server));

        Assert.Equal(["100", "101", "102"], land.Posts.Select(p => p.NativeId));
        Assert.Equal((PostKind.Repost, "55"), (land.Posts[1].Kind, land.Posts[1].TargetId));
        Assert.Equal((2L, 4L, 1L, 3L), (land.Posts[0].Likes, land.Posts[0].Reposts, land.Posts[0].Quotes, land.Posts[0].Replies));
        Assert.Equal("alice", land.Site.ReadBots(db => db.Accounts.Single().Handle));
        // Three posts at half a cent: a cent that is begun is counted.
        var row = land.Row(source);
        Assert.Equal((2L, 3L, 1L, "102"), (row.Spent, row.Read, row.Broken, row.Cursor));
    }

    [Fact]
    public async Task Nothing_more_is_bought_once_the_budget_of_the_source_or_of_the_operator_is_spent()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        await using var server = await XServer.Start();
        server.Lines.AddRange(Enumerable.Range(0, 40).Select(n => server.Line(XServer.Post(n + 1, "7", "secret"))));
        var source = await land.Source(SourceKind.X, new(), budget: 10);

        var end = await land.Run(source, SetupOf(server));
        var asked = server.Asked.Count;
        var again = await land.Run(source, SetupOf(server));

        Assert.Equal(SourceState.OutOfBudget, end.State);
        Assert.Equal(SourceState.OutOfBudget, again.State);
        Assert.Equal(asked, server.Asked.Count);
        // Another source, with money of its own: the operator's purse is empty.
        Assert.Equal(SourceState.OutOfBudget, (await land.Run(await land.Source(SourceKind.X, new(), budget: 1000), SetupOf(server, cents: 15))).State);
        // A month later both are open again.
        land.Site.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(SourceState.OutOfBudget, (await land.Run(source, SetupOf(server))).State);
        Assert.True(server.Asked.Count > asked);
    }

    [Fact]
    public async Task A_limit_of_rate_is_obeyed_until_it_says()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        await using var server = await XServer.Start();
        (server.Limited, server.Reset) = (1, land.Site.Clock.GetUtcNow().AddMinutes(14));
        var source = await land.Source(SourceKind.X, new());

        var end = await land.Run(source, SetupOf(server));

        Assert.Equal((SourceState.Retrying, SourceError.TooManyRequests), (end.State, end.Trouble!.Error));
        var wait = Backoff.After(end, 1, source, land.Site.Clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(14) + TimeSpan.FromSeconds(1), wait);
    }

    [Fact]
    public async Task What_came_before_is_searched_page_by_page()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        await using var server = await XServer.Start();
        server.Published.AddRange(Enumerable.Range(1, 250).Select(n => XServer.Post(n, "7", "secret")));
        server.Lines.Add(server.Line(XServer.Post(250, "7", "secret")));
        server.Lines.Add(server.Line(XServer.Post(251, "7", "secret")));
        var source = await land.Source(SourceKind.X, new() { BackfillHours = 24 });

        await land.Run(source, SetupOf(server));

        Assert.Equal(251, land.Posts.Count);
        Assert.Equal("251", land.Row(source).Cursor);
    }

    [Fact]
    public async Task Where_the_one_connection_is_taken_it_searches_again_and_again()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        await using var server = await XServer.Start();
        server.IsTaken = true;
        server.Published.Add(XServer.Post(1, "7", "secret"));
        var source = await land.Source(SourceKind.X, new() { BackfillHours = 24 });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Land.Ct);
        await land.RowsOf(SetupOf(server)).Hold(source, Land.Owner, Land.Ct);

        var run = land.RunOf(SetupOf(server)).Go(source, Land.Owner, stop.Token);
        await Eventually(() => land.Posts.Count == 1);
        await Eventually(() => server.Asked.Exists(a => a.StartsWith("/2/tweets/search/stream?", StringComparison.Ordinal)));
        server.Published.Add(XServer.Post(2, "7", "secret"));
        for (var turn = 0; turn < 20 && land.Posts.Count < 2; turn++)
        {
            // Between two of its questions, never during one: the limit of a question is on the same clock.
            await Task.Delay(1000, Land.Ct);
            land.Site.Clock.Advance(TimeSpan.FromSeconds(20));
        }

        Assert.Equal(2, land.Posts.Count);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);

        Assert.Contains(server.Asked, a => a.Contains("since_id=1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_that_is_refused_or_absent_stops_the_source_and_is_written_nowhere()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        await using var server = await XServer.Start();
        var source = await land.Source(SourceKind.X, new());

        var refused = await land.Run(source, SetupOf(server, token: "wrong-key"));
        var absent = await land.Run(await land.Source(SourceKind.X, new()), new() { Network = new() { Enabled = true } });

        Assert.Equal((SourceState.Failed, SourceError.Unauthorized), (refused.State, refused.Trouble!.Error));
        Assert.Equal((SourceState.Failed, SourceError.NoKey), (absent.State, absent.Trouble!.Error));
        Assert.DoesNotContain("wrong-key", JsonSerializer.Serialize(land.Row(source)) + string.Join('\n', land.Site.Logs), StringComparison.Ordinal);
    }

    internal static async Task Eventually(Func<bool> isSo)
    {
        for (var turn = 0; turn < 600; turn++)
        {
            if (isSo())
            {
                return;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail("It did not come.");
    }

    static SourcesSetup SetupOf(XServer server, string token = XServer.Token, long cents = 100_000) => new()
    {
        Network = new() { Enabled = true, PlainHosts = [server.Host] }, X = new() { Host = server.Host, BearerToken = token, MonthlyCents = cents },
    };
}
