using System.Net;
using System.Text.Json;
using Beffroi.Eva.Welcome;

namespace Beffroi.Eva.Tests.Welcome;

public sealed class AnswerWelcomeTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Each_answer_is_kept_under_its_listed_value(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Questionnaire");
        var awa = await Participant.Enter(site, campaign.Code);

        await awa.AnswerQuestionnaire(
            ("age", "35"), ("genre", "femme"), ("langue", "non"), ("ecole", "etranger"), ("niveau", "cap_bep"), ("situation", "sans_emploi"), ("appareil", "telephone"), ("aisance", "avec_aide"));

        var kept = site.LastEvaluation(campaign.Id).Background!;
        Assert.Equal((35, "femme", "non", "etranger"), (kept.Age, kept.Gender, kept.FrenchMotherTongue, kept.SchoolingPlace));
        Assert.Equal(("cap_bep", "sans_emploi", "telephone", "avec_aide"), (kept.LastLevel, kept.LastSituation, kept.Device, kept.ComputerEase));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_is_left_unsaid_is_kept_as_unsaid_and_never_asked_again(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Non dit");
        var awa = await Participant.Enter(site, campaign.Code);

        var code = await awa.AnswerQuestionnaire();

        var evaluation = site.LastEvaluation(campaign.Id);
        Assert.Equal(evaluation.Beneficiary!.Code, code);
        Assert.Null(evaluation.Background!.Age);
        Assert.All(Questionnaire.Questions, question => Assert.Equal(Questionnaire.Unsaid, question.Given(evaluation.Background)));
        Assert.Equal("/eva/pret", (await awa.Visitor.Open("/eva/bienvenue")).Address);
    }

    [Fact]
    public async Task The_page_before_the_games_asks_the_browser_to_start_them()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Avance");
        var awa = await Participant.Enter(site, campaign.Code);
        await awa.AnswerQuestionnaire();

        var ready = await awa.Visitor.Open("/eva/pret");
        var rules = await awa.Visitor.Open(Assert.Single(ready.Response.Headers.GetValues("Speculation-Rules")).Trim('"'));
        Assert.Equal("application/speculationrules+json", rules.Response.Content.Headers.ContentType?.MediaType);
        using var read = JsonDocument.Parse(await rules.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("/jouer/", Assert.Single(Assert.Single(read.RootElement.GetProperty("prerender").EnumerateArray()).GetProperty("urls").EnumerateArray()).GetString());
        Assert.False((await site.Visit().Open("/eva/pret")).Response.Headers.Contains("Speculation-Rules"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("13")]
    [InlineData("101")]
    [InlineData("-20")]
    [InlineData("trente")]
    [InlineData("3.5")]
    [InlineData("99999999999999")]
    public async Task An_age_that_is_none_is_refused_with_an_example(string age)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Âge");
        var awa = await Participant.Enter(site, campaign.Code);

        await awa.Visitor.Press("Continuer", ("Answer", age));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/eva/bienvenue/age"), (awa.Visitor.Status, awa.Visitor.Address));
        Assert.Equal(["Écrivez un nombre, de 14 à 100. Exemple : 35"], awa.Visitor.Mistakes);
        Assert.Equal(age, awa.Visitor.Page.QuerySelector("[name=Answer]")!.GetAttribute("value") ?? "");
        Assert.Equal((null, null), (site.LastEvaluation(campaign.Id).Background!.Age, site.LastEvaluation(campaign.Id).Background!.AgeState));
    }

    [Theory]
    [InlineData("14")]
    [InlineData("100")]
    [InlineData(" 35 ")]
    public async Task The_youngest_and_the_oldest_age_are_taken(string age)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Bornes");
        var awa = await Participant.Enter(site, campaign.Code);

        await awa.Visitor.Press("Continuer", ("Answer", age));

        Assert.Equal(age.Trim(), site.LastEvaluation(campaign.Id).Background!.Age?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_value_that_no_button_offers_is_refused()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Hors liste");
        var awa = await Participant.Enter(site, campaign.Code);
        await awa.Visitor.Open("/eva/bienvenue/genre");

        await awa.Visitor.Post("/eva/bienvenue/genre", ("Answer", "Femme"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, awa.Visitor.Status);
        Assert.Null(site.LastEvaluation(campaign.Id).Background?.Gender);
    }

    [Fact]
    public async Task Going_back_changes_an_answer()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Retour");
        var awa = await Participant.Enter(site, campaign.Code);
        await awa.AnswerQuestionnaire(("age", "35"));

        await awa.Visitor.Open("/eva/bienvenue/age");
        Assert.Equal("35", awa.Visitor.Page.QuerySelector("[name=Answer]")!.GetAttribute("value"));
        await awa.Visitor.Press("Continuer", ("Answer", "36"));

        Assert.Equal(36, site.LastEvaluation(campaign.Id).Background!.Age);
    }

    [Fact]
    public async Task Without_an_evaluation_the_questions_lead_to_the_door()
    {
        await using var site = await SiteUnderTest.WithWorld();

        Assert.Equal("/eva", (await site.Visit().Open("/eva/bienvenue/age")).Address);
        Assert.Equal("/eva", (await site.Visit().Open("/eva/pret")).Address);
        Assert.Equal("/eva", (await site.Visit().Open("/eva/fin")).Address);
    }

    [Fact]
    public async Task An_unknown_question_is_not_found()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Inconnue");
        var awa = await Participant.Enter(site, campaign.Code);

        Assert.Equal(HttpStatusCode.NotFound, (await awa.Visitor.Open("/eva/bienvenue/salaire")).Status);
    }
}
