using Beffroi.Eva.Contracts;
using Beffroi.Eva.Results;

namespace Beffroi.Eva.Tests.Playing;

/// <summary>Row 7: handling is mastered only after all six exercises.</summary>
public sealed class PlanTests
{
    [Fact]
    public async Task All_six_exercises_done_are_mastered_and_each_tells_its_means()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var measures = await Played(site, _ => true);

        Assert.True(measures.Mastered);
        Assert.Equal(Handling.Exercises, measures.Exercises.Select(e => e.Exercise));
        Assert.All(measures.Exercises, e => Assert.Equal((true, false, "clavier", false), (e.Done, e.Passed, e.Means, e.Dragged)));
    }

    [Theory]
    [InlineData("ecouter")]
    [InlineData("toucher")]
    [InlineData("deplacer")]
    [InlineData("copier")]
    [InlineData("fleches")]
    [InlineData("choisir")]
    public async Task One_exercise_left_and_it_is_not(string left)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var measures = await Played(site, exercise => exercise != left);

        Assert.False(measures.Mastered);
        Assert.Equal([left], measures.Exercises.Where(e => e.Passed).Select(e => e.Exercise));
    }

    [Fact]
    public async Task A_success_that_the_browser_only_claims_is_none()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var awa = await site.At("plan_de_la_ville");
        var story = new Story(await awa.Start("plan_de_la_ville")).Tell(EventNames.Started);
        foreach (var exercise in Handling.Exercises)
        {
            story.Tell(EventNames.ExerciseDone, ("exercice", exercise), ("reponse", "ailleurs"), ("moyen", "souris"), ("succes", true));
        }

        Assert.Empty((await awa.Send(story.Events)).Refused);

        Assert.All(Read(site).Exercises, e => Assert.False(e.Done));
        Assert.Empty((await awa.Start("plan_de_la_ville")).Answered);
    }

    [Fact]
    public async Task Coming_back_gives_what_is_done_or_left()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var awa = await site.At("plan_de_la_ville");
        await awa.Send(new Story(await awa.Start("plan_de_la_ville")).Tell(EventNames.Started)
            .Tell(EventNames.ExerciseDone, ("exercice", "ecouter"), ("passe", true), ("moyen", "tactile"))
            .Tell(EventNames.ExerciseDone, ("exercice", "deplacer"), ("reponse", "arret"), ("moyen", "tactile"), ("geste", "glisse")).Events);

        Assert.Equal(["deplacer", "ecouter"], (await awa.Start("plan_de_la_ville")).Answered.Order(StringComparer.Ordinal));
        Assert.True(Read(site).Exercises.Single(e => e.Exercise == "deplacer").Dragged);
        Assert.False(Read(site).Mastered);
    }

    [Theory]
    [InlineData(EventNames.ExerciseShown, "danser", null)]
    [InlineData(EventNames.ExerciseDone, "ecouter", null)]
    [InlineData(EventNames.QuestionShown, "ecouter", null)]
    public async Task What_cannot_happen_there_is_refused(string name, string exercise, string? answer)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var awa = await site.At("plan_de_la_ville");

        var receipt = await awa.Send(new Story(await awa.Start("plan_de_la_ville")).Tell(name, [("exercice", exercise), .. answer is null ? [] : new (string, object)[] { ("reponse", answer) }]).Events);

        Assert.Single(receipt.Refused);
    }

    [Fact]
    public async Task Alone_it_measures_no_basic_skill()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await Played(site, _ => true);

        var evaluation = site.LastEvaluation(site.Campaign(Chosen.Label).Id);
        Assert.NotNull(evaluation.FinishedAt);
        Assert.All(Scorebook.Compute(evaluation), score => Assert.Equal((null, null), (score.Litteratie, score.Numeratie)));
    }

    static async Task<PlanMeasures> Played(SiteUnderTest site, Func<string, bool> done)
    {
        var awa = await site.At("plan_de_la_ville");
        Assert.Empty((await awa.Send(Story.Whole(await awa.Start("plan_de_la_ville"), done, 6).Events)).Refused);
        return Read(site);
    }

    static PlanMeasures Read(SiteUnderTest site) => PlanMeasures.Read(site.LastEvaluation(site.Campaign(Chosen.Label).Id).Runs[0].Events);
}
