using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Events;

/// <summary>Tells what happens in one play: gives each event its position and its date, and hands it to the outbox.</summary>
public sealed class Journal(Play play, Outbox outbox, TimeProvider clock)
{
    // A reload may find events that never left this device: positions go on after them, so that no two events share one.
    private int _next = Math.Max(play.NextPosition, outbox.NextPosition(play.SessionId));

    /// <summary>Told the name of each event once it is kept.</summary>
    public Action<string>? Written { get; init; }

    public void Write(string name, EventData? data = null, DateTimeOffset? at = null)
    {
        outbox.Add(new GameEvent
        {
            SessionId = play.SessionId,
            Situation = play.Situation,
            Position = _next++,
            Name = name,
            Date = (at ?? clock.GetUtcNow()).ToUnixTimeMilliseconds(),
            Data = data?.ToDictionary(),
        });
        Written?.Invoke(name);
    }
}
