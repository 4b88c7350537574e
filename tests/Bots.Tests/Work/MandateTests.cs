using System.Net;
using Beffroi.Cli.World;

namespace Beffroi.Bots.Tests.Work;

public sealed class MandateTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static readonly (string Field, string? Answer)[] Good =
    [
        ("Title", "Rumeur sur la digue"), ("Controller", "Direction imaginée, dpo@exemple.example"), ("Purpose", "Décrire comment la rumeur est poussée, pour avertir les habitants."), ("Basis", "PublicInterestTask"),
        ("BasisDetail", "Décret imaginaire n° 2026-100"), ("Hypothesis", "Un État imaginaire a intérêt à faire fuir les armateurs : des comptes ouverts la même semaine publient le même lien."), ("Countries", "XA, XB"),
        ("ExpiresOn", "2027-11-23"), ("UnmatchedDays", "15"), ("KeepDays", "180"),
    ];

    [Fact]
    public async Task A_mandate_is_recorded_whole_and_listed_as_in_force()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open("/robots/cadres");
        await nadia.Press("Consigner ce cadre", Good);

        Assert.Equal(HttpStatusCode.OK, nadia.Status);
        Assert.Equal("Rumeur sur la digue", nadia.Heading);
        var mandate = site.ReadBots(db => db.Mandates.Single());
        Assert.Equal((ChatWorld.Ministry.Id, "XA XB", new DateOnly(2027, 11, 23), LegalBasis.PublicInterestTask), (mandate.OrganisationId, mandate.Countries, mandate.ExpiresOn, mandate.Basis));
        await nadia.Open("/en/bots/mandates");
        Assert.Contains("In force", nadia.Text, StringComparison.Ordinal);
        Assert.Contains("robots.consigner-cadre", site.ReadBots(db => db.Audit.Select(a => a.Act).ToList()));
    }

    [Theory]
    [InlineData("Title", "")]
    [InlineData("Controller", "moi")]
    [InlineData("Purpose", "voir")]
    [InlineData("Basis", "9")]
    [InlineData("BasisDetail", "")]
    [InlineData("Hypothesis", "Les gens exagèrent.")]
    [InlineData("Countries", "")]
    [InlineData("Countries", "FR")]
    [InlineData("Countries", "RU re")]
    [InlineData("Countries", "Russie")]
    [InlineData("ExpiresOn", "2027-11-24")]
    [InlineData("ExpiresOn", "2026-11-22")]
    [InlineData("ExpiresOn", "demain")]
    [InlineData("UnmatchedDays", "0")]
    [InlineData("UnmatchedDays", "61")]
    [InlineData("KeepDays", "731")]
    [InlineData("KeepDays", "14")]
    public async Task What_is_wrong_is_said_beside_its_field_with_what_was_typed_and_nothing_is_kept(string field, string wrong)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open("/robots/cadres");
        await nadia.Post("/robots/cadres", [.. Good.Select(g => (g.Field, g.Field == field ? wrong : g.Answer!))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
        Assert.NotEmpty(nadia.Mistakes);
        Assert.Contains("Rumeur sur la digue", field == "Title" ? "Rumeur sur la digue" : nadia.Page.QuerySelector("[name=Title]")!.GetAttribute("value")!, StringComparison.Ordinal);
        Assert.Equal(0, site.ReadBots(db => db.Mandates.Count()));
    }

    [Fact]
    public async Task The_end_of_a_mandate_stops_its_sources_and_explorations_and_lets_nothing_start()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        await site.WriteBots(async db =>
        {
            var source = db.Sources.Single(s => s.Id == WorldBots.Jetstream);
            (source.Wanted, source.State) = (true, SourceState.Running);
            db.Add(new Exploration { Id = Guid.CreateVersion7(SiteUnderTest.Start), WatchId = WorldBots.Watch, Network = Beffroi.Detection.Network.Bluesky, Name = "Suiveurs", Rules = "{}", State = ExplorationState.Running, CreatedAt = SiteUnderTest.Start, CreatedBy = Guid.Empty });
            await db.SaveChangesAsync(Ct);
        });
        var version = site.ReadBots(db => db.Sources.Single(s => s.Id == WorldBots.Jetstream).Version);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open($"/robots/cadres/{WorldBots.Mandate}");
        await nadia.Press("Mettre fin à ce cadre");

        Assert.Contains("Terminé le", nadia.Text, StringComparison.Ordinal);
        var stopped = site.ReadBots(db => db.Sources.Single(s => s.Id == WorldBots.Jetstream));
        Assert.Equal((false, SourceState.Expired), (stopped.Wanted, stopped.State));
        Assert.True(stopped.Version > version);
        Assert.Equal(ExplorationState.Expired, site.ReadBots(db => db.Explorations.Single(e => e.Name == "Suiveurs").State));

        await nadia.Open($"/robots/sources/{WorldBots.Jetstream}");
        await nadia.Post($"/robots/sources/{WorldBots.Jetstream}/demarrer");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
        Assert.False(site.ReadBots(db => db.Sources.Single(s => s.Id == WorldBots.Jetstream).Wanted));
        await nadia.Post($"/robots/veilles/{WorldBots.Watch}/termes", ("Kind", "Hashtag"), ("Value", "#unautremot"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
    }

    [Fact]
    public async Task A_mandate_ends_by_itself_on_its_last_day_in_Paris()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var paul = await site.SignIn(ChatWorld.Paul);
        // The last day is 2 December: still in force at 22:30 UTC on the 1st and through the 2nd, over at 23:30 UTC on the 2nd.
        site.Clock.SetUtcNow(new(2026, 12, 2, 22, 30, 0, TimeSpan.Zero));
        paul = await site.SignIn(ChatWorld.Paul);
        await paul.Open($"/robots/veilles/{WorldBots.OtherWatch}");
        await paul.Post($"/robots/veilles/{WorldBots.OtherWatch}/termes", ("Kind", "Hashtag"), ("Value", "#encoretemps"));
        Assert.Equal(HttpStatusCode.OK, paul.Status);
        site.Clock.SetUtcNow(new(2026, 12, 2, 23, 30, 0, TimeSpan.Zero));
        await paul.Open($"/robots/veilles/{WorldBots.OtherWatch}");
        Assert.Contains("Le cadre n’est plus en vigueur", paul.Text, StringComparison.Ordinal);
        await paul.Post($"/robots/veilles/{WorldBots.OtherWatch}/termes", ("Kind", "Hashtag"), ("Value", "#troptard"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, paul.Status);
    }
}
