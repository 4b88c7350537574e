using System.Net;
using AngleSharp.Dom;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;

namespace Beffroi.Eva.Tests.Restitution;

public sealed class ShowRestitutionTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task The_figures_are_those_of_the_engine_on_the_same_answers(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Chiffres");
        var awa = await Participant.Enter(site, campaign.Code, "Awa");
        await awa.PlayAll(Right, seconds: 9, wordSeconds: 1.3);

        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}");

        var expected = Engine.Run(EngineName.Beffroi, Played(9, 1.3), Norms.Current);
        foreach (var scale in new[] { expected.Litteratie!, expected.Numeratie! })
        {
            Assert.Contains($"Valeur : {French.Number(scale.Value, 2)} ; erreur type : {French.Number(scale.StandardError!.Value, 2)}", hugo.Text, StringComparison.Ordinal);
            Assert.Contains($"de {French.Number(scale.Interval!.Low, 2)} à {French.Number(scale.Interval.High, 2)}", hugo.Text, StringComparison.Ordinal);
            Assert.All(scale.FrameworkProbabilities!, p => Assert.Contains(French.Likelihood(p.Probability), hugo.Page.Body!.TextContent, StringComparison.Ordinal));
        }

        var table = hugo.Page.QuerySelectorAll("section[aria-labelledby=detail] tbody tr").Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToArray()).ToList();
        Assert.Equal(
            expected.SubResults.Select(s => (string[])[$"{s.Correct}", $"{s.Answered}", $"{s.DontKnow}", $"{French.Number(s.MeanSeconds!.Value, 1)} s"]),
            table);
    }

    [Fact]
    public async Task The_former_reckoning_is_given_beside_to_compare_with()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Ancien calcul");
        await (await Participant.Enter(site, campaign.Code)).PlayAll(Right, seconds: 9, wordSeconds: 1.3);

        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}");

        var expected = Engine.Run(EngineName.Historique, Played(9, 1.3), Norms.Current);
        var rows = hugo.Page.QuerySelectorAll(".annex tbody tr").Select(r => r.QuerySelectorAll("td")[0].TextContent.Trim());
        Assert.Equal([French.Number(expected.Litteratie!.Value, 2), French.Number(expected.Numeratie!.Value, 2)], rows);
    }

    [Fact]
    public async Task A_result_that_rests_on_no_real_answer_yet_says_so_first()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Exploratoire");
        await (await Participant.Enter(site, campaign.Code)).PlayAll(_ => true);

        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}");

        var text = hugo.Text;
        Assert.Contains("non étalonné, à titre exploratoire", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("non étalonné", StringComparison.Ordinal) < text.IndexOf("littératie", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task While_a_person_plays_the_page_warns_that_the_result_is_not_whole(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Incomplet");
        var awa = await Participant.Enter(site, campaign.Code);
        await awa.Send(Story.Whole(await awa.Start("livraison"), _ => true, 8).Events);

        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}");

        Assert.Equal("Parcours incomplet\u00A0: résultat peu fiable", hugo.Page.QuerySelector(".fr-alert--warning .fr-alert__title")!.TextContent.Trim());
        Assert.Contains("19 réponses sur 19", hugo.Text, StringComparison.Ordinal);
        Assert.Contains("0 réponses sur 56, pas commencée", hugo.Text, StringComparison.Ordinal);
        Assert.Empty(site.LastEvaluation(campaign.Id).Results);
    }

    [Fact]
    public async Task Before_the_first_answer_the_page_says_that_there_is_nothing_to_read()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Vide");
        await Participant.Enter(site, campaign.Code);

        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}");

        Assert.Equal(HttpStatusCode.OK, hugo.Status);
        Assert.Contains("Pas encore de synthèse", hugo.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_that_was_written_is_shown_as_it_was_and_never_as_markup()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Écrit", withWriting: true);
        var awa = await Participant.Enter(site, campaign.Code);
        const string text = "Bonjour,\nje <b>serai</b> en retard & je m'excuse \u2764";
        await awa.Send(new Story(await awa.Start("livraison")).Answer("L20", text, 40).Events);

        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}");

        var quote = hugo.Page.QuerySelector("blockquote.writing")!;
        Assert.Equal(text, quote.TextContent);
        Assert.Empty(quote.Children);
    }

    [Fact]
    public async Task An_item_read_aloud_leaves_the_reading_score_and_is_marked()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Lecture aidée");
        var awa = await Participant.Enter(site, campaign.Code);
        var play = await awa.Start("livraison");
        await awa.Send(LivraisonBank.Current.Items.Aggregate(new Story(play), (told, item) => item.Id == "L01"
            ? told.Tell("affichageQuestionQCM", ("question", "L01")).Tell("lectureMesuree", ("question", "L01")).After(9, "reponse", ("question", "L01"), ("reponse", "b"))
            : told.Answer(item.Id, Story.Right(item), 9)).Finish().Events);

        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}");

        Assert.Contains("15 réponses comptent dans ce résultat", hugo.Text, StringComparison.Ordinal);
        Assert.Contains(FlagSentence.French(new(FlagCode.LectureAidee, "litteratie", 1)), hugo.Text, StringComparison.Ordinal);
    }

    // Every third item or word is missed.
    static bool Right(string id) => int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture) % 3 != 0;

    // Written again by hand, from the bank alone: what the person did, as the engines take it.
    static PlayedEvaluation Played(double seconds, double wordSeconds) => new(
    [
        new(Situation.Livraison, Finished: true, [.. LivraisonBank.Current.Items.Select(i => Answer(i.Id, i.Difficulty, seconds) with
        {
            Situation = Situation.Livraison,
            Skill = i.Skill switch { "ccf" => Skill.Ccf, "syntaxe-orthographe" => Skill.SyntaxeOrthographe, _ => Skill.Numeratie },
            GuessChance = i.Kind == Contracts.ItemKind.Number ? 0 : null,
        })]),
        new(Situation.ObjetsTrouves, Finished: true, [.. ObjetsTrouvesBank.Current.Items.Select(i => Answer(i.Id, i.Difficulty, seconds) with
        {
            Situation = Situation.ObjetsTrouves,
            Skill = i.Skill switch { "ccf" => Skill.Ccf, "memorisation" => Skill.Memorisation, _ => Skill.Numeratie },
            GuessChance = i.Kind == Contracts.ItemKind.Choice ? null : 0,
        })]),
        new(Situation.Maintenance, Finished: true, [.. MaintenanceBank.Current.Stimuli.Select(s => Answer(s.Id, s.Difficulty, wordSeconds) with { Situation = Situation.Maintenance, Skill = Skill.Ccf, IsWord = s.French, GuessChance = 0.5 })]),
    ]);

    static ScoredAnswer Answer(string id, double difficulty, double seconds) => new()
    {
        Situation = default,
        Skill = default,
        ItemId = id,
        Correct = Right(id),
        Seconds = seconds,
        Item = new() { Difficulty = difficulty, DifficultySd = 0.6, LogDiscrimination = 0.18, LogDiscriminationSd = 0.30 },
    };
}
