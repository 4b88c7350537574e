using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;

namespace Beffroi.Browser.Tests;

/// <summary>The storage of a device that no browser runs: it outlives the page.</summary>
sealed class Pocket : IShelf
{
    readonly Dictionary<(Guid Session, int Position), GameEvent> _waiting = [];
    readonly List<GameEvent> _sent = [];
    readonly List<GameEvent> _aside = [];
    readonly Dictionary<string, Play> _plays = new(StringComparer.Ordinal);
    readonly Dictionary<Guid, string> _languages = [];
    Journey? _journey;

    public IReadOnlyList<GameEvent> All(Guid evaluation) => [.. _waiting.Values];

    public void Keep(Guid evaluation, GameEvent happened) => _waiting.Add((happened.SessionId, happened.Position), happened);

    public void Forget(Guid evaluation, GameEvent happened)
    {
        _waiting.Remove((happened.SessionId, happened.Position));
        _sent.Add(happened);
    }

    public IReadOnlyList<GameEvent> Sent(Guid evaluation) => _sent;

    public void SetAside(Guid evaluation, GameEvent happened)
    {
        _waiting.Remove((happened.SessionId, happened.Position));
        _aside.Add(happened);
    }

    public IReadOnlyList<GameEvent> Aside(Guid evaluation) => _aside;

    public void KeepJourney(Journey journey) => _journey = journey;

    public Journey? Journey() => _journey;

    public void KeepPlay(Guid evaluation, Play play) => _plays[play.Situation] = play;

    public Play? Play(Guid evaluation, string situation) => _plays.GetValueOrDefault(situation);

    public void KeepLanguage(Guid evaluation, string code) => _languages[evaluation] = code;

    public string? Language(Guid evaluation) => _languages.GetValueOrDefault(evaluation);

    public void Clear(Guid evaluation)
    {
        _sent.Clear();
        _plays.Clear();
        _journey = null;
    }
}
