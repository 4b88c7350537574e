using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;
using Beffroi.Eva.Player.Games;
using Beffroi.Eva.Player.Sorting;
using Microsoft.Extensions.Time.Testing;

namespace Beffroi.Eva.Player.Tests;

public sealed class SortingGameTests
{
    static readonly SweetLook Dots = new(SweetShape.Star, SweetPattern.Dots, SweetColour.Yellow);
    static readonly SweetLook Waves = new(SweetShape.Wrapped, SweetPattern.Waves, SweetColour.Orange);
    static readonly Gesture Tap = new("tactile", Plays.Morning);

    readonly FakeTimeProvider _clock = new(Plays.Morning);

    [Fact]
    public void A_whole_play_tries_first_then_puts_each_sweet_away_once_and_says_nothing_of_right_or_wrong()
    {
        var (game, told) = Begin(Sweets(6));
        Sort(game, "E1", "EB2");
        Assert.Equal((SortingStep.LookAgain, 1), (game.Step, game.Number));
        Sort(game, "E1", "EB1");
        Assert.Equal((SortingStep.Same, 2), (game.Step, game.Number));
        Sort(game, "E2", "EB2");
        Assert.True(game.Trained);
        game.LeaveTraining();
        Assert.Equal(Phase.Ready, game.Phase);

        game.StartGame();
        for (var number = 1; number <= 6; number++)
        {
            Assert.Equal((number, 6), (game.Number, game.Total));
            // One bin for all: half of them are wrong, and nothing shows it.
            Sort(game, $"S{number}", "B1");
            Assert.Equal(SortingStep.Take, game.Step);
        }

        Assert.Equal(Phase.Finished, game.Phase);
        Assert.Equal(["S1", "S2", "S3", "S4", "S5", "S6"], told.Where(e => e.Is(EventNames.PieceDropped)).Skip(3).Select(e => e.Text("piece")));
        Assert.All(told.Where(e => e.Is(EventNames.PieceDropped)), e => Assert.Equal(["piece", "moyen", "bac"], e.Data!.Keys));
        Assert.Equal("finSituation", told[^1].Name);
    }

    [Fact]
    public void A_bin_chosen_with_nothing_in_hand_asks_for_a_sweet_and_tells_nothing()
    {
        var (game, told) = Begin(Sweets(6, trained: true));
        var before = told.Count;
        game.Put("B1", Tap);
        Assert.Equal((SortingStep.TakeFirst, before), (game.Step, told.Count));
        game.SetAside(Tap);
        Assert.Equal((SortingStep.TakeFirst, before), (game.Step, told.Count));
    }

    [Fact]
    public void A_sweet_taken_goes_back_when_another_is_taken_when_it_is_taken_again_or_let_go()
    {
        var (game, told) = Begin(Sweets(6, trained: true));
        game.Take("S1", Tap);
        game.Take("S2", Tap);
        Assert.Equal("S2", game.InHand?.Id);
        game.Take("S2", Tap);
        Assert.Null(game.InHand);
        game.Take("S3", Tap);
        game.PutBack(Tap);

        Assert.Equal(["S1", "S2", "S3"], told.Where(e => e.Is(EventNames.PieceDroppedOutside)).Select(e => e.Text("piece")));
        Assert.DoesNotContain(told, e => e.Is(EventNames.PieceDropped));
        Assert.Equal(["S1", "S2", "S3", "S4"], game.Tray.Sweets.Select(s => s?.Id));
    }

    [Fact]
    public void The_place_of_a_sweet_put_away_gets_the_next_one_and_the_others_stay()
    {
        var (game, _) = Begin(Sweets(6, trained: true));
        Sort(game, "S2", "B1");
        Assert.Equal(["S1", "S5", "S3", "S4"], game.Tray.Sweets.Select(s => s?.Id));
        Assert.Equal("S5", game.Next?.Id);
        Sort(game, "S5", "B1");
        Sort(game, "S6", "B1");
        Assert.Equal(["S1", null, "S3", "S4"], game.Tray.Sweets.Select(s => s?.Id));
        Assert.Equal("S1", game.Next?.Id);
    }

    [Fact]
    public void I_do_not_know_puts_a_sweet_aside_in_no_bin()
    {
        var (game, told) = Begin(Sweets(6, trained: true));
        game.Take("S1", Tap);
        game.SetAside(Tap);

        Assert.Equal((SortingStep.Aside, 2), (game.Step, game.Number));
        Assert.Equal(("S1", null, "True"), (told[^1].Text("piece"), told[^1].Text("bac"), told[^1].Text("neSaisPas")));
    }

