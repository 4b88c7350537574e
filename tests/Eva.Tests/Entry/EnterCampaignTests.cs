using System.Net;
using Beffroi.Eva.Entry;

namespace Beffroi.Eva.Tests.Entry;

public sealed class EnterCampaignTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_person_enters_with_a_code_and_a_name_and_her_consent_is_kept_with_what_she_read(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Entrées");

        var awa = site.Visit();
        await awa.Open("/eva");
        await awa.Press("Continuer", ("Code", $" {campaign.Code.ToLowerInvariant()[..3]} {campaign.Code[3..]} "));
        Assert.All(ConsentText.Sentences, sentence => Assert.Contains(sentence, awa.Text, StringComparison.Ordinal));
        await awa.Press("Commencer", ("Name", " Awa "), ("Consent", "true"));

        Assert.StartsWith("/eva/bienvenue/", awa.Address, StringComparison.Ordinal);
        var evaluation = site.LastEvaluation(campaign.Id);
        Assert.Equal("Awa", evaluation.Beneficiary!.Name);
        Assert.Matches("^[A-Z]{3}[0-9]{5}$", evaluation.Beneficiary.Code);
        Assert.Equal((ConsentText.Version, SiteUnderTest.Start, SiteUnderTest.Start), (evaluation.ConsentVersion, evaluation.ConsentedAt, evaluation.StartedAt));
        Assert.Equal(campaign.StructureId, evaluation.Beneficiary.StructureId);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Two_quick_taps_begin_one_evaluation_and_either_answer_opens_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Deux fois");
        var awa = await site.Visit().Open($"/eva/{campaign.Code}");
        List<KeyValuePair<string, string>> form = [.. awa.Page.QuerySelectorAll("input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!)), new("Name", "Zohra"), new("Consent", "true")];

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            awa.Http.PostAsync(new Uri($"/eva/{campaign.Code}", UriKind.Relative), new FormUrlEncodedContent(form), TestContext.Current.CancellationToken)));

        Assert.All(answers, answer => Assert.Equal("/eva/bienvenue", answer.Headers.Location?.ToString()));
        Assert.Equal(1, site.Read(db => db.Evaluations.Count(e => e.CampaignId == campaign.Id)));
        Assert.Equal(1, site.Read(db => db.Beneficiaries.Count(b => b.Name == "Zohra" && b.StructureId == campaign.StructureId)));
        Assert.StartsWith("/eva/bienvenue/", (await awa.Open("/eva/bienvenue")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_of_somebody_who_played_before_on_this_computer_opens_nothing_of_hers()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Deux personnes");
        var desk = await site.Visit().Open($"/eva/{campaign.Code}");
        var form = desk.Page;
        await desk.Press("Commencer", ("Name", "Awa"), ("Consent", "true"));
        var once = form.QuerySelector("[name=Once]")!.GetAttribute("value")!;

        var other = await site.Visit().Open($"/eva/{campaign.Code}");
        await other.Post($"/eva/{campaign.Code}", ("Name", "Bilal"), ("Consent", "true"), ("Once", once));
        Assert.Equal($"/eva/{campaign.Code}", other.Address);
        site.Clock.Advance(Once.Kept);
        await other.Post($"/eva/{campaign.Code}", ("Name", "Awa"), ("Consent", "true"), ("Once", once));

        Assert.Equal($"/eva/{campaign.Code}", other.Address);
        Assert.Equal("Bienvenue", other.Heading);
        Assert.Equal(1, site.Read(db => db.Evaluations.Count(e => e.CampaignId == campaign.Id)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.2")]
    [InlineData("00000000000000000000000000000000.00")]
    public async Task A_form_that_lost_its_mark_begins_all_the_same(string once)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Sans marque");

        var awa = await site.Visit().Open($"/eva/{campaign.Code}");
        await awa.Post($"/eva/{campaign.Code}", ("Name", "Awa"), ("Consent", "true"), ("Once", once));

        Assert.StartsWith("/eva/bienvenue/", awa.Address, StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, site.LastEvaluation(campaign.Id).Id);
    }

    [Fact]
    public async Task The_link_of_the_poster_leads_straight_to_the_door()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Par lien");

        var awa = await site.Visit().Open($"/eva/{campaign.Code.ToLowerInvariant()}");

        Assert.Equal((HttpStatusCode.OK, "Bienvenue"), (awa.Status, awa.Heading));
    }

    [Theory]
    [InlineData(null, "Cochez « Oui, je veux jouer » pour commencer")]
    [InlineData("", "Cochez « Oui, je veux jouer » pour commencer")]
    [InlineData("oui", "Cochez « Oui, je veux jouer » pour commencer")]
    public async Task Without_a_clear_yes_nothing_is_kept(string? consent, string message)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Sans oui");

        var awa = await site.Visit().Open($"/eva/{campaign.Code}");
        await awa.Post($"/eva/{campaign.Code}", [("Name", "Awa"), .. consent is null ? Array.Empty<(string, string)>() : [("Consent", consent)]]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, awa.Status);
        Assert.Equal([message], awa.Mistakes);
        Assert.Equal("Awa", awa.Page.QuerySelector("[name=Name]")!.GetAttribute("value"));
        Assert.False(site.Read(db => db.Evaluations.Any(e => e.CampaignId == campaign.Id)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("bip\u0007")]
    [InlineData("un prénom bien trop long pour tenir dans soixante caractères, vraiment")]
    public async Task A_name_that_is_none_is_refused(string name)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Sans nom");

        var awa = await site.Visit().Open($"/eva/{campaign.Code}");
        await awa.Post($"/eva/{campaign.Code}", ("Name", name), ("Consent", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, awa.Status);
        Assert.Single(awa.Mistakes);
        Assert.False(site.Read(db => db.Evaluations.Any(e => e.CampaignId == campaign.Id)));
    }

    [Fact]
    public async Task A_wrong_code_says_what_is_wrong()
    {
        await using var site = await SiteUnderTest.WithWorld();

        var awa = await site.Visit().Open("/eva");
        await awa.Press("Continuer", ("Code", "ZZZ00000"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, awa.Status);
        Assert.StartsWith("Ce code n’existe pas", Assert.Single(awa.Mistakes), StringComparison.Ordinal);

        await awa.Press("Continuer", ("Code", " "));

        Assert.StartsWith("Tapez le code", Assert.Single(awa.Mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_link_says_which_code_was_looked_for()
    {
        await using var site = await SiteUnderTest.WithWorld();

        var awa = await site.Visit().Open("/eva/zzz00000");

        Assert.Equal((HttpStatusCode.NotFound, "Ce code n’existe pas"), (awa.Status, awa.Heading));
        Assert.Contains("ZZZ00000", awa.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_campaign_refuses_kindly_whichever_way_one_comes()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Fermée");
        var awa = await site.Visit().Open($"/eva/{campaign.Code}");
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open($"/eva/campagnes/{campaign.Id}");
        await hugo.Press("Fermer aux nouvelles entrées");

        await awa.Press("Commencer", ("Name", "Awa"), ("Consent", "true"));

        Assert.Equal((HttpStatusCode.Forbidden, "Cette campagne est fermée"), (awa.Status, awa.Heading));
        Assert.Equal(HttpStatusCode.Forbidden, (await awa.Open($"/eva/{campaign.Code}")).Status);
        Assert.False(site.Read(db => db.Evaluations.Any(e => e.CampaignId == campaign.Id)));
    }

    [Fact]
    public async Task On_a_shared_computer_the_next_person_begins_anew_and_the_one_before_is_offered_to_go_on()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Partagé");
        var awa = await Participant.Enter(site, campaign.Code, "Awa");

        await awa.Visitor.Open($"/eva/{campaign.Code}");
        Assert.Contains("Awa, vous avez déjà commencé", awa.Visitor.Text, StringComparison.Ordinal);
        await awa.Visitor.Press("Commencer", ("Name", "Bilal"), ("Consent", "true"));

        Assert.Equal(2, site.Read(db => db.Evaluations.Count(e => e.CampaignId == campaign.Id)));
        Assert.Equal("Bilal", (await awa.Journey()).Name);
    }
}
