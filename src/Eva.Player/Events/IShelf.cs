using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Events;

/// <summary>Where events wait on this device until the server has them: they outlive a reload.</summary>
public interface IShelf
{
    /// <summary>The events of this evaluation that no receipt covers yet, in any order.</summary>
    IReadOnlyList<GameEvent> All(Guid evaluation);

    void Keep(Guid evaluation, GameEvent happened);

    void Forget(Guid evaluation, GameEvent happened);

    /// <summary>Out of the queue yet not deleted: an event that the server could not read, left for a person to look at.</summary>
    void SetAside(Guid evaluation, GameEvent happened);
}
