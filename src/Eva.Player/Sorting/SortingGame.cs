using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;
using Beffroi.Eva.Player.Games;

namespace Beffroi.Eva.Player.Sorting;

/// <summary>Sweets to put away: one is taken from the tray, then put in a bin. In the game no word tells whether the bin is right.</summary>
public sealed class SortingGame : Game
{
    private readonly SweetShop _shop;
    private readonly HashSet<string> _settled;

    public SortingGame(Play play, SweetShop shop, Journal journal, TimeProvider clock)
        : base(play, journal)
    {
        _shop = shop;
        _settled = play.Answered.ToHashSet(StringComparer.Ordinal);
        Clock = new GentleClock(clock, TimeSpan.FromSeconds(shop.SecondsPlayed));
    }

    public Tray Tray { get; private set; } = new([]);

    public IReadOnlyList<SweetBin> Bins { get; private set; } = [];

    /// <summary>Taken, and not put down yet.</summary>
    public Sweet? InHand { get; private set; }

    /// <summary>The sweet to look at after the last one was put away; null while the bins are to be looked at.</summary>
    public Sweet? Next { get; private set; }

    /// <summary>The bin that took the last sweet.</summary>
    public SweetBin? Filled { get; private set; }

    /// <summary>What to do now.</summary>
    public SortingStep Step { get; private set; } = SortingStep.Take;

    /// <summary>Sweets and bins are described in words too: the speed of comparing is then not measured.</summary>
    public bool InWords { get; set; }

    public GentleClock Clock { get; }

    /// <summary>The training sweets are all put away.</summary>
    public bool Trained => Phase == Phase.Training && Tray.IsEmpty;

    public override int Number => Done < Total ? Done + 1 : Trained ? Total : 0;

    public override int Total => Concerned.Count;

    public int Done => Concerned.Count(sweet => _settled.Contains(sweet.Id));

    protected override bool HasTraining => _shop.Training.Count > 0;

    protected override EventData? WhatIsShown => InHand is { } sweet ? new EventData().With("piece", sweet.Id) : null;

    private IReadOnlyList<Sweet> Concerned => Phase is Phase.Instruction or Phase.Training or Phase.Ready ? _shop.Training : _shop.Sweets;

    /// <summary>Takes a sweet; the one already in hand goes back first. Taking the same again puts it back.</summary>
    public void Take(string id, Gesture gesture)
    {
        if (Away || Tray.Find(id) is not { } sweet)
        {
            return;
        }

        var again = sweet == InHand;
        PutBack(gesture);
        if (again)
        {
            return;
        }

        (InHand, Next, Step) = (sweet, null, SortingStep.Put);
        Journal.Write(EventNames.PieceTaken, Acted(sweet, gesture), gesture.At);
        if (InWords)
        {
            Journal.Write(EventNames.ReadAloud, new EventData().With("piece", sweet.Id));
        }
    }

    /// <summary>Lets go of the sweet in hand, elsewhere than in a bin: it is back in the tray.</summary>
    public void PutBack(Gesture gesture)
    {
        if (!Away && InHand is { } sweet)
        {
            Journal.Write(EventNames.PieceDroppedOutside, Acted(sweet, gesture), gesture.At);
            (InHand, Next, Step) = (null, sweet, SortingStep.Take);
        }
    }

    /// <summary>Puts the sweet in hand in a bin, for good once the training is over.</summary>
    public void Put(string bin, Gesture gesture)
    {
        if (Held is not { } sweet || Bins.FirstOrDefault(b => string.Equals(b.Id, bin, StringComparison.Ordinal)) is not { } chosen)
        {
            return;
        }

        Journal.Write(EventNames.PieceDropped, Acted(sweet, gesture).With("bac", chosen.Id), gesture.At);
        if (Phase == Phase.Training && chosen.Look != sweet.Look)
        {
            (InHand, Next, Step) = (null, sweet, SortingStep.LookAgain);
            return;
        }

        Filled = chosen;
        PraiseTry();
        PutAway(sweet, Phase == Phase.Training ? SortingStep.Same : SortingStep.Take);
    }

    /// <summary>« Je ne sais pas »: the sweet is put aside, in no bin.</summary>
    public void SetAside(Gesture gesture)
    {
        if (Held is { } sweet)
        {
            Journal.Write(EventNames.PieceDropped, Acted(sweet, gesture).With("neSaisPas", true), gesture.At);
            Filled = null;
            PutAway(sweet, SortingStep.Aside);
        }
    }

    public void LeaveTraining() => Phase = Phase.Ready;

    public override void Pause()
    {
        base.Pause();
        Clock.Stop();
    }

    public override void Resume()
    {
        base.Resume();
        RunClock();
    }

    public override void Look(bool visible)
    {
        base.Look(visible);
        Clock.Stop();
        if (visible)
        {
            RunClock();
        }
    }

    protected override void ShowTraining()
    {
        Lay(_shop.Training, _shop.TrainingBins);
        if (Tray.IsEmpty)
        {
            LeaveTraining();
        }
    }

    protected override void ShowNext()
    {
        Lay(_shop.Sweets, _shop.Bins);
        if (Tray.IsEmpty)
        {
            End();
        }

        RunClock();
    }

    // Nothing in hand: the person is told to take a sweet first.
    private Sweet? Held
    {
        get
        {
            if (!Away && InHand is null && !Tray.IsEmpty)
            {
                Step = SortingStep.TakeFirst;
            }

            return Away ? null : InHand;
        }
    }

    private static EventData Acted(Sweet sweet, Gesture gesture) => new EventData().With("piece", sweet.Id).With("moyen", gesture.Means);

    private void Lay(IReadOnlyList<Sweet> sweets, IReadOnlyList<SweetBin> bins)
    {
        Tray = new Tray(sweets.Where(sweet => !_settled.Contains(sweet.Id)));
        (Bins, InHand, Next, Filled, Step) = (bins, null, null, null, SortingStep.Take);
    }

    private void PutAway(Sweet sweet, SortingStep step)
    {
        _settled.Add(sweet.Id);
        (InHand, Next, Step) = (null, Tray.Remove(sweet), step);
        if (Phase == Phase.Playing && Tray.IsEmpty)
        {
            End();
        }
    }

    private void End()
    {
        Clock.Stop();
        Finish();
    }

    private void RunClock()
    {
        if (Phase == Phase.Playing && !Paused)
        {
            Clock.Run();
        }
    }
}
