namespace Beffroi.Bots.Keeping;

/// <summary>What a source read since its last append, and who runs it: written in the same transaction as the posts.</summary>
public sealed record SourceTurn
{
    /// <summary>Must hold the lease of the source, or nothing is written.</summary>
    public required string LeaseOwner { get; init; }

    /// <summary>Posts read, whether or not they matched.</summary>
    public long Read { get; init; }
    public long Broken { get; init; }

    /// <summary>In the units of <see cref="Source.Budget"/>.</summary>
    public long Spent { get; init; }
}

/// <summary>Another node runs the source now, or nobody may: what was read since is read again by whoever runs it.</summary>
public sealed class LeaseLostException() : Exception("The lease of this source is held by another node.");
