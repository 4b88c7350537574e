using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Games;
using Beffroi.Eva.Player.Questions;

namespace Beffroi.Eva.Player.Tests;

public sealed class QuestionGameTests
{
    private static readonly Gesture Key = new("clavier", Plays.Morning.AddSeconds(30));

    [Fact]
    public void A_whole_play_tells_its_story_in_order()
    {
        var (game, told) = Begin(Plays.Questions());
        game.Draft!.Choose("a");
        game.Submit(Key);
        game.LeaveTrainingQuestion();
        game.StartGame();
        game.Draft.Choose("b");
        game.Submit(Key);
        game.Draft.Type("4,5");
        game.Submit(Key);
        game.Skip(Key);

        Assert.Equal(Phase.Finished, game.Phase);
        Assert.Equal(
            [
                "demarrageEntrainement", "affichageQuestionQCM", "reponse", "demarrage", "affichageQuestionQCM", "reponse",
                "affichageQuestionQCM", "reponse", "affichageQuestionQCM", "reponse", "finSituation",
            ],
            told.Select(happened => happened.Name));
        Assert.Equal(Enumerable.Range(0, told.Count), told.Select(happened => happened.Position));
        Assert.Equal([null, "E1", "E1", null, "L1", "L1", "L2", "L2", "L3", "L3", null], told.Select(happened => happened.Text("question")));
        Assert.Equal(["a", "b", "4,5", null], Answers(told).Select(answer => answer.Text("reponse")));
        Assert.Equal(["False", "False", "False", "True"], Answers(told).Select(answer => answer.Text("neSaisPas")));
    }

    [Fact]
    public void Validating_nothing_says_what_to_do_and_tells_nothing()
    {
        var (game, told) = Begin(Plays.Questions());
        game.Submit(Key);

        Assert.Contains("Choisissez", game.Missing, StringComparison.Ordinal);
        Assert.Empty(Answers(told));
        Assert.Equal("E1", game.Current?.Id);
    }

    [Fact]
    public void A_choice_can_change_until_it_is_validated()
    {
        var (game, told) = Begin(Plays.Questions(training: []));
        game.Draft!.Choose("a");
        game.Draft.ChooseDontKnow();
        game.Draft.Choose("b");
        game.Submit(Key);

        var answer = Assert.Single(Answers(told));
        Assert.Equal(("b", "False", "clavier"), (answer.Text("reponse"), answer.Text("neSaisPas"), answer.Text("moyen")));
        Assert.Equal(Key.At.ToUnixTimeMilliseconds(), answer.Date);
    }

    [Fact]
    public void Not_knowing_is_an_answer()
    {
        var (game, told) = Begin(Plays.Questions(training: []));
        game.Draft!.ChooseDontKnow();
        game.Submit(Key);

        var answer = Assert.Single(Answers(told));
        Assert.Equal((null, "True"), (answer.Text("reponse"), answer.Text("neSaisPas")));
        Assert.Equal("L2", game.Current?.Id);
    }

    [Fact]
    public void Training_comments_and_can_be_tried_again_the_game_does_neither()
    {
        var (game, _) = Begin(Plays.Questions());
        game.Draft!.Choose("b");
        game.Submit(Key);
        Assert.Equal("Regardez encore.", game.Feedback);

        game.RetryTraining();
        Assert.Null(game.Feedback);
        game.Draft.Choose("a");
        game.Submit(Key);
        Assert.Equal("Oui, c’est écrit.", game.Feedback);

        game.LeaveTrainingQuestion();
        Assert.Equal(Phase.Ready, game.Phase);
        game.StartGame();
        game.Draft.Choose("a");
        game.Submit(Key);
        Assert.Null(game.Feedback);
        Assert.Equal("L2", game.Current?.Id);
    }

    [Fact]
    public void Coming_back_skips_the_training_and_what_is_answered_and_keeps_the_numbers()
    {
        var (game, told) = Begin(Plays.Questions(items: [Plays.Choice("L1"), Plays.Choice("L2"), Plays.Choice("L3")], answered: ["E1", "L2", "L1"], next: 14, trained: true));

        Assert.Equal("L3", game.Current?.Id);
        Assert.Equal((3, 3), (game.Number, game.Total));
        Assert.Equal(["reprise", "affichageQuestionQCM"], told.Select(happened => happened.Name));
        Assert.Equal([14, 15], told.Select(happened => happened.Position));
    }

    [Fact]
    public void Coming_back_after_the_last_answer_finishes()
    {
        var (game, told) = Begin(Plays.Questions(items: [Plays.Choice("L1")], answered: ["L1"], next: 9, trained: true));

        Assert.Equal(Phase.Finished, game.Phase);
        Assert.Equal("finSituation", told[^1].Name);
    }

    [Fact]
    public void The_optional_text_is_not_counted()
    {
        var (game, _) = Begin(Plays.Questions(training: []));
        Assert.Equal((1, 2), (game.Number, game.Total));
    }

    [Fact]
    public void Nothing_is_answered_during_a_pause_or_behind_the_help()
    {
        var (game, told) = Begin(Plays.Questions(training: []));
        game.Draft!.Choose("a");
        game.Pause();
        game.Submit(Key);
        game.Resume();
        game.AskHelp();
        game.Submit(Key);
        Assert.Empty(Answers(told));

        game.CloseHelp();
        game.Submit(Key);
        Assert.Single(Answers(told));
        Assert.Equal(["demarrage", "affichageQuestionQCM", "pause", "reprise", "activationAide", "reponse", "affichageQuestionQCM"], told.Select(happened => happened.Name));
    }

    [Fact]
    public void Reading_the_measured_text_aloud_is_told_before_the_answer()
    {
        var (game, told) = Begin(Plays.Questions(training: [], items: [Plays.Choice("L1", "document"), Plays.Choice("L2", "document")]));
        var read = game.ReadMeasuredAloud();
        game.Draft!.Choose("a");
        game.Submit(Key);

        Assert.Equal(Ids.Document, Assert.Single(read).Id);
        Assert.Equal(["demarrage", "affichageQuestionQCM", "lectureMesuree", "reponse", "affichageQuestionQCM"], told.Select(happened => happened.Name));
        Assert.Equal("L1", told[2].Text("question"));
        Assert.False(game.WasReadAloud, "the next question starts silent");
    }

    private static IEnumerable<GameEvent> Answers(List<GameEvent> told) => told.Where(happened => happened.Is(EventNames.Answered));

    private static (QuestionGame Game, List<GameEvent> Told) Begin(Play play)
    {
        var (journal, told) = Plays.Journal(play);
        var game = new QuestionGame(play, journal);
        game.Begin();
        return (game, told);
    }
}
