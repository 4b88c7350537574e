using System.Net;
using Beffroi.Incubator.Steering;

namespace Beffroi.Incubator.Tests;

/// <summary>F20: the manifesto is accepted engagement by engagement, by name, once.</summary>
public sealed class ManifestoDoorTests
{
    const string Url = Today.Url + "/manifeste";

    static readonly (string, string?)[] Somebody = [("Name", "Inès Valmont"), ("Position", "Sous-directrice"), ("AcceptedOn", "2026-09-01")];

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task F20_each_engagement_is_accepted_by_name_and_written_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.OpenToday();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Url);

        await camille.Press("Écrire l’acceptation", [("Numbers", "1"), ("Numbers", "3"), .. Somebody]);

        var kept = site.ReadIncubator(db => db.Engagements.OrderBy(e => e.Number).ToList());
        Assert.Equal([(1, "2020-a"), (3, "2020-a")], kept.Select(e => (e.Number, e.Version)));
        Assert.All(kept, e => Assert.Equal(("Inès Valmont", "Sous-directrice", new DateOnly(2026, 9, 1), site.IdOf(Crew.Superadmin)), (e.Name, e.Position, e.AcceptedOn, e.By)));
        Assert.Contains("Inès Valmont, Sous-directrice, le 1er septembre 2026", camille.Text, StringComparison.Ordinal);
        Assert.Equal(5, camille.Page.QuerySelectorAll("input[name=Numbers]").Length);
        await camille.Post(Url, ("Numbers", "3"), ("Numbers", "4"), ("Name", "Autre"), ("Position", "Autre"), ("AcceptedOn", "2026-09-02"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Contains("3 est déjà accepté", Assert.Single(camille.Mistakes), StringComparison.Ordinal);
        Assert.Equal(2, site.ReadIncubator(db => db.Engagements.Count()));
        Assert.Equal(1, site.ReadIncubator(db => db.Journal.Count(l => l.Act == "incubateur.accepter-manifeste")));
    }

    [Fact]
    public async Task Nothing_checked_is_said_and_accepts_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Url);
        await camille.Press("Écrire l’acceptation", Somebody);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Contains("au moins un engagement", Assert.Single(camille.Mistakes), StringComparison.Ordinal);
        Assert.Equal(0, site.ReadIncubator(db => db.Engagements.Count()));
    }

    [Theory]
    [InlineData("Name", "", "nom")]
    [InlineData("Position", "   ", "fonction")]
    [InlineData("AcceptedOn", "2026-11-24", "jour passé")]
    [InlineData("AcceptedOn", "hier", "date")]
    public async Task What_is_missing_or_to_come_is_said_beside_its_field(string field, string typed, string said)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Url);

        await camille.Press("Écrire l’acceptation", [("Numbers", "1"), .. Somebody.Where(f => f.Item1 != field), (field, typed)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Contains(said, Assert.Single(camille.Mistakes), StringComparison.Ordinal);
        Assert.True(camille.Page.QuerySelector("input[name=Numbers][value='1']")!.HasAttribute("checked"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("8")]
    [InlineData("un")]
    public async Task An_engagement_that_the_version_does_not_have_is_none(string number)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Url);

        await camille.Post(Url, ("Numbers", number), ("Name", "A"), ("Position", "B"), ("AcceptedOn", "2026-09-01"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 0), (camille.Status, site.ReadIncubator(db => db.Engagements.Count())));
    }

    [Fact]
    public async Task A_delegator_accepts_an_intrapreneur_reads_and_somebody_else_sees_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var paul = await site.SignIn(Crew.RegionAdmin);
        await paul.Open(Url);
        await paul.Press("Écrire l’acceptation", [("Numbers", "2"), .. Somebody]);
        Assert.Equal(HttpStatusCode.OK, paul.Status);

        var nadia = await site.SignIn(Crew.Admin);
        await nadia.Open(Url);
        Assert.Contains("Inès Valmont", nadia.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Écrire l’acceptation", nadia.Text, StringComparison.Ordinal);
        await nadia.Post(Url, ("Numbers", "1"), ("Name", "A"), ("Position", "B"), ("AcceptedOn", "2026-09-01"));
        Assert.Equal(HttpStatusCode.NotFound, nadia.Status);

        var hugo = await site.SignIn(Crew.Hugo);
        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open(Url)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open(Today.Url + "/manquements")).Status);
        Assert.Equal(1, site.ReadIncubator(db => db.Engagements.Count()));
    }

    [Fact]
    public async Task What_was_accepted_is_not_changed_behind_our_back()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Url);
        await camille.Press("Écrire l’acceptation", [("Numbers", "1"), .. Somebody]);

        await Assert.ThrowsAsync<InvalidOperationException>(() => site.Write<IncubatorDb>(db => db.Remove(db.Engagements.Single())));
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.Write<IncubatorDb>(db => db.Entry(db.Engagements.Single()).Property(e => e.Name).CurrentValue = "Autre"));
    }
}
