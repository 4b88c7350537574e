using System.Net;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Results;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Tests.Playing;

public sealed class CollectEventsTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_batch_sent_again_is_known_already_and_kept_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Deux fois");
        var awa = await Participant.Enter(site, campaign.Code);
        var events = new Story(await awa.Start("livraison")).Tell(EventNames.Started).Answer("L01", "b", 4).Events;

        var first = await awa.Send(events);
        var second = await awa.Send(events);

        Assert.Equal((3, 0), (first.Accepted, first.AlreadyKnown));
        Assert.Equal((0, 3), (second.Accepted, second.AlreadyKnown));
        Assert.Empty(second.Refused);
        Assert.Equal(3, site.Read(db => db.Events.Count(e => e.RunId == events[0].SessionId)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Another_event_at_a_taken_position_is_refused_and_the_first_one_stays(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Position prise");
        var awa = await Participant.Enter(site, campaign.Code);
        var play = await awa.Start("livraison");
        await awa.Send(new Story(play).Answer("L01", "b", 4).Events);

        var receipt = await awa.Send(new Story(play).Answer("L01", "a", 4).Events);

        Assert.Equal((1, "un autre événement a déjà cette position"), (receipt.AlreadyKnown, Assert.Single(receipt.Refused).Reason));
        Assert.Contains("\"b\"", site.Read(db => db.Events.Single(e => e.RunId == play.SessionId && e.Position == 1).Data), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Batches_that_cross_each_other_keep_each_event_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Croisées");
        var awa = await Participant.Enter(site, campaign.Code);
        var play = await awa.Start("maintenance");
        var story = play.Stimuli.Take(20).Aggregate(new Story(play), (told, word) => told.Judge(word.Id, true, 1));

        var receipts = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => awa.Send(story.Events.Skip(i * 4).Take(24))));

        Assert.All(receipts, receipt => Assert.Empty(receipt.Refused));
        Assert.Equal(story.Events.Count, receipts.Sum(r => r.Accepted));
        Assert.Equal(story.Events.Select(e => e.Position), site.Read(db => db.Events.Where(e => e.RunId == play.SessionId).OrderBy(e => e.Position).Select(e => e.Position).ToList()));
    }

    [Fact]
    public async Task What_the_browser_says_of_its_success_is_not_even_kept()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Tricherie");
        var awa = await Participant.Enter(site, campaign.Code);
        var play = await awa.Start("livraison");

        await awa.Send(new Story(play).Tell(EventNames.QuestionShown, ("question", "L01"))
            .After(4, EventNames.Answered, ("question", "L01"), ("reponse", "a"), ("succes", true), ("score", 1), ("scoreMax", 1), ("reussite", true)).Events);

        var evaluation = site.LastEvaluation(campaign.Id);
        Assert.All(evaluation.Runs[0].Events, e => Assert.DoesNotMatch("succes|score|reussite", e.Data));
        Assert.False(Assert.Single(AnswerReading.Read(evaluation.Runs[0]).Answers).Correct);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Order_is_that_of_positions_whatever_the_order_of_arrival(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "À l’envers");
        var awa = await Participant.Enter(site, campaign.Code);
        var story = new Story(await awa.Start("livraison")).Answer("L01", "b", 4).Answer("L01", "a", 2);

        await awa.Send(story.Events.AsEnumerable().Reverse().Take(2));
        await awa.Send(story.Events.AsEnumerable().Reverse().Skip(2));

        var answer = Assert.Single(AnswerReading.Read(site.LastEvaluation(campaign.Id).Runs[0]).Answers);
        Assert.Equal((true, 4.0), (answer.Correct, answer.Seconds));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_last_answer_computes_the_results_of_both_engines(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Terminée");
        var awa = await Participant.Enter(site, campaign.Code);

        await awa.PlayAll(_ => true);

        var evaluation = site.LastEvaluation(campaign.Id);
        Assert.Equal(SiteUnderTest.Start, evaluation.FinishedAt);
        Assert.Equal(["beffroi", "historique"], evaluation.Results.Select(r => r.Engine).Order(StringComparer.Ordinal));
        Assert.True((await awa.Journey()).Finished);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_power_cut_between_the_last_answer_and_its_results_is_made_good_when_the_device_tells_again(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Coupure");
        var awa = await Participant.Enter(site, campaign.Code);
        await awa.Send(Story.Whole(await awa.Start("maintenance"), _ => true, 1).Events);
        await awa.Send(Story.Whole(await awa.Start("objets_trouves"), _ => true, 8).Events);
        var last = Story.Whole(await awa.Start("livraison"), _ => true, 8).Events;
        await awa.Send(last);
        var scores = site.LastEvaluation(campaign.Id).Results.Select(r => r.Score).Order(StringComparer.Ordinal).ToList();
        // As the cut leaves it: the lines and the end of the run are kept, nothing after them.
        await site.Write<EvaDb>(db =>
        {
            var evaluation = db.Evaluations.Include(e => e.Results).Single(e => e.CampaignId == campaign.Id);
            db.Entry(evaluation).Property(e => e.FinishedAt).CurrentValue = null;
            db.RemoveRange(evaluation.Results);
        });

        Assert.Equal(last.Count, (await awa.Send(last)).AlreadyKnown);

        var evaluation = site.LastEvaluation(campaign.Id);
        Assert.NotNull(evaluation.FinishedAt);
        Assert.Equal(scores, evaluation.Results.Select(r => r.Score).Order(StringComparer.Ordinal));

        await site.Write<EvaDb>(db => db.RemoveRange(db.Results.Where(r => r.EvaluationId == evaluation.Id)));
        await awa.Send(last);
        Assert.Equal(scores, site.LastEvaluation(campaign.Id).Results.Select(r => r.Score).Order(StringComparer.Ordinal));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task An_answer_that_arrives_after_the_end_counts_in_the_result(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "En retard");
        var awa = await Participant.Enter(site, campaign.Code);
        await awa.Send(Story.Whole(await awa.Start("maintenance"), _ => true, 1).Events);
        await awa.Send(Story.Whole(await awa.Start("objets_trouves"), _ => true, 8).Events);
        var play = await awa.Start("livraison");
        var story = Story.Whole(play, _ => true, 8).Events;
        var late = story.Where(e => e.Position is 1 or 2).ToList();
        await awa.Send(story.Except(late));
        var before = Assert.Single(site.LastEvaluation(campaign.Id).Results, r => r.Engine == "beffroi").Score;

        var receipt = await awa.Send(late);

        Assert.Equal((2, 0), (receipt.Accepted, receipt.Refused.Count));
        var evaluation = site.LastEvaluation(campaign.Id);
        Assert.Equal(19, AnswerReading.Read(evaluation.Runs.Single(r => r.Situation == "livraison")).Answers.Count);
        Assert.Equal(2, evaluation.Results.Count);
        Assert.NotEqual(before, evaluation.Results.Single(r => r.Engine == "beffroi").Score);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_accepted_after_the_end_of_a_run_in_the_same_batch_or_in_another(bool sameBatch)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Après la fin");
        var awa = await Participant.Enter(site, campaign.Code);
        var story = new Story(await awa.Start("livraison")).Finish().Answer("L01", "b", 4).Events;

        if (!sameBatch)
        {
            await awa.Send(story.Take(1));
        }

        var receipt = await awa.Send(story);

        Assert.Equal(["la partie est finie", "la partie est finie"], receipt.Refused.Select(r => r.Reason));
        Assert.Equal(1, site.Read(db => db.Events.Count(e => e.RunId == story[0].SessionId)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"evenements":{}}""")]
    [InlineData("""{"evenements\ud800":[]}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("\u0000")]
    public async Task A_body_that_is_no_batch_is_refused_with_its_reason(string body)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Corps");
        var awa = await Participant.Enter(site, campaign.Code);

        var response = await awa.SendRaw((await awa.Journey()).EvaluationId, body);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Too_long_a_batch_is_refused_whole()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Trop long");
        var awa = await Participant.Enter(site, campaign.Code);

        var response = await awa.SendRaw((await awa.Journey()).EvaluationId, $$"""{"evenements":[{{string.Join(',', Enumerable.Repeat("1", 501))}}]}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