    [Fact]
    public void Nothing_done_behind_a_pause_or_the_help_is_an_act()
    {
        var (game, told) = Begin(Sweets(6, trained: true));
        game.Take("S1", Tap);
        game.Pause();
        Act(game);
        game.Resume();
        game.AskHelp();
        Act(game);
        game.CloseHelp();

        Assert.Equal(["piecePrise"], told.Select(e => e.Name).Where(name => name.StartsWith("piece", StringComparison.Ordinal)));
        Assert.Equal("S1", game.InHand?.Id);

        static void Act(SortingGame game)
        {
            game.Put("B1", Tap);
            game.SetAside(Tap);
            game.PutBack(Tap);
            game.Take("S2", Tap);
        }
    }

    [Fact]
    public void A_sweet_taken_with_its_words_on_the_screen_is_told_to_be_described()
    {
        var (game, told) = Begin(Sweets(6, trained: true));
        Sort(game, "S1", "B1");
        game.InWords = true;
        Sort(game, "S2", "B1");

        Assert.Equal(["S2"], told.Where(e => e.Is(EventNames.ReadAloud)).Select(e => e.Text("piece")));
    }

    [Fact]
    public void Coming_back_lays_out_what_is_left_and_the_clock_goes_on()
    {
        var (game, told) = Begin(Sweets(6, trained: true, answered: ["E1", "E2", "S1", "S4"], secondsPlayed: 70));
        Assert.Equal("reprise", told[0].Name);
        Assert.Equal(["S2", "S3", "S5", "S6"], game.Tray.Sweets.Select(s => s?.Id));
        Assert.Equal((3, 6), (game.Number, game.Total));
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(75, game.Clock.Elapsed.TotalSeconds);
    }

    [Fact]
    public void Coming_back_after_the_last_sweet_ends_the_game()
    {
        var (game, told) = Begin(Sweets(2, trained: true, answered: ["S1", "S2"]));
        Assert.Equal((Phase.Finished, "finSituation"), (game.Phase, told[^1].Name));
    }

    [Fact]
    public void The_clock_stands_still_during_a_pause_and_behind_another_window()
    {
        var (game, _) = Begin(Sweets(6, trained: true));
        _clock.Advance(TimeSpan.FromSeconds(10));
        game.Pause();
        _clock.Advance(TimeSpan.FromSeconds(100));
        game.Look(visible: false);
        game.Look(visible: true);
        _clock.Advance(TimeSpan.FromSeconds(100));
        game.Resume();
        _clock.Advance(TimeSpan.FromSeconds(10));
        game.Look(visible: false);
        _clock.Advance(TimeSpan.FromSeconds(100));
        game.Look(visible: true);
        _clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(30, game.Clock.Elapsed.TotalSeconds);
    }

    [Fact]
    public void What_has_not_left_the_device_is_put_away_too()
    {
        var (game, told) = Begin(Sweets(6, trained: true));
        Sort(game, "S3", "B2");

        Assert.Contains("S3", game.Play.With(told).Answered);
    }

    static void Sort(SortingGame game, string sweet, string bin)
    {
        game.Take(sweet, Tap);
        game.Put(bin, Tap);
    }

    (SortingGame Game, List<GameEvent> Told) Begin(Play play)
    {
        var (journal, told) = Plays.Journal(play, _clock);
        var game = new SortingGame(play, play.Sweets!, journal, _clock);
        game.Begin();
        return (game, told);
    }

    static Play Sweets(int count, bool trained = false, IReadOnlyList<string>? answered = null, double secondsPlayed = 0) => new()
    {
        SessionId = new Guid("33333333-3333-3333-3333-333333333333"),
        Situation = "tri",
        Label = "Tri",
        NextPosition = trained ? 30 : 0,
        TrainingDone = trained,
        Answered = answered ?? [],
        Sweets = new()
        {
            Training = [new Sweet("E1", Dots), new Sweet("E2", Waves)],
            TrainingBins = [new SweetBin("EB1", Dots), new SweetBin("EB2", Waves)],
            Sweets = [.. Enumerable.Range(1, count).Select(number => new Sweet($"S{number}", number % 2 == 0 ? Dots : Waves))],
            Bins = [new SweetBin("B1", Dots), new SweetBin("B2", Waves)],
            SecondsPlayed = secondsPlayed,
        },
    };
}
