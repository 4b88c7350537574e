using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Biscuits;
using Beffroi.Eva.Player.Events;
using Beffroi.Eva.Player.Games;
using Microsoft.Extensions.Time.Testing;

namespace Beffroi.Eva.Player.Tests;

public sealed class BeltGameTests
{
    private readonly FakeTimeProvider _clock = new(Plays.Morning);

    [Fact]
    public void A_biscuit_comes_every_3_seconds_and_stays_12_seconds()
    {
        var (game, told) = Begin(Belt(6));
        Wait(game, seconds: 27.2);

        Assert.Equal([0, 3, 6, 9, 12, 15], Moments(told, EventNames.PieceAppeared).Select(Whole));
        Assert.Equal([12, 15, 18, 21, 24, 27], Moments(told, EventNames.PieceMissed).Select(Whole));
        Assert.Equal((Phase.Finished, "finSituation"), (game.Phase, told[^1].Name));
    }

    [Theory]
    [InlineData(Pace.Slower, 4.5)]
    [InlineData(Pace.Slowest, 6)]
    public void A_slower_pace_slows_coming_and_leaving_alike(Pace pace, double cadence)
    {
        var (game, told) = Begin(Belt(3));
        game.Choose(pace);
        Wait(game, seconds: cadence * 6 + 0.2);

        // Within one tick of the page.
        Assert.All(Moments(told, EventNames.PieceAppeared).Zip([0, cadence, cadence * 2]), pair => Assert.Equal(pair.Second, pair.First, 0.06));
        Assert.All(Moments(told, EventNames.PieceMissed).Zip([cadence * 4, cadence * 5, cadence * 6]), pair => Assert.Equal(pair.Second, pair.First, 0.06));
        Assert.Equal(6, told.Count(happened => happened.Name.StartsWith("piece", StringComparison.Ordinal)));
        Assert.Equal([pace.Name()], told.Where(happened => happened.Is(EventNames.PaceChanged)).Select(happened => happened.Text("rythme")));
    }

    [Fact]
    public void The_belt_that_waits_loses_nothing_and_advances_after_each_choice()
    {
        var (game, told) = Begin(Belt(6));
        game.Choose(Pace.Self);
        Wait(game, seconds: 60);
        Assert.Equal(["B01", "B02", "B03", "B04"], game.Biscuits.Select(on => on.Piece.Id));
        Assert.Equal(Biscuits.Belt.Waiting, game.Biscuits[0].Place);

        while (game.Phase == Phase.Playing)
        {
            Assert.True(game.Send(game.Faced!.Id, good: true, Now));
            Wait(game, seconds: 1);
        }

        Assert.DoesNotContain(told, happened => happened.Is(EventNames.PieceMissed));
        Assert.Equal(6, told.Count(happened => happened.Is(EventNames.PieceDropped)));
    }

    [Fact]
    public void Who_does_not_know_lets_a_biscuit_go_where_the_belt_waits_and_nowhere_else()
    {
        var (game, told) = Begin(Belt(2));
        Assert.False(game.LetGo("B01", Now), "the belt takes it away by itself");
        game.Choose(Pace.Self);

        Assert.True(game.LetGo("B01", Now));
        Assert.Equal(("pieceRatee", "B01"), (told[^1].Name, told[^1].Text("piece")));
    }

    [Fact]
    public void A_pause_freezes_the_belt_where_it_is_however_long()
    {
        var (game, told) = Begin(Belt(3));
        Wait(game, seconds: 4.35);
        foreach (var (away, back) in new (Action, Action)[] { (game.Pause, game.Resume), (game.AskHelp, game.CloseHelp), (() => game.Look(visible: false), () => { game.Look(visible: true); game.Resume(); }) })
        {
            var places = game.Biscuits;
            away();
            Assert.False(game.Moves);
            Wait(game, seconds: 3600);
            Assert.False(game.Send("B01", good: true, Now), "away");
            back();
            Assert.Equal(places, game.Biscuits);
        }

        Wait(game, seconds: 7.6);
        Assert.DoesNotContain(told, happened => happened.Is(EventNames.PieceMissed));
        Wait(game, seconds: 0.2);
        Assert.Equal("B01", Assert.Single(told, happened => happened.Is(EventNames.PieceMissed)).Text("piece"));
    }

