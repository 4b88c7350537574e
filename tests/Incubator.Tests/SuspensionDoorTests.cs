using System.Net;
using Beffroi.Incubator.Publishing;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Incubator.Tests;

/// <summary>O14: after a breach, support is suspended, in part or whole, and everybody reads it.</summary>
public sealed class SuspensionDoorTests
{
    const string Url = Today.Url + "/manquements";
    const string Card = "/startups/exemple";
    const string Mission = "Un service pour essayer.";

    static async Task<Visitor> Breached(SiteUnderTest site)
    {
        await site.OpenToday();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Url);
        return await camille.Press("Écrire le manquement", ("Engagement", "6"), ("Facts", "Une réunion par semaine a été demandée."));
    }

    static Task<Visitor> Suspend(SiteUnderTest site, Visitor camille, string scope) =>
        camille.Press("Suspendre le soutien", ("Breach", site.ReadIncubator(db => db.Breaches.Single().Id).ToString()), ("Scope", scope), ("From", "2026-11-20"), ("Withdrawn", "Le relais des offres d’emploi."));

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task O14_a_total_suspension_withdraws_the_listing_and_leaves_the_money_public(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var camille = await Breached(site);
        Assert.Contains(Card, await Listed(site));

        await Suspend(site, camille, "Total");

        var anyone = await site.Visit().Open(Card);
        Assert.Equal("Exemple", anyone.Heading);
        Assert.Contains("Le soutien à ce service est suspendu", anyone.Text, StringComparison.Ordinal);
        Assert.Contains("Depuis le 20 novembre 2026. Le relais des offres d’emploi.", anyone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Mission, anyone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Crew.Superadmin, anyone.Text, StringComparison.Ordinal);
        Assert.Contains(Visitor.Flat(Money.Of(100_000).ToString()), anyone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Card, await Listed(site));
        Assert.Equal(site.IdOf(Crew.Superadmin), site.ReadIncubator(db => db.Suspensions.Single().By));
    }

    [Fact]
    public async Task O14_a_partial_suspension_keeps_the_card_and_its_lifting_ends_it()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await Breached(site);
        await Suspend(site, camille, "Partial");
        var anyone = await site.Visit().Open(Card);
        Assert.Contains("Une partie du soutien à ce service est suspendue", anyone.Text, StringComparison.Ordinal);
        Assert.Contains(Mission, anyone.Text, StringComparison.Ordinal);

        await camille.Open(Url);
        await camille.Press("Reprendre le soutien", ("LiftedOn", "2026-11-19"), ("LiftReason", "Les réunions ont cessé."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Contains("20 novembre 2026", Assert.Single(camille.Mistakes), StringComparison.Ordinal);
        await camille.Press("Reprendre le soutien", ("LiftedOn", "2026-11-22"));

        var lifted = site.ReadIncubator(db => db.Suspensions.Single());
        Assert.Equal((new DateOnly(2026, 11, 22), "Les réunions ont cessé.", site.IdOf(Crew.Superadmin)), (lifted.LiftedOn, lifted.LiftReason, lifted.LiftedBy));
        // Asked by another host: what was kept for a minute is not given.
        using var fresh = new HttpRequestMessage(HttpMethod.Get, Card) { Headers = { Host = "autre.example" } };
        using var answer = await site.Visit().Http.SendAsync(fresh, TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(Mission, page, StringComparison.Ordinal);
        Assert.DoesNotContain("suspendu", page, StringComparison.Ordinal);
        Assert.Contains("Les réunions ont cessé.", camille.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_suspension_at_a_time_and_none_without_a_breach()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await Breached(site);
        var breach = site.ReadIncubator(db => db.Breaches.Single().Id).ToString();
        (string, string)[] typed = [("Scope", "Total"), ("From", "2026-11-20"), ("Withdrawn", "Tout.")];

        await camille.Post(Url + "/suspendre", [("Breach", Guid.NewGuid().ToString()), .. typed]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 0), (camille.Status, site.ReadIncubator(db => db.Suspensions.Count())));
        await camille.Post(Url + "/lever", ("LiftedOn", "2026-11-22"), ("LiftReason", "Rien."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        await camille.Post(Url + "/suspendre", [("Breach", breach), .. typed]);
        await camille.Post(Url + "/suspendre", [("Breach", breach), .. typed]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (camille.Status, site.ReadIncubator(db => db.Suspensions.Count())));
    }

    [Fact]
    public async Task Only_who_keeps_the_papers_writes_a_breach()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await Breached(site);
        foreach (var person in new[] { Crew.Admin, Crew.RegionAdmin })
        {
            var visitor = await (await site.SignIn(person)).Open(Url);
            Assert.Contains("Une réunion par semaine", visitor.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Écrire le manquement", visitor.Text, StringComparison.Ordinal);
            foreach (var act in new[] { Url, Url + "/suspendre", Url + "/lever" })
            {
                await visitor.Open("/compte");
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post(act, ("Engagement", "1"), ("Facts", "Faux"))).Status);
            }
        }

        Assert.Equal(1, site.ReadIncubator(db => db.Breaches.Count()));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("8")]
    [InlineData("")]
    [InlineData("-1")]
    public async Task A_breach_is_of_an_engagement_of_the_version(string number)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await (await site.SignIn(Crew.Superadmin)).Open(Url);

        await camille.Post(Url, ("Engagement", number), ("Facts", "Une réunion."));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 0), (camille.Status, site.ReadIncubator(db => db.Breaches.Count())));
    }

    // What search engines are given.
    static async Task<IReadOnlyList<string>> Listed(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        return [.. (await scope.ServiceProvider.GetServices<IListedPages>().OfType<StartupPages>().Single().All(TestContext.Current.CancellationToken)).Select(p => p.French)];
    }
}
