using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;
using Beffroi.Eva.Player.Games;
using Beffroi.Eva.Player.Inventory;

namespace Beffroi.Eva.Player.Tests;

public sealed class InventoryGameTests
{
    private static readonly Gesture Key = new("clavier", Plays.Morning);

    [Fact]
    public void A_whole_play_opens_counts_corrects_and_finishes()
    {
        var (game, told) = Begin(StoreRooms.Play());
        Assert.Equal((Phase.Training, 1, 1), (game.Phase, game.Number, game.Total));
        Visit(game, game.Stock.Containers[0]);
        Fill(game, ("the", "2"));
        Assert.Equal("Oui, il y a 2 bouteilles. Vous savez remplir la feuille.", game.Feedback);
        game.LeaveTraining();
        Assert.Equal(Phase.Ready, game.Phase);

        game.StartGame();
        Assert.Equal((Phase.Playing, 2), (game.Phase, game.Total));
        foreach (var container in game.Stock.Containers)
        {
            Visit(game, container);
        }

        Fill(game, ("eau", "3"), ("lait", "4"));
        Assert.Equal((1, 1, 2), (game.Sheet.Right, game.Sheet.Wrong, game.Number));
        Assert.Equal("1 ligne est juste. 1 ligne est à recompter.", InventoryWords.AfterTry(game.Sheet));
        game.BackToRoom();
        Fill(game, ("lait", "2"));

        Assert.Equal(Phase.Finished, game.Phase);
        Assert.Equal(
            ["demarrageEntrainement", "ouvertureContenant", "fermetureContenant", "ouvertureSaisieInventaire", "saisieInventaire", "demarrage",
             "ouvertureContenant", "fermetureContenant", "ouvertureContenant", "fermetureContenant", "ouvertureSaisieInventaire", "saisieInventaire",
             "ouvertureSaisieInventaire", "saisieInventaire", "finSituation"],
            told.Select(happened => happened.Name));
        Assert.Equal(["e01", "c01", "c02"], told.Where(happened => happened.Is(EventNames.ContainerOpened)).Select(happened => happened.Text("contenant")));
        Assert.Equal(("3", "2", "clavier"), (told[^2].Text("eau"), told[^2].Text("lait"), told[^2].Text("moyen")));
        Assert.Null(told[^2].Text("reussite"));
        Assert.Equal(Enumerable.Range(0, told.Count), told.Select(happened => happened.Position));
    }

    [Fact]
    public void A_training_count_that_differs_is_answered_kindly_and_can_be_made_again()
    {
        var (game, told) = Begin(StoreRooms.Play());
        Fill(game, ("the", "5"));
        Assert.Equal("Vous écrivez 5. Retournez au placard et comptez encore.", game.Feedback);
        game.RetryTraining();
        Assert.Equal((InventoryView.Room, null, ""), (game.View, game.Feedback, game.Sheet.Lines[0].Text));
        Fill(game, ("the", "2"));
        Assert.Equal(2, told.Count(happened => happened.Is(EventNames.SheetSubmitted)));
        Assert.DoesNotContain(told, happened => happened.Is(EventNames.Started));
    }

    [Fact]
    public void An_empty_an_unreadable_or_an_unchanged_sheet_is_no_try()
    {
        var (game, told) = Begin(StoreRooms.Play(trained: true));
        Fill(game);
        Assert.Equal("Écrivez au moins 1 nombre.", game.Sheet.Missing);
        Type(game, ("eau", "trois"));
        game.HandIn(Key);
        Assert.Equal("Écrivez les nombres avec des chiffres.", game.Sheet.Missing);
        Type(game, ("eau", "9"));
        game.HandIn(Key);
        Assert.Null(game.Sheet.Missing);
        game.HandIn(Key);
        Assert.Equal("Changez 1 ligne, puis validez.", game.Sheet.Missing);

        var sheet = Assert.Single(told, happened => happened.Is(EventNames.SheetSubmitted));
        Assert.Equal(("9", ""), (sheet.Text("eau"), sheet.Text("lait")));
        Assert.Equal("Vos nombres sont gardés. 1 ligne est à recompter. 1 ligne est à remplir.", InventoryWords.AfterTry(game.Sheet));
    }

    [Fact]
    public void A_line_that_is_right_stays_whatever_is_typed_on_it()
    {
        var (game, _) = Begin(StoreRooms.Play(trained: true));
        Fill(game, ("eau", " 3 "));
        Type(game, ("eau", "8"));
        Assert.Equal((" 3 ", true), (game.Sheet.Lines[0].Text, game.Sheet.Lines[0].Kept));
    }