    [Fact]
    public void A_hidden_page_is_a_pause_until_the_person_says_so()
    {
        var (game, told) = Begin(Belt(3));
        game.Look(visible: false);
        game.Look(visible: true);

        Assert.True(game.Paused);
        Assert.Equal(["changementVisibilite", "pause", "changementVisibilite"], told.TakeLast(3).Select(happened => happened.Name));
    }

    [Fact]
    public void While_the_page_itself_stands_still_the_belt_does_too()
    {
        var (game, told) = Begin(Belt(3));
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(game.Tick(), "the page is told where biscuits are");

        Assert.Single(told, happened => happened.Is(EventNames.PieceAppeared));
        Assert.True(game.Biscuits[0].Place <= BeltGame.LongestTick / Paces.Cadence);
    }

    [Fact]
    public void The_belt_waits_while_the_instruction_is_said()
    {
        var (game, told) = Begin(Belt(3));
        game.ReplayInstruction();
        Wait(game, seconds: 5.9);
        Assert.Single(told, happened => happened.Is(EventNames.PieceAppeared));
        game.FallSilent();
        Wait(game, seconds: 3.2);
        Assert.Equal(2, told.Count(happened => happened.Is(EventNames.PieceAppeared)));

        game.ReplayInstruction();
        Wait(game, seconds: 9.5);
        Assert.Equal(3, told.Count(happened => happened.Is(EventNames.PieceAppeared)));
    }

    [Fact]
    public void The_first_to_leave_is_sent_unless_another_is_chosen()
    {
        var (game, told) = Begin(Belt(4));
        Wait(game, seconds: 7);
        Assert.Equal("B01", game.Faced?.Id);
        game.Choose("B03");
        Assert.Equal("B03", game.Faced?.Id);
        Assert.True(game.Send("B03", good: false, Now));
        Assert.Equal("B01", game.Faced?.Id);

        Assert.Equal(["piecePrise B03", "pieceDeposeDansBac B03 a_refaire clavier"], told.TakeLast(2).Select(happened => string.Join(' ', new[] { happened.Name, happened.Text("piece"), happened.Text("bac"), happened.Text("moyen") }.OfType<string>())));
    }

    [Fact]
    public void A_gesture_meant_for_the_biscuit_that_just_left_is_not_for_the_next_one()
    {
        var (game, told) = Begin(Belt(4));
        Wait(game, seconds: 12.05);
        Assert.Equal("B02", game.Faced?.Id);
        Assert.False(game.Send("B02", good: true, Now), "B01 left a moment ago");
        Wait(game, seconds: 0.4);
        Assert.True(game.Send("B02", good: true, Now));
        Assert.False(game.Send("B03", good: true, Now), "the same gesture twice");
        Wait(game, seconds: 0.15);
        Assert.True(game.Send("B03", good: true, Now));

        Assert.Equal(["B02", "B03"], told.Where(happened => happened.Is(EventNames.PieceDropped)).Select(happened => happened.Text("piece")));
    }

    [Fact]
    public void Trials_stand_still_say_what_to_look_at_and_then_the_person_starts()
    {
        var (game, told) = Begin(Belt(2, trained: false));
        Assert.Equal((Phase.Training, 1, 2), (game.Phase, game.Number, game.Total));
        Wait(game, seconds: 60);
        Assert.True(game.Send("E1", good: true, Now));
        Assert.Equal("oui E1", game.Feedback);
        Assert.False(game.Send("E1", good: false, Now), "answered");
        game.LeaveTrial();
        Wait(game, seconds: 1);
        Assert.True(game.Send("E2", good: true, Now));
        Assert.Equal("voyez E2", game.Feedback);
        game.LeaveTrial();
        Assert.Equal(Phase.Ready, game.Phase);
        game.StartGame();

        Assert.Equal(["demarrageEntrainement", "pieceDeposeDansBac", "pieceDeposeDansBac", "demarrage", "pieceApparition"], told.Select(happened => happened.Name));
    }

