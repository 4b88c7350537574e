using System.Text.Json;
using Beffroi.Eva;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Cli.World;

/// <summary>Tells one play as the player's own journal would, and reads it through the site's own door.</summary>
sealed class EventScript(Run run, WorldPlayer player)
{
    readonly List<GameEvent> _events = [];
    DateTimeOffset _now = run.StartedAt;

    public WorldPlayer Player => player;

    public Random Chance { get; } = new(player.Seed + run.Situation.Length);

    /// <summary>The moment of the last event told.</summary>
    public DateTimeOffset Now => _now;

    /// <summary>How many things the person does before she leaves for the day; all of them when she does not.</summary>
    public int Most => player.Leaves is { } leaves && string.Equals(leaves.Situation, run.Situation, StringComparison.Ordinal) ? leaves.After : int.MaxValue;

    public void Tell(string name, double secondsAfter, params (string Name, object? Value)[] data)
    {
        _now += TimeSpan.FromSeconds(secondsAfter);
        _events.Add(new()
        {
            SessionId = run.Id,
            Situation = run.Situation,
            Position = _events.Count,
            Name = name,
            Date = _now.ToUnixTimeMilliseconds(),
            Data = data.Where(d => d.Value is not null).ToDictionary(d => d.Name, d => JsonSerializer.SerializeToElement(d.Value), StringComparer.Ordinal),
        });
    }

    /// <summary>The situation is left for good, unless the person has to go before.</summary>
    public IReadOnlyList<EventLine> End()
    {
        if (Most == int.MaxValue)
        {
            Tell(EventNames.Finished, 0.1);
        }

        return
        [
            .. _events.Select((told, number) => EventReading.Read(JsonSerializer.SerializeToElement(told, EvaJson.Default.GameEvent), number, [run], Received(told)) switch
            {
                ({ } line, _, _) => line,
                var (_, _, reason) => throw new InvalidOperationException($"The named world tells an event that the site refuses ({told.Name}): {reason}."),
            }),
        ];
    }

    static DateTimeOffset Received(GameEvent told) => DateTimeOffset.FromUnixTimeMilliseconds(told.Date).AddSeconds(1);
}
