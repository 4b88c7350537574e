using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Events;

/// <summary>Where events wait on this device until the server has them: they outlive a reload.</summary>
public interface IShelf
{
    /// <summary>The events of this evaluation that no receipt covers yet, in any order.</summary>
    IReadOnlyList<GameEvent> All(Guid evaluation);

    void Keep(Guid evaluation, GameEvent happened);

    /// <summary>A receipt covers the event: it no longer waits, and is kept until the visit ends so that a play can go on without the server.</summary>
    void Forget(Guid evaluation, GameEvent happened);

    /// <summary>The events of this evaluation that receipts cover, as far as this device remembers them, in any order.</summary>
    IReadOnlyList<GameEvent> Sent(Guid evaluation);

    /// <summary>Out of the queue yet not deleted: an event that the server could not read, left for a person to look at.</summary>
    void SetAside(Guid evaluation, GameEvent happened);

    IReadOnlyList<GameEvent> Aside(Guid evaluation);

    /// <summary>Where the person stands, to go on from without a network.</summary>
    void KeepJourney(Journey journey);

    /// <summary>Null when nothing was kept.</summary>
    Journey? Journey();

    void KeepPlay(Guid evaluation, Play play);

    /// <summary>Null when it was not kept.</summary>
    Play? Play(Guid evaluation, string situation);

    /// <summary>The language chosen for the instructions of this evaluation.</summary>
    void KeepLanguage(Guid evaluation, string code);

    /// <summary>Null when none was chosen on this device.</summary>
    string? Language(Guid evaluation);

    /// <summary>Leaves nothing of an evaluation that the server has: what waits or was set aside stays.</summary>
    void Clear(Guid evaluation);
}
