using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Games;
using Beffroi.Eva.Player.Words;

namespace Beffroi.Eva.Player.Tests;

public sealed class WordGameTests
{
    private DateTimeOffset _now = Plays.Morning;

    [Fact]
    public void A_whole_play_shows_each_word_once_and_rests_in_the_middle()
    {
        var (game, told) = Begin(Plays.Words(count: 4));
        Answer(game, french: true);
        Assert.Equal("Oui, «\u00a0pain\u00a0» est un mot français.", game.Feedback);
        game.LeaveTrainingWord();
        Answer(game, french: true);
        Assert.Equal("«\u00a0tolipe\u00a0» est un mot inventé. Le robot apprend avec vous.", game.Feedback);
        game.LeaveTrainingWord();
        Assert.Equal(Phase.Ready, game.Phase);

        game.StartGame();
        Answer(game, french: true);
        Answer(game, french: false);
        Assert.Equal(Phase.HalfWay, game.Phase);
        game.GoOn();
        Assert.Equal((3, 4), (game.Number, game.Total));
        Answer(game, french: true);
        Answer(game, french: false);

        Assert.Equal(Phase.Finished, game.Phase);
        Assert.Equal(["T1", "T2", "M1", "M2", "M3", "M4"], told.Where(happened => happened.Is(EventNames.WordShown)).Select(happened => happened.Text("mot")));
        Assert.Equal(
            ["francais", "francais", "francais", "pasfrancais", "francais", "pasfrancais"],
            told.Where(happened => happened.Is(EventNames.WordJudged)).Select(happened => happened.Text("reponse")));
        Assert.Equal(Enumerable.Range(0, told.Count), told.Select(happened => happened.Position));
        Assert.Equal("finSituation", told[^1].Name);
    }

    [Fact]
    public void A_gesture_during_the_cross_or_right_after_the_word_is_not_an_answer()
    {
        var (game, told) = Begin(Plays.Words(trained: true, next: 20));
        Assert.False(game.Judge(french: true, At(TimeSpan.Zero)), "the cross is shown");

        Show(game);
        Assert.False(game.Judge(french: true, At(TimeSpan.FromMilliseconds(149))), "too soon");
        Assert.False(game.Judge(french: true, At(TimeSpan.FromMilliseconds(-300))), "begun before the word");
        Assert.True(game.Judge(french: true, At(TimeSpan.FromMilliseconds(150))));
        Assert.False(game.Judge(french: true, At(TimeSpan.FromMilliseconds(160))), "the next cross is shown");
        Assert.Single(told, happened => happened.Is(EventNames.WordJudged));
    }

    [Fact]
    public void Durations_come_from_the_moments_of_the_screen_and_of_the_gesture()
    {
        var (game, told) = Begin(Plays.Words(trained: true, next: 20));
        Show(game);
        game.Judge(french: true, At(TimeSpan.FromMilliseconds(743)));

        Assert.Equal(743, told[^1].Date - told[^2].Date);
    }

    [Fact]
    public void A_word_hidden_by_a_pause_the_help_or_another_window_is_shown_again_behind_its_cross()
    {
        var (game, told) = Begin(Plays.Words(trained: true, next: 20));
        foreach (var hide in new Action[] { () => { game.Pause(); game.Resume(); }, () => { game.AskHelp(); game.CloseHelp(); }, () => { game.Look(visible: false); game.Look(visible: true); } })
        {
            Show(game);
            hide();
            Assert.Equal(Sight.Cross, game.Sight);
            Assert.Equal("M1", game.Current?.Id);
        }

        Assert.Equal(3, told.Count(happened => happened.Is(EventNames.WordShown)));
    }

    [Fact]
    public void A_cross_begun_before_a_pause_does_not_reveal_the_word_after_it()
    {
        var (game, _) = Begin(Plays.Words(trained: true, next: 20));
        var old = game.Showing;
        game.Pause();
        Assert.False(game.Reveal(old));
        game.Resume();
        Assert.False(game.Reveal(old));
        Assert.True(game.Reveal(game.Showing));
    }

    [Fact]
    public void Words_are_read_aloud_only_on_request_and_it_is_told_for_each()
    {
        var (game, told) = Begin(Plays.Words(count: 6, trained: true, next: 20));
        Assert.False(Show(game));
        game.AskHelp();
        game.ReadNext();
        game.CloseHelp();
        Assert.True(Show(game), "this word");
        game.Judge(french: true, At(TimeSpan.FromSeconds(1)));
        Assert.False(Show(game), "not the next");
        game.ReadAll();
        game.ShowAgain();
        Assert.True(Show(game), "every word from now on");
        game.Judge(french: true, At(TimeSpan.FromSeconds(1)));
        Assert.True(Show(game));

        Assert.Equal(["M1", "M2", "M3"], told.Where(happened => happened.Is(EventNames.ReadAloud)).Select(happened => happened.Text("mot")));
    }

    [Fact]
    public void Coming_back_shows_only_the_words_not_judged_yet()
    {
        var (game, told) = Begin(Plays.Words(count: 4, answered: ["T1", "T2", "M1", "M3"], next: 20, trained: true));
        var seen = new List<string?>();
        while (game.Phase is Phase.Playing or Phase.HalfWay)
        {
            if (game.Phase == Phase.HalfWay)
            {
                game.GoOn();
            }

            seen.Add(game.Current?.Id);
            Answer(game, french: true);
        }

        Assert.Equal(["M2", "M4"], seen);
        Assert.Equal("reprise", told[0].Name);
    }

    private void Answer(WordGame game, bool french)
    {
        Show(game);
        Assert.True(game.Judge(french, At(TimeSpan.FromMilliseconds(600))));
        _now += TimeSpan.FromSeconds(2);
    }

    private bool Show(WordGame game)
    {
        Assert.True(game.Reveal(game.Showing));
        return game.Shown(_now);
    }

    private Gesture At(TimeSpan after) => new("souris", _now + after);

    private static (WordGame Game, List<GameEvent> Told) Begin(Play play)
    {
        var (journal, told) = Plays.Journal(play);
        var game = new WordGame(play, journal);
        game.Begin();
        return (game, told);
    }
}