    [Fact]
    public void Stopping_is_asked_once_and_hands_in_what_is_typed()
    {
        var (game, told) = Begin(StoreRooms.Play(trained: true));
        game.LeaveForGood(Key);
        Assert.Equal(Phase.Playing, game.Phase);
        game.OpenSheet();
        Type(game, ("eau", "3"));
        game.AskToLeave();
        game.BackToRoom();
        game.AskToLeave();
        game.LeaveForGood(Key);

        Assert.Equal(["saisieInventaire", "abandon", "finSituation"], told.TakeLast(3).Select(happened => happened.Name));
        Assert.Equal("Vos nombres sont gardés. 1 ligne est juste.", InventoryWords.Thanks(game.Sheet));
    }

    [Fact]
    public void Stopping_on_a_sheet_that_is_right_is_a_success()
    {
        var (game, told) = Begin(StoreRooms.Play(trained: true));
        game.OpenSheet();
        Type(game, ("eau", "3"), ("lait", "2"));
        game.AskToLeave();
        game.LeaveForGood(Key);

        Assert.Equal(["saisieInventaire", "finSituation"], told.TakeLast(2).Select(happened => happened.Name));
        Assert.Equal("Le stock est compté : les 2 lignes sont justes.", InventoryWords.Thanks(game.Sheet));
    }

    [Fact]
    public void Stopping_with_nothing_typed_tells_no_try()
    {
        var (game, told) = Begin(StoreRooms.Play(trained: true));
        game.AskToLeave();
        game.LeaveForGood(Key);
        Assert.Equal(["abandon", "finSituation"], told.TakeLast(2).Select(happened => happened.Name));
        Assert.DoesNotContain(told, happened => happened.Is(EventNames.SheetSubmitted));
    }

    [Fact]
    public void Nothing_opens_behind_a_pause_and_the_help_tells_which_container_is_open()
    {
        var (game, told) = Begin(StoreRooms.Play(trained: true));
        game.Open(game.Stock.Containers[1]);
        game.AskHelp();
        game.Close();
        Assert.Equal((InventoryView.Container, "c02"), (game.View, told[^1].Text("contenant")));
        game.CloseHelp();
        game.Close();
        game.Pause();
        game.Open(game.Stock.Containers[0]);
        Assert.Equal(InventoryView.Room, game.View);
        Assert.Equal("c02", game.Container?.Id);
    }

    [Fact]
    public void Coming_back_finds_the_last_sheet_the_server_s_or_this_device_s()
    {
        var play = StoreRooms.Play(trained: true, sheet: new(StringComparer.Ordinal) { ["eau"] = "3", ["lait"] = "7" });
        var (game, _) = Begin(play);
        Assert.Equal((true, 1, 1, "7"), (game.Sheet.HandedIn, game.Sheet.Right, game.Sheet.Wrong, game.Sheet.Lines[1].Text));

        var (other, told) = Begin(StoreRooms.Play(trained: true));
        Fill(other, ("lait", "5"));
        var again = play.With(told);
        Assert.Equal(("", "5"), (again.Stocktake!.Sheet["eau"], again.Stocktake.Sheet["lait"]));
    }

    [Fact]
    public void Notes_and_numbers_not_handed_in_are_found_again_on_this_device()
    {
        var (game, _) = Begin(StoreRooms.Play(trained: true));
        var (water, milk) = (game.Stock.Drinks[0], game.Stock.Drinks[1]);
        game.Notes.Add(water, 1);
        game.Notes.Add(water, 1);
        game.Notes.Add(milk, -1);
        Assert.Equal((2, 0), (game.Notes.Of(water), game.Notes.Of(milk)));
        Type(game, ("lait", "4"));
        var written = InventoryMemory.Write(game);

        var (again, told) = Begin(StoreRooms.Play(trained: true));
        InventoryMemory.Recall(again, written + "\nnote the 3\nligne\nnote eau x");
        Assert.Equal((2, "4"), (again.Notes.Of(water), again.Sheet.Lines[1].Text));
        again.Sheet.Copy(again.Notes);
        Assert.Equal(("2", "4"), (again.Sheet.Lines[0].Text, again.Sheet.Lines[1].Text));
        Assert.DoesNotContain(told, happened => happened.Is(EventNames.SheetSubmitted));
    }

    private static void Visit(InventoryGame game, StockContainer container)
    {
        game.Open(container);
        game.Close();
    }

    private static void Fill(InventoryGame game, params (string Drink, string Text)[] typed)
    {
        game.OpenSheet();
        Type(game, typed);
        game.HandIn(Key);
    }

    private static void Type(InventoryGame game, params (string Drink, string Text)[] typed)
    {
        foreach (var (drink, text) in typed)
        {
            game.Sheet.Lines.Single(line => line.Drink.Id == drink).Type(text);
        }
    }

    private static (InventoryGame Game, List<GameEvent> Told) Begin(Play play)
    {
        var (journal, told) = Plays.Journal(play);
        var game = new InventoryGame(play, journal);
        game.Begin();
        return (game, told);
    }
}
