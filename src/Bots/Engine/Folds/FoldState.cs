using Beffroi.Bots.Keeping;

namespace Beffroi.Bots.Engine.Folds;

/// <summary>How far a fold is, and what it has in memory: written with its outputs, in one transaction.</summary>
public sealed class FoldState
{
    /// <summary>Last place of the log that is counted.</summary>
    public long Seq { get; init; }

    /// <summary>What has to be in memory to go on; empty where the tables suffice.</summary>
    public byte[] State { get; init; } = [];

    /// <summary>Whether more may follow at once.</summary>
    internal bool More { get; init; }

    /// <summary>What this step changes in the tables.</summary>
    internal Func<Sql, CancellationToken, Task>? Outputs { get; init; }
}
