using System.Net;
using Beffroi.Eva.Welcome;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Tests.OwnWords;

/// <summary>Row 6: gauges, health and confidence, asked when the campaign asks, each refusable.</summary>
public sealed class AnswerOwnWordsTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Row_6_gauges_are_asked_after_the_eight_questions_and_kept_under_their_values(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.CreateWith("Jauges", "WithSelfPositioning");
        var awa = await Participant.Enter(site, campaign.Code);
        Assert.Equal("Question 1 sur 15", Step(awa));

        await awa.AnswerQuestionnaire(("auto_concentration", "difficile"), ("auto_dangers", "tres_facile"));

        var evaluation = site.LastEvaluation(campaign.Id);
        Assert.Equal(SelfPositioning.Questions.Select(q => q.Name).Order(StringComparer.Ordinal), evaluation.SelfAnswers.Select(a => a.Question).Order(StringComparer.Ordinal));
        Assert.Equal("difficile", SelfPositioning.Questions[0].AnswerIn(evaluation));
        Assert.Equal(Background.Unsaid, SelfPositioning.Questions[1].AnswerIn(evaluation));
        Assert.All(evaluation.SelfAnswers, a => Assert.Equal(SiteUnderTest.Start, a.At));
        Assert.Empty(evaluation.HealthAnswers);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_6_health_is_asked_after_a_yes_and_kept_in_its_own_table(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.CreateWith("Santé", "WithHealth");
        var awa = await Participant.Enter(site, campaign.Code);

        await awa.AnswerQuestionnaire(("sante_accord", "oui"), ("sante_vue", "un_peu"), ("sante_dys", "ne_sait_pas"));

        var evaluation = site.LastEvaluation(campaign.Id);
        Assert.Equal(7, evaluation.HealthAnswers.Count);
        Assert.Equal("un_peu", HealthQuestions.Questions[0].AnswerIn(evaluation));
        Assert.Equal(Background.Unsaid, HealthQuestions.Questions[1].AnswerIn(evaluation));
        Assert.Equal("ne_sait_pas", HealthQuestions.Questions[5].AnswerIn(evaluation));
        Assert.Empty(evaluation.SelfAnswers);
    }

    [Theory]
    [InlineData("non")]
    [InlineData(null)]
    public async Task Row_6_without_a_yes_no_question_on_health_is_asked(string? answer)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.CreateWith("Refus", "WithHealth");
        var awa = await Participant.Enter(site, campaign.Code);

        await awa.AnswerQuestionnaire(answer is null ? [] : [("sante_accord", answer)]);

        Assert.Equal("sante_accord", Assert.Single(site.LastEvaluation(campaign.Id).HealthAnswers).Question);
        Assert.Equal(HttpStatusCode.NotFound, (await awa.Visitor.Open("/eva/bienvenue/sante_vue")).Status);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_46_taking_the_yes_back_erases_what_was_said_of_health(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.CreateWith("Retrait", "WithHealth");
        var awa = await Participant.Enter(site, campaign.Code);
        await awa.AnswerQuestionnaire(("sante_accord", "oui"), ("sante_vue", "oui"));

        await awa.Visitor.Open("/eva/bienvenue/sante_accord");
        await awa.Visitor.Press("Continuer", ("Answer", "non"));

        Assert.Equal(["sante_accord"], site.LastEvaluation(campaign.Id).HealthAnswers.Select(a => a.Question));
        Assert.Equal("/eva/pret", awa.Visitor.Address);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_46_what_a_person_said_goes_with_her_evaluation(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.CreateWith("Effacée", "WithSelfPositioning", "WithHealth");
        var awa = await Participant.Enter(site, campaign.Code);
        await awa.AnswerQuestionnaire(("sante_accord", "oui"));
        var id = site.LastEvaluation(campaign.Id).Id;

        site.Read(db => db.Evaluations.Where(e => e.Id == id).ExecuteDelete());

        Assert.Equal((0, 0), (site.Read(db => db.Set<SelfAnswer>().Count(a => a.EvaluationId == id)), site.Read(db => db.Set<HealthAnswer>().Count(a => a.EvaluationId == id))));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_6_confidence_is_asked_before_the_games_and_again_after_them(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.CreateWith("Confiance", "WithConfidence");
        var awa = await Participant.Enter(site, campaign.Code);
        await awa.AnswerQuestionnaire(("confiance_ecrit_avant", "2"));
        Assert.Equal(HttpStatusCode.NotFound, (await awa.Visitor.Open("/eva/bienvenue/confiance_ecrit_apres")).Status);
        await awa.PlayAll(_ => true);

        await awa.Visitor.Open("/eva/fin");
        Assert.Equal(("/eva/bienvenue/confiance_ecrit_apres", "Question 1 sur 2"), (awa.Visitor.Address, Step(awa)));
        await awa.Visitor.Press("Continuer", ("Answer", "4"));
        await awa.Visitor.Press("Je préfère ne pas dire");

        Assert.Equal("/eva/fin", awa.Visitor.Address);
        var evaluation = site.LastEvaluation(campaign.Id);
        Assert.Equal([("2", "4"), (Background.Unsaid, Background.Unsaid)], Confidence.Before.Zip(Confidence.After, (before, after) => (before.AnswerIn(evaluation), after.AnswerIn(evaluation))));
        Assert.Equal(HttpStatusCode.NotFound, (await awa.Visitor.Open("/eva/bienvenue/confiance_ecrit_avant")).Status);
    }

    [Fact]
    public async Task Row_6_a_campaign_without_options_asks_eight_questions_and_no_other_is_there()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.CreateWith("Nue");
        var awa = await Participant.Enter(site, campaign.Code);

        Assert.Equal("Question 1 sur 8", Step(awa));
        Assert.Equal(HttpStatusCode.NotFound, (await awa.Visitor.Open("/eva/bienvenue/auto_dangers")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await awa.Visitor.Open("/eva/bienvenue/sante_accord")).Status);
    }

    [Fact]
    public async Task Row_6_a_value_that_no_button_offers_is_refused()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.CreateWith("Hors liste", "WithConfidence");
        var awa = await Participant.Enter(site, campaign.Code);
        await awa.Visitor.Open("/eva/bienvenue/confiance_ecrit_avant");

        await awa.Visitor.Post("/eva/bienvenue/confiance_ecrit_avant", ("Answer", "6"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, awa.Visitor.Status);
        Assert.Empty(site.LastEvaluation(campaign.Id).SelfAnswers);
    }

    [Fact]
    public async Task Row_6_who_comes_back_goes_on_at_the_next_optional_question()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.CreateWith("Reprise", "WithSelfPositioning");
        var awa = await Participant.Enter(site, campaign.Code);
        while (awa.Visitor.Address != "/eva/bienvenue/auto_comprehension")
        {
            await awa.Visitor.Press("Je préfère ne pas dire");
        }

        var back = await Participant.ComeBack(site, site.LastEvaluation(campaign.Id).Beneficiary!.Code);

        Assert.Equal("/eva/bienvenue/auto_comprehension", back.Visitor.Address);
    }

    [Fact]
    public void Row_6_every_question_has_its_own_short_name_and_short_sentences()
    {
        PersonQuestion[] all = [.. Questionnaire.Questions, .. SelfPositioning.Questions, HealthQuestions.Agreement, .. HealthQuestions.Questions, .. Confidence.Before, .. Confidence.After];
        Assert.Distinct(all.Select(q => q.Name));
        Assert.All(all, q => Assert.InRange(q.Name.Length, 1, OwnAnswer.QuestionMaxLength));
        Assert.All(all.SelectMany(q => q.Choices), c => Assert.InRange(c.Value.Length, 1, OwnAnswer.ValueMaxLength));
        Assert.All(all.SelectMany(q => new[] { q.Text, q.Reason }), sentence => Assert.InRange(sentence.Split(' ').Count(word => word.Any(char.IsLetterOrDigit)), 1, 12));
    }

    static string? Step(Participant person) => person.Visitor.Page.QuerySelector(".person-step")?.TextContent.Trim();
}
