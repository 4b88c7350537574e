using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;
using Beffroi.Eva.Player.Games;

namespace Beffroi.Eva.Player.Inventory;

/// <summary>The store room: containers are opened one by one, bottles counted, the sheet handed in until it is right or the person stops.</summary>
public sealed class InventoryGame : Game
{
    private readonly Stocktake _stocktake;

    public InventoryGame(Play play, Journal journal)
        : base(play, journal)
    {
        _stocktake = play.Stocktake ?? throw new InvalidOperationException("The play has no store room: it is another situation's.");
        (Stock, Sheet) = (_stocktake.Room, new Sheet(_stocktake.Room, _stocktake.Sheet));
    }

    public InventoryView View { get; private set; }

    /// <summary>The training's or the room's.</summary>
    public Stock Stock { get; private set; }

    public Sheet Sheet { get; private set; }

    public Notes Notes { get; private set; } = new();

    public bool NotesOpen { get; set; }

    /// <summary>The container that is open, or was last: it is where the person's place in the room is.</summary>
    public StockContainer? Container { get; private set; }

    /// <summary>After the training's sheet: what to try, or that all is well.</summary>
    public string? Feedback { get; private set; }

    /// <summary>How many times a sheet was handed in since this page opened: each time brings its words.</summary>
    public int Tries { get; private set; }

    // Done is one less than the number shown: the lines that are right.
    public override int Number => Phase switch
    {
        Phase.Training => 1,
        Phase.Playing => Sheet.Right + 1,
        Phase.Instruction or Phase.Ready or Phase.HalfWay or Phase.Finished => 0,
    };

    public override int Total => Stock.Drinks.Count;

    protected override bool HasTraining => _stocktake.Training.Containers.Count > 0;

    protected override EventData? WhatIsShown => View == InventoryView.Container && Container is not null ? Named(Container) : null;

    public void Open(StockContainer container)
    {
        if (View == InventoryView.Room && !Away)
        {
            (View, Container) = (InventoryView.Container, container);
            Journal.Write(EventNames.ContainerOpened, Named(container));
        }
    }

    public void Close()
    {
        if (View == InventoryView.Container && Container is not null && !Away)
        {
            View = InventoryView.Room;
            Journal.Write(EventNames.ContainerClosed, Named(Container));
        }
    }

    public void OpenSheet()
    {
        if (View == InventoryView.Room && !Away)
        {
            View = InventoryView.Sheet;
            Journal.Write(EventNames.SheetOpened);
        }
    }

    public void BackToRoom()
    {
        Sheet.Forgive();
        View = InventoryView.Room;
    }

    public void HandIn(Gesture gesture)
    {
        if (View != InventoryView.Sheet || Away || Feedback is not null || !Sheet.HandIn())
        {
            return;
        }

        Tell(gesture);
        if (Phase == Phase.Training)
        {
            Feedback = InventoryWords.AfterTraining(Stock, Sheet);
            if (Sheet.AllRight)
            {
                PraiseTry();
            }
        }
        else if (Sheet.AllRight)
        {
            Finish();
        }
    }

    public void RetryTraining() => ShowTraining();

    public void LeaveTraining() => (Feedback, Phase) = (null, Phase.Ready);

    /// <summary>Stopping here is asked once; nothing is lost by saying no.</summary>
    public void AskToLeave() => View = InventoryView.Leaving;

    /// <summary>What stands on the sheet is handed in first: numbers typed are never thrown away, and they may be right.</summary>
    public void LeaveForGood(Gesture gesture)
    {
        if (View != InventoryView.Leaving || Away)
        {
            return;
        }

        if (Sheet.Changed && Sheet.HandIn())
        {
            Tell(gesture);
        }

        if (!Sheet.AllRight)
        {
            Journal.Write(EventNames.Stopped);
        }

        Finish();
    }

    protected override void ShowTraining() => Show(_stocktake.Training, new Dictionary<string, string>(StringComparer.Ordinal));

    protected override void ShowNext()
    {
        Show(_stocktake.Room, _stocktake.Sheet);
        if (Sheet.AllRight)
        {
            Finish();
        }
    }

    private void Show(Stock stock, IReadOnlyDictionary<string, string> handedIn)
    {
        (Stock, Sheet, Notes) = (stock, new Sheet(stock, handedIn), new Notes());
        (View, Container, Feedback) = (InventoryView.Room, null, null);
    }

    private void Tell(Gesture gesture)
    {
        Tries++;
        Journal.Write(
            EventNames.SheetSubmitted,
            Sheet.Lines.Aggregate(new EventData(), (data, line) => data.With(line.Drink.Id, line.Text.Trim())).With("moyen", gesture.Means),
            gesture.At);
    }

    private static EventData Named(StockContainer container) => new EventData().With("contenant", container.Id);
}
