using Beffroi.Bots.Running;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Beffroi.Bots.Tests.Sources;

public sealed class RunnerTests
{
    static readonly string[] Lines = [.. Enumerable.Range(0, 50).Select(n => Archives.Post(n, "un secret"))];

    public static TheoryData<DbEngine> Engines => [.. Enum.GetValues<DbEngine>()];

    [Theory, MemberData(nameof(Engines))]
    public async Task A_source_runs_on_one_node_at_a_time_and_another_takes_it_when_the_first_is_gone(DbEngine engine)
    {
        await using var land = await Land.Make(engine, (TermKind.Words, "secret"));
        var rows = land.RowsOf(new());
        var source = await land.Source(SourceKind.Jetstream, new());

        Assert.True(await rows.Hold(source, "first", Land.Ct));
        Assert.True(await rows.Hold(source, "first", Land.Ct));
        Assert.False(await rows.Hold(source, "second", Land.Ct));
        land.Site.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.True(await rows.Hold(source, "second", Land.Ct));
        Assert.False(await rows.Hold(source, "first", Land.Ct));
        await rows.Release(source, "second", Land.Ct);
        Assert.True(await rows.Hold(source, "first", Land.Ct));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Whoever_lost_the_lease_writes_nothing(DbEngine engine)
    {
        await using var land = await Land.Make(engine, (TermKind.Words, "secret"));
        await using var server = await JetstreamTests.Serve(Lines);
        var setup = JetstreamTests.SetupOf(server);
        var source = await land.Source(SourceKind.Jetstream, new(), cursor: $"{Archives.Start - 1}");
        Assert.True(await land.RowsOf(setup).Hold(source, "second", Land.Ct));

        await land.RunOf(setup).Go(source, "first", Land.Ct);

        Assert.Empty(land.Posts);
        Assert.Equal((0L, $"{Archives.Start - 1}"), (land.Row(source).Read, land.Row(source).Cursor));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Without_a_mandate_in_force_nothing_starts(DbEngine engine)
    {
        await using var land = await Land.Make(engine, (TermKind.Words, "secret"));
        await using var server = await JetstreamTests.Serve(Lines);
        var source = await land.Source(SourceKind.Jetstream, new());
        land.Site.Clock.Advance(TimeSpan.FromDays(61));

        var end = await land.Run(source, JetstreamTests.SetupOf(server));

        Assert.Equal((SourceState.Expired, SourceState.Expired, 0), (end.State, land.Row(source).State, server.Connections));
    }

    [Fact]
    public async Task A_mandate_that_ends_and_a_source_that_is_stopped_end_what_runs()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        await using var server = await JetstreamTests.Serve(Lines, closes: false);
        var setup = JetstreamTests.SetupOf(server);
        var stopped = await land.Source(SourceKind.Jetstream, new(), cursor: $"{Archives.Start - 1}");
        var run = land.Run(stopped, setup);
        await XTests.Eventually(() => land.Row(stopped).Kept == 50);
        await land.Site.Write<BotsDb>(db =>
        {
            var row = db.Sources.Single(s => s.Id == stopped);
            (row.Wanted, row.Version) = (false, row.Version + 1);
        });

        Assert.Equal(SourceState.Stopped, (await Moved(land, run)).State);

        var ended = await land.Source(SourceKind.Jetstream, new(), cursor: $"{Archives.Start - 1}");
        run = land.Run(ended, setup);
        await XTests.Eventually(() => land.Row(ended).State == SourceState.Running && server.Connections == 2);
        await land.Site.Write<BotsDb>(db => db.Mandates.Single(m => m.Id == land.Mandate.Id).EndedAt = land.Site.Clock.GetUtcNow());

        Assert.Equal(SourceState.Expired, (await Moved(land, run)).State);
        Assert.Equal(SourceState.Expired, land.Row(ended).State);
    }

    [Fact]
    public async Task Terms_that_change_are_looked_for_at_once()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        await using var server = await JetstreamTests.Serve(Lines, closes: false);
        var source = await land.Source(SourceKind.Jetstream, new(), cursor: $"{Archives.Start - 1}");
        var run = land.Run(source, JetstreamTests.SetupOf(server));
        await XTests.Eventually(() => land.Row(source).Kept == 50);
        await land.Site.Write<BotsDb>(db => db.Add(Land.TermOf(land.Watch.Id, TermKind.Words, "autre", land.Site.Clock.GetUtcNow())));

        var end = await Moved(land, run);

        Assert.Equal((SourceState.Running, SourceState.Running), (end.State, land.Row(source).State));
    }

