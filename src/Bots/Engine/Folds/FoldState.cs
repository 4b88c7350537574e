using Beffroi.Bots.Keeping;

namespace Beffroi.Bots.Engine.Folds;

/// <summary>How far a fold is, and what it has in memory: written with its outputs, in one transaction.</summary>
public sealed class FoldState
{
    /// <summary>Last place of the log that is counted.</summary>
    public long Seq { get; init; }

    /// <summary>What has to be in memory to go on. Null: what the table holds stays as it is, and nothing where it holds nothing.</summary>
    public byte[]? State { get; init; }

    /// <summary>Whether more may follow at once.</summary>
    internal bool More { get; init; }

    /// <summary>What this step changes in the tables.</summary>
    internal Func<Sql, CancellationToken, Task>? Outputs { get; init; }

    /// <summary>What is left to hold once it is written, or once a fold was opened from it: a state may weigh a hundred megabytes.</summary>
    internal FoldState Light() => new() { Seq = Seq, More = More };
}
