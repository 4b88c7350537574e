using System.Net;
using Beffroi.Bots.Exploring;
using Beffroi.Bots.Tests.Sources;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Tests.Exploring;

public sealed class PagesTests
{
    [Fact]
    public async Task An_analyst_starts_an_exploration_reads_why_it_goes_somewhere_and_stops_it()
    {
        await using var land = await Land.Make();
        var camille = await land.Site.SignIn(ChatWorld.Camille);
        await camille.Open("/robots/explorations/commencer");

        await camille.Press("Commencer l’exploration", ("Name", "Abonnés du compte"), ("Watch", land.Watch.Id.ToString()), ("Seeds", "@alice.example\nbob.example"));

        var row = land.Site.ReadBots(db => db.Explorations.AsNoTracking().Single());
        Assert.Equal(["alice.example", "bob.example"], ExplorationRules.Of(row).Seeds);
        Assert.Equal((HttpStatusCode.OK, "Abonnés du compte", ExplorationState.Running), (camille.Status, camille.Heading, row.State));
        await land.Site.Write<BotsDb>(db => db.AddRange(
            new FrontierEntry { ExplorationId = row.Id, NativeId = "did:plc:a", Depth = 0, Why = new Why { Seed = true, Handle = "alice.example" }.ToJson(), Rank = 0, State = FrontierState.Visited },
            new FrontierEntry { ExplorationId = row.Id, NativeId = "did:plc:b", Depth = 1, From = "did:plc:a", Why = new Why { Handle = "bob.example", Dormant = true, Posts = 2, Followers = 0, Following = 90 }.ToJson(), Rank = 1 }));
        await camille.Open($"/robots/explorations/{row.Id}");
        await camille.Follow("1 compte");

        Assert.Contains("Ressemble à un compte en sommeil : 2 messages, 90 suivis pour 0 abonnés.", camille.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        await camille.Press("Arrêter");
        Assert.Equal(ExplorationState.Stopped, land.Site.ReadBots(db => db.Explorations.AsNoTracking().Single().State));
        await camille.Press("Reprendre");
        Assert.Equal(ExplorationState.Running, land.Site.ReadBots(db => db.Explorations.AsNoTracking().Single().State));
        await camille.Open("/en/bots/explorations");
        Assert.Contains("Abonnés du compte", camille.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_is_said_beside_its_field_with_what_was_typed()
    {
        await using var land = await Land.Make();
        var camille = await land.Site.SignIn(ChatWorld.Camille);
        await camille.Open("/robots/explorations/commencer");

        await camille.Press("Commencer l’exploration", ("Name", ""), ("Seeds", ""), ("PerMinute", "0"), ("MostDepth", "beaucoup"), ("DormantRatio", "-1"), ("LeastScore", "200"), ("DormantFrom", "hier"), ("MostRequests", "1e9"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Equal(9, camille.Mistakes.Count);
        Assert.Contains("beaucoup", camille.Page.QuerySelector("[name=MostDepth]")!.GetAttribute("value"), StringComparison.Ordinal);
        Assert.Equal(0, land.Site.ReadBots(db => db.Explorations.Count()));
    }

    [Fact]
    public async Task Without_a_mandate_in_force_no_exploration_starts()
    {
        await using var land = await Land.Make();
        await land.Site.Write<BotsDb>(db => db.Mandates.Single(m => m.Id == land.Mandate.Id).EndedAt = land.Site.Clock.GetUtcNow());
        var camille = await land.Site.SignIn(ChatWorld.Camille);
        await camille.Open("/robots/explorations/commencer");

        await camille.Post("/robots/explorations/commencer", [.. Sound(land.Watch.Id)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
    }

    [Fact]
    public async Task What_an_organisation_explores_is_its_own()
    {
        await using var land = await Land.Make();
        var exploration = new Exploration { Id = Guid.NewGuid(), WatchId = land.Watch.Id, Network = Network.Bluesky, Name = "Secrète", Rules = new ExplorationRules { Seeds = ["a"], Way = ExplorationWay.Followers }.ToJson(), State = ExplorationState.Running, CreatedAt = land.Site.Clock.GetUtcNow(), CreatedBy = Guid.Empty };
        await land.Site.Write<BotsDb>(db => db.Add(exploration));
        var paul = await land.Site.SignIn(ChatWorld.Paul);

        Assert.DoesNotContain("Secrète", (await paul.Open("/robots/explorations")).Text, StringComparison.Ordinal);
        await paul.Open("/robots/explorations/commencer");
        Assert.Equal(HttpStatusCode.NotFound, (await paul.Post($"/robots/explorations/{exploration.Id}", ("Stop", "true"))).Status);
        await paul.Open("/robots/explorations/commencer");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await paul.Post("/robots/explorations/commencer", [.. Sound(land.Watch.Id)])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await paul.Open($"/robots/explorations/{exploration.Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await land.Site.SignIn(ChatWorld.Rose)).Open("/robots/explorations")).Status);
        Assert.Contains("/connexion", (await land.Site.Visit().Open("/robots/explorations")).Address, StringComparison.Ordinal);
        Assert.Equal(ExplorationState.Running, land.Site.ReadBots(db => db.Explorations.Single().State));
    }

    static IEnumerable<(string, string)> Sound(Guid watch) =>
    [
        ("Name", "Essai"), ("Watch", watch.ToString()), ("Network", "Bluesky"), ("Way", "Followers"), ("Seeds", "a"), ("MostDepth", "1"), ("PerMinute", "1"), ("MostRequests", "1"), ("MostAccounts", "1"), ("Dormant", "true"), ("DormantPosts", "15"), ("DormantRatio", "3"),
    ];
}
