using System.Net;

namespace Beffroi.Eva.Tests.Upkeep;

public sealed class CampaignUpkeepTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Renaming_changes_the_name_and_never_the_code(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var before = await site.Create(Crew.Hugo, "Ancienne");
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open($"/eva/campagnes/{before.Id}/modifier");
        await hugo.Press("Enregistrer", ("Label", "Nouvelle vie"));

        Assert.Equal("Nouvelle vie", hugo.Heading);
        Assert.Equal(before.Code, site.Campaign("Nouvelle vie").Code);
    }

    [Fact]
    public async Task A_name_taken_by_another_campaign_is_refused()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Première");
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open($"/eva/campagnes/{campaign.Id}/modifier");
        await hugo.Press("Enregistrer", ("Label", "Accueil de novembre"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Single(hugo.Mistakes);
        Assert.True(site.Read(db => db.Campaigns.Any(c => c.Label == "Première")));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_duplicate_has_the_same_options_its_own_code_and_no_evaluation(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var original = await site.Create(Crew.Hugo, "Modèle", isPrivate: true, withWriting: true);
        await Participant.Enter(site, original.Code);
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open($"/eva/campagnes/{original.Id}");
        await hugo.Press("Dupliquer");

        Assert.Equal("Modèle (2)", hugo.Heading);
        var copy = site.Campaign("Modèle (2)");
        Assert.NotEqual(original.Code, copy.Code);
        Assert.Equal((original.Parcours, true, true), (copy.Parcours, copy.WithWriting, copy.IsPrivate));
        Assert.Equal(original.Situations, copy.Situations);
        Assert.False(site.Read(db => db.Evaluations.Any(e => e.CampaignId == copy.Id)));
    }

    [Fact]
    public async Task Duplicating_twice_finds_a_free_name_even_for_the_longest()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var original = await site.Create(Crew.Hugo, new string('é', Campaign.LabelMaxLength));
        var hugo = await site.SignIn(Crew.Hugo);

        for (var i = 0; i < 2; i++)
        {
            await hugo.Open($"/eva/campagnes/{original.Id}");
            await hugo.Press("Dupliquer");
        }

        Assert.EndsWith("é (3)", hugo.Heading, StringComparison.Ordinal);
        Assert.Equal(Campaign.LabelMaxLength, hugo.Heading.Length);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_closed_campaign_lets_nobody_in_until_it_is_opened_again(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "À fermer");
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open($"/eva/campagnes/{campaign.Id}");
        await hugo.Press("Fermer aux nouvelles entrées");

        Assert.Contains("Fermée", hugo.Text, StringComparison.Ordinal);
        var closed = site.Campaign("À fermer");
        Assert.Equal((SiteUnderTest.Start, site.IdOf(Crew.Hugo)), (closed.DeactivatedAt, closed.DeactivatedBy));

        await hugo.Press("Rouvrir");

        Assert.True(site.Campaign("À fermer").IsOpen);
        await Participant.Enter(site, campaign.Code);
    }

    [Fact]
    public async Task Whoever_is_inside_when_a_campaign_closes_goes_on_to_the_end()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "En cours");
        var awa = await Participant.Enter(site, campaign.Code);
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open($"/eva/campagnes/{campaign.Id}");
        await hugo.Press("Fermer aux nouvelles entrées");
        await awa.PlayAll(_ => true);

        Assert.NotNull(site.LastEvaluation(campaign.Id).FinishedAt);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_campaign_that_nobody_entered_is_deleted_and_its_code_never_given_again(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Éphémère");
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open($"/eva/campagnes/{campaign.Id}");
        await hugo.Follow("Supprimer");
        Assert.True(site.Read(db => db.Campaigns.Any(c => c.Id == campaign.Id)));
        await hugo.Press("Supprimer la campagne");

        Assert.Equal("/eva/campagnes", hugo.Address);
        Assert.False(site.Read(db => db.Campaigns.Any(c => c.Id == campaign.Id)));
        Assert.True(site.Read(db => db.CampaignCodes.Any(c => c.Code == campaign.Code)));
        var stranger = await site.Visit().Open($"/eva/{campaign.Code}");
        Assert.Equal((HttpStatusCode.NotFound, "Ce code n’existe pas"), (stranger.Status, stranger.Heading));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_campaign_with_evaluations_is_not_deleted_even_by_a_form_kept_open(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Habitée");
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open($"/eva/campagnes/{campaign.Id}/supprimer");
        await Participant.Enter(site, campaign.Code);

        await hugo.Press("Supprimer la campagne");

        Assert.Equal(HttpStatusCode.Conflict, hugo.Status);
        Assert.Contains("Elle a 1 évaluation.", hugo.Text, StringComparison.Ordinal);
        Assert.True(site.Read(db => db.Campaigns.Any(c => c.Id == campaign.Id)));
    }

    [Fact]
    public async Task The_poster_shows_the_code_the_address_and_a_picture_of_the_link()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Affichée");
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open($"/eva/campagnes/{campaign.Id}");
        await hugo.Follow("Affiche à imprimer");

        Assert.Contains(campaign.Code, hugo.Text, StringComparison.Ordinal);
        Assert.Contains("localhost/eva", hugo.Text, StringComparison.Ordinal);
        Assert.Equal($"Code QR vers https://localhost/eva/{campaign.Code}", hugo.Page.QuerySelector("svg[role=img]")!.GetAttribute("aria-label"));
    }
}
