using System.Net;
using System.Text.Json;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Results;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Playing;

/// <summary>Row 10: four items of numeracy, five of comprehension, three of memory, marked by the server and scored by both engines.</summary>
public sealed class ObjetsTrouvesTests
{
    static readonly IReadOnlyList<BankItem> Items = ObjetsTrouvesBank.Current.Items;

    [Fact]
    public void The_bank_has_the_items_that_are_announced_each_with_one_right_answer()
    {
        Assert.Equal((4, 5, 3), (Items.Count(i => i.Skill == "numeratie"), Items.Count(i => i.Skill == "ccf"), Items.Count(i => i.Skill == "memorisation")));
        Assert.Single(ObjetsTrouvesBank.Current.Training);
        Assert.All(Items, i => Assert.Single(i.Solution));
        Assert.All(Items.Where(i => i.Kind == ItemKind.Choice), i => Assert.Equal((4, 1), (i.Choices.Count, i.Choices.Count(c => i.Accepts(c.Id)))));
        Assert.Equal(Items.Count, Items.Select(i => i.Id).Intersect(Items.Select(i => i.Id), StringComparer.Ordinal).Count());
        Assert.Empty(Items.Select(i => i.Id).Intersect(LivraisonBank.Current.Items.Select(i => i.Id), StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_asked_from_memory_was_shown_before_and_not_just_before()
    {
        foreach (var (at, item) in Items.Index().Where(i => i.Item.Skill == "memorisation"))
        {
            var spoken = item.Document!.Spoken;
            var seen = Items.Index().Where(i => i.Index < at && i.Item.Document?.Spoken == spoken).Select(i => i.Index).ToList();
            Assert.True(item.Phone is { Recall: true }, item.Id);
            Assert.True(at - Assert.Single(seen) >= 3, item.Id);
        }

        Assert.DoesNotContain(Items, i => i.Skill != "memorisation" && i.Phone is { Recall: true });
    }

    [Theory]
    [InlineData("instruction")]
    [InlineData("question")]
    public void No_sentence_that_explains_is_longer_than_twelve_words(string part)
    {
        foreach (var item in Items.Concat(ObjetsTrouvesBank.Current.Training))
        {
            var text = part == "instruction" ? item.Instruction : item.Question;
            Assert.All(text.Split(['.', '?', '!'], StringSplitOptions.RemoveEmptyEntries), s => Assert.True(s.Split(' ').Count(w => w.Any(char.IsLetterOrDigit)) <= 12, $"{item.Id}: {s}"));
        }
    }

    [Fact]
    public async Task The_browser_gets_the_telephone_and_no_key()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var awa = await site.At("objets_trouves");
        var id = (await awa.Journey()).EvaluationId;

        var text = await (await awa.StartRaw(id, "objets_trouves")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("solution", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("difficulty", text, StringComparison.OrdinalIgnoreCase);
        var play = JsonSerializer.Deserialize(text, EvaJson.Default.Play)!;
        Assert.Equal((1, 12), (play.Training.Count, play.Items.Count));
        Assert.All(play.Items, item => Assert.NotNull(item.Phone));
        Assert.All(play.Items.SelectMany(i => i.Choices), choice => Assert.Null(choice.Feedback));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_whole_run_is_scored_by_both_engines(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var awa = await site.At("objets_trouves");

        await awa.Send(Story.Whole(await awa.Start("objets_trouves"), _ => true, 20).Events);

        var evaluation = site.LastEvaluation(site.Campaign(Chosen.Label).Id);
        Assert.Equal(["beffroi", "historique"], evaluation.Results.Select(r => r.Engine).Order(StringComparer.Ordinal));
        var scores = Scorebook.Compute(evaluation);
        var historique = scores.Single(s => s.Engine == EngineName.Historique);
        // 20 s an answer: raw = n / 20, then (raw - mean) / SD of the published table.
        Assert.Equal((0.25 - 0.28) / 0.09, Z(historique, Skill.Ccf), 12);
        Assert.Equal((0.20 - 0.09) / 0.04, Z(historique, Skill.Numeratie), 12);
        Assert.Equal((0.15 - 0.22) / 0.11, Z(historique, Skill.Memorisation), 12);
        var beffroi = scores.Single(s => s.Engine == EngineName.Beffroi);
        Assert.Equal((8, 4), (beffroi.Litteratie!.Items, beffroi.Numeratie!.Items));
        Assert.True(beffroi.Litteratie.Value > 0 && beffroi.Numeratie.Value > 0);
        Assert.All(new[] { Skill.Ccf, Skill.Numeratie, Skill.Memorisation }, skill => Assert.Equal(Items.Count(i => i.Skill == TechnicalName.Of(skill)), beffroi.SubResults.Single(r => r.Skill == skill).Correct));
        Assert.True((await awa.Journey()).Finished);
    }

    [Theory]
    [InlineData(EventNames.TranscriptShown, "O07", "a", 7)]
    [InlineData(EventNames.SeenAgain, "O06", "d", 7)]
    [InlineData(EventNames.AppOpened, "O02", "b", 8)]
    public async Task Help_beyond_the_rule_is_flagged_and_leaves_the_scale_opening_an_app_is_not(string act, string item, string answer, int counted)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var awa = await site.At("objets_trouves");
        var play = await awa.Start("objets_trouves");
        var story = new Story(play).Tell(EventNames.Started).Tell(EventNames.QuestionShown, ("question", item)).Tell(act, ("question", item), ("application", "notes"))
            .After(9, EventNames.Answered, ("question", item), ("reponse", answer));
        story = Items.Where(i => i.Id != item).Aggregate(story, (told, i) => told.Answer(i.Id, Story.Right(i), 9)).Finish();

        Assert.Empty((await awa.Send(story.Events)).Refused);

        var evaluation = site.LastEvaluation(site.Campaign(Chosen.Label).Id);
        var answers = AnswerReading.Read(evaluation.Runs[0]).Answers;
        Assert.Equal(counted == 7 ? [item] : Array.Empty<string>(), answers.Where(a => a.Accommodated).Select(a => a.ItemId!));
        Assert.Equal(counted, Scorebook.Compute(evaluation).Single(s => s.Engine == EngineName.Beffroi).Litteratie!.Items);
        Assert.Equal((true, 12), (answers.Single(a => a.ItemId == item).Correct, answers.Count));
    }

    [Theory]
    [InlineData(EventNames.TranscriptShown, "O02")]
    [InlineData(EventNames.SeenAgain, "O02")]
    [InlineData(EventNames.AppOpened, "O01")]
    [InlineData(EventNames.AppOpened, "L01")]
    [InlineData(EventNames.WordShown, "O02")]
    public async Task What_a_question_does_not_allow_is_refused(string act, string item)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var awa = await site.At("objets_trouves");

        var receipt = await awa.Send(new Story(await awa.Start("objets_trouves")).Tell(act, ("question", item)).Events);

        Assert.Equal(0, receipt.Accepted);
        Assert.Single(receipt.Refused);
    }

    [Fact]
    public async Task Coming_back_gives_what_is_answered_and_the_count()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var awa = await site.At("objets_trouves");
        await awa.Send(new Story(await awa.Start("objets_trouves")).Tell(EventNames.Started).Answer("O01", "28", 9).Answer("O02", null, 9).Events);

        var again = await awa.Start("objets_trouves");

        Assert.Equal(["O01", "O02"], again.Answered.Order(StringComparer.Ordinal));
        Assert.Equal(2, SituationCatalog.Get("objets_trouves").Done(site.LastEvaluation(site.Campaign(Chosen.Label).Id).Runs[0]));
        Assert.Equal(HttpStatusCode.NotFound, (await awa.StartRaw((await awa.Journey()).EvaluationId, "livraison")).StatusCode);
    }

    static double Z(Score score, Skill skill) => score.StandardScores.Single(s => s.Situation == Situation.ObjetsTrouves && s.Skill == skill).Z;
}
