using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;

namespace Beffroi.Eva.Player.Tests;

/// <summary>A device's storage that outlives the page.</summary>
internal sealed class FakeShelf : IShelf
{
    private readonly Dictionary<(Guid, Guid, int), GameEvent> _kept = [];

    private readonly List<GameEvent> _sent = [];
    private readonly Dictionary<string, Play> _plays = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, string> _languages = [];
    private Journey? _journey;

    /// <summary>Everything that was ever put here, in order.</summary>
    public List<GameEvent> Told { get; } = [];

    public List<GameEvent> Unreadable { get; } = [];

    public int Count => _kept.Count;

    // Local storage gives its keys in any order.
    public IReadOnlyList<GameEvent> All(Guid evaluation) =>
        [.. _kept.Where(kept => kept.Key.Item1 == evaluation).Select(kept => kept.Value).OrderBy(happened => (happened.Position * 7919) % 101)];

    public void Keep(Guid evaluation, GameEvent happened)
    {
        Told.Add(happened);
        _kept[(evaluation, happened.SessionId, happened.Position)] = happened;
    }

    public void Forget(Guid evaluation, GameEvent happened)
    {
        _sent.Add(happened);
        _kept.Remove((evaluation, happened.SessionId, happened.Position));
    }

    public void SetAside(Guid evaluation, GameEvent happened)
    {
        Unreadable.Add(happened);
        _kept.Remove((evaluation, happened.SessionId, happened.Position));
    }

    public IReadOnlyList<GameEvent> Sent(Guid evaluation) => _sent;

    public IReadOnlyList<GameEvent> Aside(Guid evaluation) => Unreadable;

    public void KeepJourney(Journey journey) => _journey = journey;

    public Journey? Journey() => _journey;

    public void KeepPlay(Guid evaluation, Play play) => _plays[play.Situation] = play;

    public Play? Play(Guid evaluation, string situation) => _plays.GetValueOrDefault(situation);

    public void KeepLanguage(Guid evaluation, string code) => _languages[evaluation] = code;

    public string? Language(Guid evaluation) => _languages.GetValueOrDefault(evaluation);

    public void Clear(Guid evaluation)
    {
        _languages.Remove(evaluation);
        _sent.Clear();
        _plays.Clear();
        _journey = null;
    }
}
