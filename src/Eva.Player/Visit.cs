using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;
using Beffroi.Eva.Player.Games;
using Beffroi.Eva.Player.Tongues;

namespace Beffroi.Eva.Player;

/// <summary>Where the person is: each place is a screen.</summary>
public enum Place
{
    Arriving,

    /// <summary>No entry, or one that is over: the way in is the code.</summary>
    Outside,
    Unreachable,
    Town,
    Inside,

    /// <summary>Every door is done: the end screen is the server's.</summary>
    End,
}

/// <summary>One visit to the town: from the arrival to the end, through the doors in their order.</summary>
public sealed class Visit(Server server, IShelf shelf, TimeProvider clock)
{
    /// <summary>At a door one waits this long for the answers of the one before; they go on being sent inside.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public Place Place { get; private set; } = Place.Arriving;

    public Journey? Journey { get; private set; }

    public Game? Game { get; private set; }

    public Outbox? Outbox { get; private set; }

    /// <summary>The language of the instructions: chosen on this device for this evaluation, else the one the server knows.</summary>
    public Tongue Tongue { get; } = new();

    /// <summary>Told the name of each thing that happens in a game.</summary>
    public Action<string>? Happened { get; set; }

    /// <summary>The door to open: the first one not done.</summary>
    public Step? Next => Journey?.Steps.FirstOrDefault(step => !step.Done);

    /// <summary>Every door to come can be opened without a network.</summary>
    public bool ReadyAlone { get; private set; }

    /// <summary>Arrives, or tries again. What this device still holds leaves first, so that the server knows where the person stands. Without a
    /// network, what the device remembers of the last arrival is enough.</summary>
    public async Task Arrive(Action<Outbox> start)
    {
        Place = Place.Arriving;
        var asked = await server.Journey();
        if ((asked.Value ?? (asked.NoEntry ? null : shelf.Journey())) is not { } journey)
        {
            Place = asked.NoEntry ? Place.Outside : Place.Unreachable;
            return;
        }

        if (Outbox is null)
        {
            Outbox = new Outbox(journey.EvaluationId, batch => server.Send(journey.EvaluationId, batch), shelf, clock);
            var held = Outbox.State != Saving.Saved;
            start(Outbox);
            if (held && asked.Value is not null && await Outbox.Settle(Patience) == Saving.Saved)
            {
                journey = (await server.Journey()).Value ?? journey;
            }
        }

        Know(journey with { Steps = [.. journey.Steps.Select(step => Outbox.HoldsTheEndOf(step.Situation) ? step with { Done = true } : step)] });
        Tongue.Remember(Language.Find(shelf.Language(journey.EvaluationId) ?? journey.Language));
        Tongue.JustChosen = Keep;
        Place = Next is null ? Place.End : Place.Town;
    }

    /// <summary>Fetches what the doors to come hide, and the page itself, so that the rest can be played without a network.</summary>
    /// <param name="keepPage">Keeps the page on the device; false when this browser cannot.</param>
    public async Task Prepare(Func<Task<bool>> keepPage)
    {
        if (Journey is not { } journey || ReadyAlone)
        {
            return;
        }

        foreach (var step in journey.Steps.Where(step => !step.Done))
        {
            if ((await server.Play(journey.EvaluationId, step.Situation)).Value is not { } play)
            {
                return;
            }

            shelf.KeepPlay(journey.EvaluationId, play);
        }

        ReadyAlone = await keepPage();
    }

    /// <summary>Opens the next door: gets the play, new or half done, from the server or from what was prepared.</summary>
    public async Task Enter()
    {
        if (Journey is null || Next is null || Outbox is null)
        {
            return;
        }

        // Known to be without a network, nobody waits for it at the door.
        if (Outbox.State != Saving.Waiting)
        {
            await Outbox.Settle(Patience);
        }

        var asked = await server.Play(Journey.EvaluationId, Next.Situation);
        var found = asked.Value ?? (asked.NoEntry ? null : shelf.Play(Journey.EvaluationId, Next.Situation));
        if (found?.With(Outbox.Known(found.SessionId)) is not { } play)
        {
            Place = asked.NoEntry ? Place.Outside : Place.Unreachable;
            return;
        }

        shelf.KeepPlay(Journey.EvaluationId, found);
        Game = Doors.Open(play, new Journal(play, Outbox, clock) { Written = name => Happened?.Invoke(name) }, clock);
        if (Tongue.Chosen is { } language)
        {
            Game.ReadIn(language.Code);
        }

        Place = Place.Inside;
    }

    /// <summary>The person leaves, and the server has everything: the next one at this computer finds nothing of it.</summary>
    public void Tidy()
    {
        if (Journey is not null && Outbox?.State == Saving.Saved)
        {
            shelf.Clear(Journey.EvaluationId);
        }
    }

    /// <summary>Comes out of a finished situation. The page knows it is done even while the network is away.</summary>
    public void ComeOut()
    {
        if (Journey is not null && Game is not null)
        {
            Know(Journey with
            {
                Steps = [.. Journey.Steps.Select(step => string.Equals(step.Situation, Game.Play.Situation, StringComparison.Ordinal) ? step with { Done = true } : step)],
            });
        }

        Game = null;
        Place = Next is null ? Place.End : Place.Town;
    }

    private void Keep(Language language)
    {
        if (Journey is not null)
        {
            shelf.KeepLanguage(Journey.EvaluationId, language.Code);
        }

        Game?.ReadIn(language.Code);
    }

    private void Know(Journey journey)
    {
        if (shelf.Journey() is { } before && before.EvaluationId != journey.EvaluationId)
        {
            shelf.Clear(before.EvaluationId);
        }

        Journey = journey;
        // A computer is shared: who played is not written on it.
        shelf.KeepJourney(journey with { Name = "" });
    }
}
