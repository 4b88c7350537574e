using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Tests.Campaigns;

public sealed class CreateCampaignTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_campaign_gets_a_code_of_three_capitals_and_the_post_code(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open("/eva/campagnes");
        await hugo.Follow("Nouvelle campagne");
        await hugo.Press("Créer la campagne", ("Label", "  Atelier du mardi "), ("WithWriting", "true"));

        Assert.Equal("Atelier du mardi", hugo.Heading);
        var campaign = site.Read(db => db.Campaigns.Single(c => c.Label == "Atelier du mardi"));
        Assert.Matches("^[A-Z]{3}59000$", campaign.Code);
        Assert.Contains(campaign.Code, hugo.Text, StringComparison.Ordinal);
        Assert.Equal([.. ParcoursPlan.Names(Parcours.CompetencesDeBase).Where(s => SituationCatalog.Find(s) is not null)], campaign.Situations);
        Assert.Equal((true, false, SiteUnderTest.Start), (campaign.WithWriting, campaign.IsPrivate, campaign.CreatedAt));
        Assert.Equal(site.IdOf(Crew.Hugo), campaign.AuthorId);
    }

    [Fact]
    public async Task A_mistake_is_shown_back_as_typed_and_nothing_is_kept()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);
        var before = site.Read(db => db.Campaigns.Count());
        var tooLong = new string('a', Campaign.LabelMaxLength + 1);

        await hugo.Open("/eva/campagnes/nouvelle");
        await hugo.Press("Créer la campagne", ("Label", tooLong), ("IsPrivate", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Equal(tooLong, hugo.Page.QuerySelector("[name=Label]")!.GetAttribute("value"));
        Assert.True(hugo.Page.QuerySelector("[name=IsPrivate]")!.HasAttribute("checked"));
        Assert.Contains("101 caractères", Assert.Single(hugo.Mistakes), StringComparison.Ordinal);
        Assert.Equal(before, site.Read(db => db.Campaigns.Count()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("deux\nlignes")]
    [InlineData("invisible\u0007")]
    public async Task A_name_that_is_none_is_refused(string label)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open("/eva/campagnes/nouvelle");
        await hugo.Post("/eva/campagnes/nouvelle", ("Label", label), ("Parcours", "competences_de_base"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Single(hugo.Mistakes);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Two_campaigns_of_a_structure_never_have_the_same_name(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open("/eva/campagnes/nouvelle");
        await hugo.Press("Créer la campagne", ("Label", "Accueil de novembre"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Equal(["Une campagne de votre structure porte déjà ce nom"], hugo.Mistakes);
    }

    [Fact]
    public async Task An_unknown_parcours_is_refused()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open("/eva/campagnes/nouvelle");
        await hugo.Post("/eva/campagnes/nouvelle", ("Label", "Essai"), ("Parcours", "0"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Equal(["Choisissez un parcours"], hugo.Mistakes);
    }

    [Fact]
    public async Task Without_the_token_of_our_own_page_nothing_is_created()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/mentions-legales");

        using var content = new FormUrlEncodedContent([KeyValuePair.Create("Label", "Intruse"), KeyValuePair.Create("Parcours", "competences_de_base")]);
        var response = await hugo.Http.PostAsync(new Uri("/eva/campagnes/nouvelle", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(site.Read(db => db.Campaigns.Any(c => c.Label == "Intruse")));
    }
}