    [Fact]
    public async Task A_budget_of_posts_stops_a_source_until_the_next_month()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        await using var server = await JetstreamTests.Serve(Lines);
        var source = await land.Source(SourceKind.Jetstream, new(), cursor: $"{Archives.Start - 1}", budget: 30);

        Assert.Equal(SourceState.OutOfBudget, (await land.Run(source, JetstreamTests.SetupOf(server))).State);
        Assert.Equal(SourceState.OutOfBudget, (await land.Run(source, JetstreamTests.SetupOf(server))).State);
        Assert.Equal(1, server.Connections);
        land.Site.Clock.Advance(TimeSpan.FromDays(10));
        await land.Run(source, JetstreamTests.SetupOf(server));

        Assert.Equal(2, server.Connections);
        Assert.Equal(new DateOnly(2026, 12, 1), land.Row(source).SpentSince);
        Assert.Equal(50, land.Posts.Count);
    }

    [Fact]
    public async Task The_queue_is_bounded_and_a_network_that_sends_faster_than_is_written_waits()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        await using var server = await JetstreamTests.Serve(Enumerable.Range(0, 600).Select(n => Archives.Post(n, "un secret " + new string('x', 2000))));
        var setup = new SourcesSetup { Network = JetstreamTests.SetupOf(server).Network, Bluesky = JetstreamTests.SetupOf(server).Bluesky, Queue = 1 };

        await land.Run(await land.Source(SourceKind.Jetstream, new(), cursor: $"{Archives.Start - 1}"), setup);

        Assert.Equal(600, land.Posts.Count);
    }

    [Fact]
    public async Task A_round_runs_what_is_wanted_and_leaves_what_ended()
    {
        await using var land = await Land.Make((TermKind.Words, "secret"));
        var setup = new SourcesSetup();
        var wanted = await land.Source(SourceKind.Upload, new());
        var other = await land.Source(SourceKind.Upload, new());
        await land.Site.Write<BotsDb>(db => db.Sources.Single(s => s.Id == other).State = SourceState.Done);
        await using var scope = land.Site.Scope();
        using var runner = new SourceRunner(scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>(), land.RowsOf(setup), land.RunOf(setup), setup, land.Site.Clock, NullLogger<SourceRunner>.Instance);

        var ends = await runner.RunOnce(Land.Ct);
        var again = await runner.RunOnce(Land.Ct);

        Assert.Equal((wanted, SourceState.Failed), Assert.Single(ends) is var (id, end) ? (id, end.State) : default);
        Assert.Empty(again);
        Assert.Null(land.Row(wanted).LeaseOwner);
    }

    [Fact]
    public void Waits_grow_are_bounded_and_are_not_the_same_for_all()
    {
        var sources = Enumerable.Range(0, 50).Select(_ => Guid.NewGuid()).ToList();

        Assert.All(sources, s => Assert.InRange(Backoff.After(1, s).TotalSeconds, 1, 3));
        Assert.All(sources, s => Assert.InRange(Backoff.After(50, s).TotalSeconds, 150, 450));
        Assert.True(sources.Select(s => Backoff.After(5, s)).Distinct().Count() > 40);
    }

    static async Task<RunEnd> Moved(Land land, Task<RunEnd> run)
    {
        // One look at what it depends on, and less than what a silent network is given.
        land.Site.Clock.Advance(TimeSpan.FromSeconds(16));
        return await run.WaitAsync(TimeSpan.FromMinutes(1), Land.Ct);
    }
}
