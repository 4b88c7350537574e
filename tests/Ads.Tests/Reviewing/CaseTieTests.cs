using AngleSharp;
using System.Net;
using Beffroi.Chat;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Ads.Tests.Reviewing;

/// <summary>An ad or its sponsor attached to a case of the chat, by who may read that case.</summary>
public sealed class CaseTieTests
{
    const string Title = "Fausse fermeture du port imaginaire";

    [Theory, ClassData(typeof(Engines))]
    public async Task A_reviewer_attaches_an_ad_and_its_sponsor_to_a_case_that_they_read_and_takes_them_off(DbEngine engine)
    {
        await using var site = await WithCases(engine);
        var ad = await site.Campaign();
        await site.Appointed(Crew.Hugo);
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open(Given.Desk(ad));
        await hugo.Press("Rattacher", ("Case", CaseFurnishing.Case.ToString()));
        await hugo.Press("Rattacher", ("Case", CaseFurnishing.Case.ToString()), ("Sponsor", "true"));
        await hugo.Press("Rattacher", ("Case", CaseFurnishing.Case.ToString()));
        Assert.Equal(2, site.ReadAds(db => db.CaseTies.Count(t => t.UndoneAt == null)));
        Assert.Contains(Title, hugo.Page.QuerySelector("#dossiers ~ ul")!.TextContent, StringComparison.Ordinal);

        // Its readers see the ad on the page of the case.
        var camille = await site.SignIn(ChatWorld.Camille);
        await camille.Open($"/discussion/dossiers/{CaseFurnishing.Case}");
        Assert.Equal("Annonce : " + Given.Party, camille.Page.QuerySelector($"a[href='/annonces/annonce/{ad}']")!.TextContent);
        Assert.NotNull(camille.Page.QuerySelector($"a[href='/annonces/annonceur/{site.ReadAds(db => db.Sponsors.Single().Id)}']"));

        await hugo.Press("Détacher du dossier " + Title);
        Assert.Equal(1, site.ReadAds(db => db.CaseTies.Count(t => t.UndoneAt == null)));
        Assert.Equal(2, site.ReadAds(db => db.CaseTies.Count()));
    }

    [Fact]
    public async Task A_case_that_a_reviewer_may_not_read_does_not_exist_for_them()
    {
        await using var site = await WithCases(DbEngine.Sqlite);
        var ad = await site.Campaign();
        await site.Appointed(Crew.Hugo);
        await site.Appointed(Crew.Charge);
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open(Given.Desk(ad));
        await hugo.Press("Rattacher", ("Case", CaseFurnishing.Case.ToString()));
        var tie = site.ReadAds(db => db.CaseTies.Single().Id);

        var stranger = await site.SignIn(Crew.Charge);
        await stranger.Open(Given.Desk(ad));
        Assert.Equal(HttpStatusCode.OK, stranger.Status);
        Assert.DoesNotContain(Title, stranger.Page.ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain(CaseFurnishing.Case.ToString(), stranger.Page.ToHtml(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Post(Given.Desk(ad) + "/dossier", ("Case", CaseFurnishing.Case.ToString()))).Status);
        await stranger.Open(Given.Desk(ad));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Post(Given.Desk(ad) + "/dossier", ("Case", Guid.NewGuid().ToString()))).Status);
        await stranger.Open(Given.Desk(ad));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Post($"{Given.Desk(ad)}/dossier/{tie}")).Status);
        Assert.Equal((1, true), site.ReadAds(db => ValueTuple.Create(db.CaseTies.Count(), db.CaseTies.All(t => t.UndoneAt == null))));

        // Nor is it told to everybody.
        Assert.DoesNotContain(Title, await site.Everything(ad), StringComparison.Ordinal);
    }

    static async Task<SiteUnderTest> WithCases(DbEngine engine)
    {
        var site = await SiteUnderTest.WithWorld(engine);
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Beffroi.Kit.Actor>().Act = "test.preparer";
        await CaseFurnishing.Fill(scope.ServiceProvider.GetRequiredService<ChatDb>(), site.Clock, TestContext.Current.CancellationToken);
        return site;
    }
}
