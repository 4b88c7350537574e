using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Games;
using Beffroi.Eva.Player.Plan;

namespace Beffroi.Eva.Player.Tests;

public sealed class PlanGameTests
{
    private static readonly Gesture Key = new("clavier", Plays.Morning.AddSeconds(5));

    [Fact]
    public void Six_exercises_done_one_after_the_other_finish_the_situation()
    {
        var (game, told) = Begin();
        game.Hear(Key);
        foreach (var done in new[] { "fontaine", "arret", "tramway", "marche", "parc" })
        {
            game.Continue();
            game.Try(done, Key);
        }

        game.Continue();

        Assert.Equal(Phase.Finished, game.Phase);
        Assert.Equal(["demarrage", .. Enumerable.Repeat<string[]>(["affichageExercice", "finExercice"], 6).SelectMany(pair => pair), "finSituation"], told.Select(happened => happened.Name));
        Assert.Equal(Handling.Exercises, told.Where(happened => happened.Is(EventNames.ExerciseDone)).Select(happened => happened.Text("exercice")));
        Assert.All(told.Where(happened => happened.Is(EventNames.ExerciseDone)), happened => Assert.Equal("clavier", happened.Text("moyen")));
    }

    [Fact]
    public void A_try_that_misses_says_what_to_try_and_is_told_to_nobody()
    {
        var (game, told) = Begin(Handling.Listen);
        game.Try("parc", Key);
        Assert.Equal("Ici, c’est le parc. Cherchez la fontaine.", game.Said);
        game.Continue();
        Assert.Equal(Handling.Press, game.Exercise);

        for (var tries = 0; tries < 20; tries++)
        {
            game.Try("mairie", Key);
        }

        game.Try("fontaine", Key);
        Assert.True(game.Succeeded);
        Assert.Single(told, happened => happened.Is(EventNames.ExerciseDone));
    }

    [Fact]
    public void Leaving_an_exercise_is_allowed_and_told_as_such()
    {
        var (game, told) = Begin();
        game.Pass(Key);

        Assert.Equal(Handling.Press, game.Exercise);
        var left = Assert.Single(told, happened => happened.Is(EventNames.ExerciseDone));
        Assert.Equal(("ecouter", "True", null), (left.Text("exercice"), left.Text("passe"), left.Text("reponse")));
    }

    [Fact]
    public void A_slide_is_told_apart_from_two_presses()
    {
        var (game, told) = Begin(Handling.Listen, Handling.Press);
        game.Try(Handling.Stop, new Gesture("tactile", Key.At), dragged: true);

        Assert.Equal(("glisse", "tactile"), (told[^1].Text("geste"), told[^1].Text("moyen")));
    }

    [Theory]
    [InlineData("tramway", true)]
    [InlineData(" Tramway ", true)]
    [InlineData("tramwai", false)]
    [InlineData("tram way", false)]
    [InlineData("", false)]
    public void The_word_is_copied_when_its_letters_are_all_there(string typed, bool done)
    {
        var (game, _) = Begin(Handling.Listen, Handling.Press, Handling.Move);
        game.Try(typed, Key);
        Assert.Equal(done, game.Succeeded);
    }

    [Fact]
    public void Nothing_is_done_behind_the_help_or_during_a_pause_and_the_ear_counts_once()
    {
        var (game, told) = Begin();
        game.AskHelp();
        game.Hear(Key);
        game.CloseHelp();
        game.Pause();
        game.Pass(Key);
        game.Resume();
        Assert.DoesNotContain(told, happened => happened.Is(EventNames.ExerciseDone));

        game.Hear(Key);
        game.Hear(Key);
        Assert.Single(told, happened => happened.Is(EventNames.ExerciseDone));
    }

    [Fact]
    public void Coming_back_goes_on_at_the_first_exercise_not_settled()
    {
        var (game, told) = Begin(next: 9, Handling.Listen, Handling.Move);

        Assert.Equal((Handling.Press, 2, 6), (game.Exercise, game.Number, game.Total));
        Assert.Equal(["reprise", "affichageExercice"], told.Select(happened => happened.Name));
    }

    private static (PlanGame Game, List<GameEvent> Told) Begin(params string[] answered) => Begin(next: 0, answered);

    private static (PlanGame Game, List<GameEvent> Told) Begin(int next, params string[] answered)
    {
        var play = Plays.Questions(training: [], items: [], answered: answered, next: next, trained: next > 0) with { Situation = "plan_de_la_ville" };
        var (journal, told) = Plays.Journal(play);
        var game = new PlanGame(play, journal);
        game.Begin();
        return (game, told);
    }
}
