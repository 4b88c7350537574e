using System.Text.Json;
using Beffroi.Bots.Forgetting;
using Beffroi.Bots.Tests.Sources;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Tests.Exploring;

public sealed class ForgetTests
{
    public static TheoryData<DbEngine> Engines => [.. Enum.GetValues<DbEngine>()];

    [Theory, MemberData(nameof(Engines))]
    public async Task What_matches_nothing_goes_after_its_days_and_what_matches_stays(DbEngine engine)
    {
        await using var land = await Land.Make(engine);
        await Explore(land, ("lost", false), ("found", true));

        land.Site.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(new(0, 0, 0, false), await Round(land));
        land.Site.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(new(0, 1, 1, true), await Round(land, isDry: true));
        Assert.Equal(2, land.Site.ReadBots(db => db.Accounts.Count()));
        Assert.Equal(new(0, 1, 1, false), await Round(land));
        Assert.Equal("found", land.Site.ReadBots(db => db.Accounts.Single().NativeId));
        Assert.Equal("found", land.Site.ReadBots(db => db.ExploredTies.Single().ToId));
        Assert.Equal(new(0, 0, 0, false), await Round(land));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Everything_collected_goes_after_its_days_but_what_another_mandate_still_keeps(DbEngine engine)
    {
        await using var land = await Land.Make(engine, (TermKind.Words, "secret"));
        var source = await land.Source(SourceKind.Upload, new());
        await land.Append(source, Post(land, "1", "alone"), Post(land, "2", "shared"));
        // Another organisation keeps one of them for longer.
        var longer = Land.MandateOf(ChatWorld.Observatory.Id, land.Site.Clock.GetUtcNow(), keepDays: 1000);
        var watch = new Watch { Id = Guid.NewGuid(), MandateId = longer.Id, OrganisationId = longer.OrganisationId, Name = "Autre", CreatedAt = land.Site.Clock.GetUtcNow(), CreatedBy = Guid.Empty };
        var other = new Source { Id = Guid.NewGuid(), WatchId = watch.Id, Kind = SourceKind.Upload, Name = "Autre", Settings = "{}", CreatedAt = land.Site.Clock.GetUtcNow(), CreatedBy = Guid.Empty };
        await land.Site.Write<BotsDb>(db => db.AddRange(longer, watch, other));
        await land.Append(other.Id, Post(land, "2", "shared"));

        land.Site.Clock.Advance(TimeSpan.FromDays(366));
        var told = await Round(land);

        Assert.Equal((1, 1), (told.Posts, told.Accounts));
        Assert.Equal("2", Assert.Single(land.Posts).NativeId);
        Assert.Equal("shared", land.Site.ReadBots(db => db.Accounts.Single().NativeId));
        Assert.Equal(watch.Id, land.Site.ReadBots(db => db.Matches.Single().WatchId));
        Assert.Contains(land.Site.ReadBots(db => db.Audit.Where(a => a.Act == "robots.effacer").ToList()), a => a.Subject.StartsWith("CollectedPost×1 ", StringComparison.Ordinal));
    }

    static Keeping.IncomingPost Post(Land land, string id, string who) => new() { Network = Network.Bluesky, Post = new() { Id = id, AccountId = who, CreatedAt = land.Site.Clock.GetUtcNow(), Text = "secret" } };

    static async Task Explore(Land land, params (string Id, bool Matched)[] people)
    {
        var now = land.Site.Clock.GetUtcNow();
        var exploration = new Exploration { Id = Guid.NewGuid(), WatchId = land.Watch.Id, Network = Network.Bluesky, Name = "Essai", Rules = "{}", State = ExplorationState.Done, CreatedAt = now, CreatedBy = Guid.Empty };
        await land.Site.Write<BotsDb>(db =>
        {
            db.Add(exploration);
            foreach (var (place, (id, matched)) in people.Index())
            {
                var account = new WatchedAccount { Id = Guid.NewGuid(), Network = Network.Bluesky, NativeId = id, FirstSeenAt = now, LastSeenAt = now, Matched = matched };
                db.AddRange(account, new ExploredAccount { ExplorationId = exploration.Id, NativeId = id, Profile = JsonSerializer.Serialize(new Account { Network = Network.Bluesky, Id = id }), At = now, Matched = matched },
                    new ExploredTie { ExplorationId = exploration.Id, FromId = "seed", Place = place, ToId = id, Shared = 0 });
                if (matched)
                {
                    db.Add(new AccountMatch { WatchId = land.Watch.Id, AccountId = account.Id, FirstAt = now });
                }
            }
        });
    }

    static async Task<Forgotten> Round(Land land, bool isDry = false)
    {
        await using var scope = land.Site.Scope();
        return await scope.ServiceProvider.GetRequiredService<ForgetRound>().Run(isDry, Land.Ct);
    }
}