    [Fact]
    public void Coming_back_shows_what_is_not_settled_at_the_pace_chosen_before()
    {
        var play = Belt(4, answered: ["E1", "E2", "B01", "B03"], next: 30);
        var (game, told) = Begin(play with { Belt = play.Belt! with { Pace = PaceNames.Slowest } });
        Assert.Equal((Pace.Slowest, 3, 4), (game.Pace, game.Number, game.Total));
        Wait(game, seconds: 31);

        Assert.Equal(["B02", "B04"], told.Where(happened => happened.Is(EventNames.PieceAppeared)).Select(happened => happened.Text("piece")));
        Assert.Equal(Phase.Finished, game.Phase);
    }

    [Fact]
    public void What_this_device_knows_and_the_server_does_not_is_settled_too()
    {
        var play = Belt(4, next: 3);
        var (journal, told) = Plays.Journal(play);
        journal.Write(EventNames.PieceDropped, new EventData().With("piece", "B02"));
        journal.Write(EventNames.PieceMissed, new EventData().With("piece", "B01"));
        journal.Write(EventNames.PaceChanged, new EventData().With("rythme", PaceNames.Self));

        var known = play.With(told);

        Assert.Equal((PaceNames.Self, 6), (known.Belt!.Pace, known.NextPosition));
        Assert.Equal(["B01", "B02"], known.Answered.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Described_in_words_each_biscuit_is_told_once()
    {
        var (game, told) = Begin(Belt(3));
        game.Choose(Pace.SelfDescribed);
        Wait(game, seconds: 5);
        game.Choose("B02");
        Wait(game, seconds: 1);
        game.Send("B02", good: true, Now);

        Assert.Equal(["B01", "B02"], told.Where(happened => happened.Is(EventNames.ReadAloud)).Select(happened => happened.Text("piece")));
        Assert.Contains("5 pépites rondes.", game.ModelDescription, StringComparison.Ordinal);
    }

    // Within one tick of the page.
    private static double Whole(double seconds) => Math.Abs(seconds - Math.Round(seconds)) < 0.06 ? Math.Round(seconds) : seconds;

    private Gesture Now => new("clavier", _clock.GetUtcNow());

    private static IEnumerable<double> Moments(List<GameEvent> told, string name) =>
        told.Where(happened => happened.Is(name)).Select(happened => (happened.Date - Plays.Morning.ToUnixTimeMilliseconds()) / 1000.0);

    // As the page does: a tick every 50 ms.
    private void Wait(BeltGame game, double seconds)
    {
        for (var ticks = (int)Math.Round(seconds * 20); ticks > 0; ticks--)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(50));
            game.Tick();
        }
    }

    private (BeltGame Game, List<GameEvent> Told) Begin(Play play)
    {
        var (journal, told) = Plays.Journal(play, _clock);
        var game = new BeltGame(play, journal, _clock);
        game.Begin();
        return (game, told);
    }

    private static Play Belt(int count, IReadOnlyList<string>? answered = null, int next = 0, bool trained = true) => new()
    {
        SessionId = new Guid("33333333-3333-3333-3333-333333333333"),
        Situation = "controle",
        Label = "Contrôle",
        NextPosition = next,
        TrainingDone = trained,
        Answered = answered ?? [],
        Belt = new BiscuitBelt
        {
            Model = 84,
            Trials = [.. Enumerable.Range(1, 2).Select(number => new BeltTrial { Piece = new BeltPiece($"E{number}", 84, 0), Bin = number == 1 ? BinNames.Good : BinNames.Redo, WhenRight = $"oui E{number}", WhenOther = $"voyez E{number}" })],
            Pieces = [.. Enumerable.Range(1, count).Select(number => new BeltPiece($"B{number:00}", 84, 0))],
        },
    };
}
