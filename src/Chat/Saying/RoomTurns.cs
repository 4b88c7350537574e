namespace Beffroi.Chat;

/// <summary>One writer at a time in a room, on this node: what is kept is told in the same order. Between nodes, the row of the room does as much for what is kept.</summary>
public sealed class RoomTurns : IDisposable
{
    // Rooms share a few: what waits is a write of a millisecond.
    const int Doors = 64;

    readonly SemaphoreSlim[] _doors = [.. Enumerable.Range(0, Doors).Select(_ => new SemaphoreSlim(1))];

    public async Task<IDisposable> Take(Guid roomId, CancellationToken ct)
    {
        var door = _doors[(uint)roomId.GetHashCode() % Doors];
        await door.WaitAsync(ct);
        return new Turn(door);
    }

    public void Dispose()
    {
        foreach (var door in _doors)
        {
            door.Dispose();
        }
    }

    sealed class Turn(SemaphoreSlim door) : IDisposable
    {
        public void Dispose() => door.Release();
    }
}
