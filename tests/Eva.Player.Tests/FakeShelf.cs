using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;

namespace Beffroi.Eva.Player.Tests;

/// <summary>A device's storage that outlives the page.</summary>
internal sealed class FakeShelf : IShelf
{
    private readonly Dictionary<(Guid, Guid, int), GameEvent> _kept = [];

    public List<GameEvent> Aside { get; } = [];

    public int Count => _kept.Count;

    // Local storage gives its keys in any order.
    public IReadOnlyList<GameEvent> All(Guid evaluation) =>
        [.. _kept.Where(kept => kept.Key.Item1 == evaluation).Select(kept => kept.Value).OrderBy(happened => (happened.Position * 7919) % 101)];

    public void Keep(Guid evaluation, GameEvent happened) => _kept[(evaluation, happened.SessionId, happened.Position)] = happened;

    public void Forget(Guid evaluation, GameEvent happened) => _kept.Remove((evaluation, happened.SessionId, happened.Position));

    public void SetAside(Guid evaluation, GameEvent happened)
    {
        Aside.Add(happened);
        Forget(evaluation, happened);
    }
}
