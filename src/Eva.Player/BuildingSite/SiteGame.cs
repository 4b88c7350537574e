using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;
using Beffroi.Eva.Player.Games;
using Beffroi.Eva.Player.Questions;

namespace Beffroi.Eva.Player.BuildingSite;

/// <summary>A building site to explore: the person opens a place, says whether there is a danger, then which one.</summary>
public sealed class SiteGame : Game
{
    private readonly HashSet<string> _settled;
    private int _told;

    public SiteGame(Play play, Journal journal)
        : base(play, journal) => _settled = play.Answered.ToHashSet(StringComparer.Ordinal);

    /// <summary>The places that can be opened now: that of the training, or those of the site.</summary>
    public IReadOnlyList<Zone> Zones => Phase == Phase.Training ? Play.TrainingZones : Play.Zones;

    /// <summary>The place looked at closely; null while the person searches.</summary>
    public Zone? Open { get; private set; }

    /// <summary>What is asked about <see cref="Open"/>.</summary>
    public Item? Asked { get; private set; }

    public Draft? Draft { get; private set; }

    /// <summary>What is missing from the answer just tried, said kindly.</summary>
    public string? Missing { get; private set; }

    /// <summary>After a training answer only.</summary>
    public string? Feedback { get; private set; }

    /// <summary>The places are a list: for those who cannot see the picture. The search is then not measured.</summary>
    public bool AsList { get; private set; }

    /// <summary>The person said they have looked at everything, and is asked once whether they are sure.</summary>
    public bool Leaving { get; private set; }

    /// <summary>Grows each time the site can be searched again: its event is told once for each, when it is on the screen.</summary>
    public int Showing { get; private set; }

    public int Seen => Zones.Count(IsSeen);

    public override int Number => Seen < Zones.Count ? Seen + 1 : 0;

    public override int Total => Zones.Count;

    protected override bool HasTraining => Play.TrainingZones.Any(zone => !IsSeen(zone));

    protected override EventData? WhatIsShown => Open is null ? null : new EventData().With("zone", Open.Id);

    private bool Searching => Phase is Phase.Training or Phase.Playing && Open is null && !Leaving && !Away;

    public bool IsSeen(Zone zone) => _settled.Contains(zone.Id);

    /// <summary>The site is on the screen since <paramref name="at"/>: the search begins, or goes on.</summary>
    public void Shown(DateTimeOffset at)
    {
        if (Searching && _told != Showing)
        {
            _told = Showing;
            Journal.Write(EventNames.SceneShown, new EventData().With("forme", AsList ? "liste" : "image"), at);
        }
    }

    public void LookAt(string id, Gesture gesture)
    {
        if (Searching && Zones.FirstOrDefault(zone => string.Equals(zone.Id, id, StringComparison.Ordinal)) is { } zone && !IsSeen(zone))
        {
            Open = zone;
            Journal.Write(EventNames.ZoneOpened, WhatIsShown!.With("moyen", gesture.Means), gesture.At);
            Ask(Asking.IsThereDanger(zone, AsList));
        }
    }

    /// <summary>A click where there is nothing to look at.</summary>
    /// <param name="x">From the left of the picture, in thousandths of its width.</param>
    /// <param name="y">From the top, in thousandths of its height.</param>
    /// <param name="gesture">With what it was done.</param>
    public void ClickOutside(int x, int y, Gesture gesture)
    {
        if (Searching)
        {
            Journal.Write(EventNames.ClickedOutside, new EventData().With("x", Math.Clamp(x, 0, 1000)).With("y", Math.Clamp(y, 0, 1000)), gesture.At);
        }
    }

    /// <summary>Back to the site without an answer: the place can be opened again.</summary>
    public void LeaveZone()
    {
        if (Open is not null && !Away)
        {
            Search();
        }
    }

    public void ShowList(bool asList)
    {
        AsList = asList;
        Search();
    }

    public void Submit(Gesture gesture)
    {
        if (Open is null || Asked is null || Draft is null || Away || Feedback is not null)
        {
            return;
        }

        Missing = Draft.Missing;
        if (Missing is not null)
        {
            return;
        }

        var judging = Asking.IsFirst(Asked);
        Journal.Write(
            judging ? EventNames.DangerJudged : EventNames.DangerNamed,
            WhatIsShown!.With("reponse", Draft.Value ?? "neSaisPas").With("moyen", gesture.Means),
            gesture.At);
        if (judging && Asking.SeesDanger(Draft))
        {
            Ask(Asking.WhichDanger(Open, AsList));
        }
        else if (Phase == Phase.Training)
        {
            Feedback = SiteFeedback.For(Open, Asked, Draft);
        }
        else
        {
            _settled.Add(Open.Id);
            ShowNext();
        }
    }

    /// <summary>Training: the same place from the first question.</summary>
    public void TryAgain() => Ask(Asking.IsThereDanger(Open ?? throw new InvalidOperationException("No place is open: there is nothing to try again."), AsList));

    public void LeaveTraining()
    {
        if (Open is not null)
        {
            _settled.Add(Open.Id);
        }

        Close();
        if (HasTraining)
        {
            Search();
        }
        else
        {
            Phase = Phase.Ready;
        }
    }

    public void AskToEnd() => Leaving = Searching && Phase == Phase.Playing;

    public void KeepLooking() => Search();

    public void End()
    {
        if (Leaving && !Away)
        {
            Leaving = false;
            Finish();
        }
    }

    public override void CloseHelp()
    {
        base.CloseHelp();
        Showing++;
    }

    public override void Resume()
    {
        base.Resume();
        Showing++;
    }

    protected override void ShowTraining() => Search();

    protected override void ShowNext()
    {
        Search();
        if (Seen == Zones.Count)
        {
            Finish();
        }
    }

    private void Search()
    {
        Close();
        Showing++;
    }

    private void Close() => (Open, Asked, Draft, Missing, Feedback, Leaving) = (null, null, null, null, null, false);

    private void Ask(Item item) => (Asked, Draft, Missing, Feedback) = (item, new Draft(item), null, null);
}
