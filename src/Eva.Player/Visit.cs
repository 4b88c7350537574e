using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Biscuits;
using Beffroi.Eva.Player.Events;
using Beffroi.Eva.Player.Games;
using Beffroi.Eva.Player.Questions;
using Beffroi.Eva.Player.Words;

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

    /// <summary>The door to open: the first one not done.</summary>
    public Step? Next => Journey?.Steps.FirstOrDefault(step => !step.Done);

    /// <summary>Arrives, or tries again. What this device still holds leaves first, so that the server knows where the person stands.</summary>
    public async Task Arrive(Action<Outbox> start)
    {
        Place = Place.Arriving;
        var asked = await server.Journey();
        if (asked.Value is not { } journey)
        {
            Place = asked.NoEntry ? Place.Outside : Place.Unreachable;
            return;
        }

        if (Outbox is null)
        {
            Outbox = new Outbox(journey.EvaluationId, batch => server.Send(journey.EvaluationId, batch), shelf, clock);
            var held = Outbox.State != Saving.Saved;
            start(Outbox);
            if (held && await Outbox.Settle(Patience) == Saving.Saved)
            {
                journey = (await server.Journey()).Value ?? journey;
            }
        }

        Journey = journey;
        Place = Next is null ? Place.End : Place.Town;
    }

    /// <summary>Opens the next door: gets the play, new or half done.</summary>
    public async Task Enter()
    {
        if (Journey is null || Next is null || Outbox is null)
        {
            return;
        }

        await Outbox.Settle(Patience);
        var asked = await server.Play(Journey.EvaluationId, Next.Situation);
        if (asked.Value?.With(Outbox.Unsent(asked.Value.SessionId)) is not { } play)
        {
            Place = asked.NoEntry ? Place.Outside : Place.Unreachable;
            return;
        }

        var journal = new Journal(play, Outbox, clock);
        Game = play.Belt is not null ? new BeltGame(play, journal, clock) : play.Stimuli.Count > 0 ? new WordGame(play, journal) : new QuestionGame(play, journal);
        Place = Place.Inside;
    }

    /// <summary>Comes out of a finished situation. The page knows it is done even while the network is away.</summary>
    public void ComeOut()
    {
        if (Journey is not null && Game is not null)
        {
            Journey = Journey with
            {
                Steps = [.. Journey.Steps.Select(step => string.Equals(step.Situation, Game.Play.Situation, StringComparison.Ordinal) ? step with { Done = true } : step)],
            };
        }

        Game = null;
        Place = Next is null ? Place.End : Place.Town;
    }
}
