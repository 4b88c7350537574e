using System.Text.Json;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Routes;
using Beffroi.Eva.Results;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Positionnement;

/// <summary>Rows 21 to 23 for the situations that adapt: what the browser gets, what the server takes.</summary>
public sealed class PositioningPlayTests
{
    [Theory]
    [InlineData(CafeCodebook.Situation, "positionnement_litteratie", "historique")]
    [InlineData(CafeCodebook.Situation, "positionnement_litteratie", "beffroi")]
    [InlineData(MarcheCodebook.Situation, "positionnement_numeratie", "historique")]
    [InlineData(MarcheCodebook.Situation, "positionnement_numeratie", "beffroi")]
    public async Task Row_21_the_store_goes_to_the_browser_without_its_key(string situation, string parcours, string route)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Position(parcours, route);
        var awa = await Participant.Enter(site, campaign.Code);
        var text = await (await awa.StartRaw((await awa.Journey()).EvaluationId, situation)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var play = JsonSerializer.Deserialize(text, EvaJson.Default.Play)!;
        var bank = PositioningBank.Current(situation);

        Assert.All(["solution", "accepted", "rationale", "note", "credit", "skill", "level", "degree"], name => Assert.DoesNotContain($"\"{name}\":", text, StringComparison.OrdinalIgnoreCase));
        Assert.All(play.Items.SelectMany(i => i.Choices), choice => Assert.Null(choice.Feedback));
        Assert.All(bank.Items.Where(i => i.Kind is ItemKind.Order or ItemKind.Sort), item => Assert.DoesNotContain($"\"{string.Join(' ', item.Solution)}\"", text, StringComparison.Ordinal));
        // A dictated word is said, so the page has it; the way through the items has none, nor any other answer.
        var card = JsonSerializer.Serialize(play.Route, EvaJson.Default.RouteCard!);
        Assert.All(bank.Items.Where(i => i.Kind is ItemKind.Text).SelectMany(i => i.Accepted.Keys), word => Assert.DoesNotContain($"\"{word}\"", card, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(play.Items.Select(i => i.Id), play.Route!.Keys.Select(k => k.Item));
        var book = situation == CafeCodebook.Situation ? CafeCodebook.Families.Sum(f => f.Count) : 108;
        Assert.Equal(route == "historique" ? book : bank.Items.Count, play.Items.Count);
        Assert.Equal(2, play.Training.Count);
    }

    [Fact]
    public async Task Two_runs_have_nothing_in_common_in_their_keys()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Position("positionnement_litteratie", "beffroi");
        var hers = await (await Participant.Enter(site, campaign.Code, "Awa")).Start(CafeCodebook.Situation);
        var his = await (await Participant.Enter(site, campaign.Code, "Bilal")).Start(CafeCodebook.Situation);

        Assert.Empty(hers.Route!.Keys.SelectMany(k => k.Entries).Select(e => e.Hash).Intersect(his.Route!.Keys.SelectMany(k => k.Entries).Select(e => e.Hash)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_23_a_person_goes_on_where_she_was_on_another_device(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Position("positionnement_litteratie", "beffroi");
        var awa = await Participant.Enter(site, campaign.Code);
        var code = await awa.AnswerQuestionnaire();
        var first = await awa.Start(CafeCodebook.Situation);
        var (walk, marks) = (Walks.Of(first.Situation, first.Route!), new List<RouteMark>());
        var story = new Story(first).Tell(EventNames.Started);
        for (var i = 0; i < 5; i++)
        {
            Step(story, first.Route!, walk, marks, right: i % 2 == 0);
        }

        await awa.Send(story.Events);
        var again = await (await Participant.ComeBack(site, code)).Start(CafeCodebook.Situation);

        Assert.Equal(first.SessionId, again.SessionId);
        Assert.Equal(marks, again.Route!.Marks);
        Assert.Equal(walk.Next(marks), Walks.Of(again.Situation, again.Route).Next(again.Route.Marks));
        Assert.Equal((11, true), (again.NextPosition, again.TrainingDone));
        Assert.Equal(5, SituationCatalog.Get(CafeCodebook.Situation).Done(site.LastEvaluation(campaign.Id).Runs[0]));
    }

    [Theory]
    [InlineData("historique")]
    [InlineData("beffroi")]
    public async Task An_answer_beside_the_way_is_kept_and_earns_nothing(string route)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Position("positionnement_litteratie", route);
        var awa = await Participant.Enter(site, campaign.Code);
        var play = await awa.Start(CafeCodebook.Situation);
        var bank = PositioningBank.Current(CafeCodebook.Situation);
        // The hardest words, all right, before anything is asked; then an end without a way.
        var story = bank.Items.Where(i => i.Family is "HPfb").Aggregate(new Story(play).Tell(EventNames.Started), (told, i) => told.Answer(i.Id, Replies.Right(i), 8)).Finish();

        var receipt = await awa.Send(story.Events);

        Assert.Equal((story.Events.Count, 0), (receipt.Accepted, receipt.Refused.Count));
        var evaluation = site.LastEvaluation(campaign.Id);
        Assert.Equal(story.Events.Count, evaluation.Runs[0].Events.Count);
        Assert.True(RouteReading.Read(evaluation.Runs[0]).Steps.Count <= 1);
        var ability = evaluation.Kept(PositioningEngine.Beffroi);
        Assert.Null(ability.Litteratie);
        Assert.Contains(ability.Flags, f => f.Code is FlagCode.SituationInachevee);
        Assert.Contains("Pas assez de réponses pour situer la personne", (await site.Restitution(evaluation)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"question":"HPar1","reponse":"p1 p2"}""", "la réponse range chaque étiquette une fois, et rien d’autre")]
    [InlineData("""{"question":"nulle","reponse":"a"}""", "la question est inconnue dans cette situation")]
    [InlineData("""{"question":"HPar1"}""", "il manque la réponse")]
    [InlineData("""{"question":"APlc1","reponse":"un mot"}""", null)]
    public async Task An_answer_that_cannot_be_one_is_refused_with_its_reason(string data, string? reason)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var awa = await Participant.Enter(site, (await site.Position("positionnement_litteratie", "historique")).Code);
        var play = await awa.Start(CafeCodebook.Situation);

        var receipt = await awa.Send([new() { SessionId = play.SessionId, Situation = play.Situation, Position = 0, Name = EventNames.Answered, Date = 1, Data = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(data) }]);

        Assert.Equal(reason, receipt.Refused.Select(r => r.Reason).SingleOrDefault());
    }

    [Fact]
    public async Task A_long_typed_answer_full_of_accents_is_wrong_not_lost()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var awa = await Participant.Enter(site, (await site.Position("positionnement_litteratie", "historique")).Code);

        var receipt = await awa.Send(new Story(await awa.Start(CafeCodebook.Situation)).Answer("APlc1", new string('é', 200), 8).Events);

        Assert.Equal((2, 0), (receipt.Accepted, receipt.Refused.Count));
    }

    static void Step(Story story, RouteCard card, Walk walk, List<RouteMark> marks, bool right)
    {
        var item = PositioningBank.Current(CafeCodebook.Situation).Get(walk.Next(marks)!);
        var reply = right ? Replies.Right(item) : Replies.Wrong(item);
        story.Answer(item.Id, reply, 8);
        marks.Add(RouteMark.Of(item.Id, card.Keys.Single(k => k.Item == item.Id).Mark(reply), heard: false));
    }
}
