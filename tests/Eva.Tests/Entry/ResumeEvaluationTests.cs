using System.Net;

namespace Beffroi.Eva.Tests.Entry;

public sealed class ResumeEvaluationTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_personal_code_opens_the_same_evaluation_on_another_device_and_shuts_it_on_the_first(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Reprise");
        var first = await Participant.Enter(site, campaign.Code, "Awa");
        var code = await first.AnswerQuestionnaire();
        var evaluation = (await first.Journey()).EvaluationId;

        var second = await Participant.ComeBack(site, code.ToLowerInvariant());

        Assert.Equal(evaluation, (await second.Journey()).EvaluationId);
        Assert.StartsWith("/jouer", second.Visitor.Address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await first.Visitor.Open("/api/eva/evaluations/moi")).Status);
    }

    [Fact]
    public async Task A_personal_code_typed_at_the_common_door_opens_its_evaluation_and_stays_out_of_the_address()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Porte");
        var code = await (await Participant.Enter(site, campaign.Code)).AnswerQuestionnaire();

        var awa = await site.Visit().Open("/eva");
        await awa.Press("Continuer", ("Code", code));

        Assert.Equal("/jouer/", awa.Address);
    }

    [Fact]
    public async Task Who_left_in_the_middle_of_the_questions_comes_back_to_the_next_one()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Questions");
        var awa = await Participant.Enter(site, campaign.Code);
        await awa.Visitor.Press("Continuer", ("Answer", "35"));
        var code = site.LastEvaluation(campaign.Id).Beneficiary!.Code;

        var again = await Participant.ComeBack(site, code);

        Assert.Equal("/eva/bienvenue/genre", again.Visitor.Address);
    }

    [Theory]
    [InlineData("", "Tapez votre code personnel")]
    [InlineData("ABC00000", "Ce code n’existe pas")]
    public async Task A_wrong_code_says_why(string typed, string why)
    {
        await using var site = await SiteUnderTest.WithWorld();

        var awa = await Participant.ComeBack(site, typed);

        Assert.StartsWith(why, Assert.Single(awa.Visitor.Mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_of_the_campaign_is_told_apart_from_a_personal_one()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Confusion");

        var awa = await Participant.ComeBack(site, campaign.Code);

        Assert.StartsWith("Ce code est celui de la campagne", Assert.Single(awa.Visitor.Mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_finished_is_thanked_and_nothing_is_opened_again()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Finie");
        var awa = await Participant.Enter(site, campaign.Code);
        var code = await awa.AnswerQuestionnaire();
        await awa.PlayAll(_ => true);

        var again = await Participant.ComeBack(site, code);

        Assert.StartsWith("Vous avez tout fini, merci", Assert.Single(again.Visitor.Mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_a_shared_computer_forgets_the_person()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Quitter");
        var awa = await Participant.Enter(site, campaign.Code);

        await awa.Visitor.Open("/eva/pause");
        await awa.Visitor.Press("Quitter");

        Assert.Equal("/eva", awa.Visitor.Address);
        Assert.Equal(HttpStatusCode.Unauthorized, (await awa.Visitor.Open("/api/eva/evaluations/moi")).Status);
    }
}
