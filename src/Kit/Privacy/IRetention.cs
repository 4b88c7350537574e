namespace Beffroi.Kit;

/// <summary>A module that erases, or makes nobody of, what is past its time: what its next round would take, counted and left as it is.</summary>
public interface IRetention
{
    /// <summary>The service, in words.</summary>
    string Service { get; }

    Task<IReadOnlyList<DueToGo>> Due(CancellationToken ct);
}

/// <param name="What">What goes, in words of several.</param>
/// <param name="Kept">For how long it is kept.</param>
public sealed record DueToGo(string What, string Kept, int Count);
