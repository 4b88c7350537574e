namespace Beffroi.Bots.Analysing;

/// <summary>A few analyses at a time on each node: each holds what it counts in memory.</summary>
public sealed class NarrativeGate : IDisposable
{
    const int AtOnce = 3;

    readonly SemaphoreSlim _places = new(AtOnce);

    public async Task<IDisposable> Enter(CancellationToken ct)
    {
        await _places.WaitAsync(ct);
        return new Place(_places);
    }

    public void Dispose() => _places.Dispose();

    sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
