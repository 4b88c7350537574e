using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Games;
using Beffroi.Eva.Player.Sorting;
using Beffroi.Eva.Player.Words;
using Microsoft.Extensions.Time.Testing;

namespace Beffroi.Eva.Player.Tests;

/// <summary>Which acts have a sound: a good trial has its own, an answer of the game never has.</summary>
public sealed class SoundsTests
{
    private static readonly SweetLook Dots = new(SweetShape.Star, SweetPattern.Dots, SweetColour.Yellow);
    private static readonly SweetLook Waves = new(SweetShape.Wrapped, SweetPattern.Waves, SweetColour.Orange);

    private int _good;

    [Fact]
    public void A_word_judged_well_sounds_in_the_trials_and_no_word_sounds_in_the_game()
    {
        var (journal, _) = Plays.Journal(Plays.Words(count: 2));
        var game = new WordGame(Plays.Words(count: 2), journal) { TriedWell = () => _good++ };
        game.Begin();

        Judge(game, french: false);
        Assert.Equal(0, _good);
        game.LeaveTrainingWord();
        Judge(game, french: false);
        Assert.Equal(1, _good);
        game.LeaveTrainingWord();
        game.StartGame();
        Judge(game, french: true);
        game.GoOn();
        Judge(game, french: true);

        Assert.Equal((Phase.Finished, 1), (game.Phase, _good));
    }

    [Fact]
    public void A_sweet_in_the_right_bin_sounds_well_in_the_trials_only_and_each_one_put_down_is_told_alike()
    {
        var shop = new SweetShop
        {
            Training = [new Sweet("E1", Dots)],
            TrainingBins = [new SweetBin("EB1", Dots), new SweetBin("EB2", Waves)],
            Sweets = [new Sweet("S1", Dots), new Sweet("S2", Waves)],
            Bins = [new SweetBin("B1", Dots), new SweetBin("B2", Waves)],
        };
        var play = Plays.Questions() with { Situation = "tri", Training = [], Items = [], Sweets = shop };
        var written = new List<string>();
        var clock = new FakeTimeProvider(Plays.Morning);
        var journal = new Events.Journal(play, new Events.Outbox(Guid.Empty, _ => Task.FromResult(Events.Delivery.Received), new FakeShelf(), clock), clock) { Written = written.Add };
        var game = new SortingGame(play, shop, journal, clock) { TriedWell = () => _good++ };
        game.Begin();

        Put(game, "E1", "EB2");
        Assert.Equal(0, _good);
        Put(game, "E1", "EB1");
        Assert.Equal(1, _good);
        game.LeaveTraining();
        game.StartGame();
        Put(game, "S1", "B1");
        Put(game, "S2", "B1");

        Assert.Equal((Phase.Finished, 1), (game.Phase, _good));
        Assert.Equal(4, written.Count(name => name == EventNames.PieceDropped));
    }

    private static void Put(SortingGame game, string sweet, string bin)
    {
        game.Take(sweet, default);
        game.Put(bin, default);
    }

    private static void Judge(WordGame game, bool french)
    {
        Assert.True(game.Reveal(game.Showing));
        game.Shown(Plays.Morning);
        Assert.True(game.Judge(french, new Gesture("clavier", Plays.Morning + TimeSpan.FromSeconds(1))));
    }
}
