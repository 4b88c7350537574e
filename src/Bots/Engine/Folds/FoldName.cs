namespace Beffroi.Bots.Engine.Folds;

/// <summary>What is computed from the log.</summary>
public enum FoldKind
{
    /// <summary>Scores, by partition of accounts.</summary>
    Accounts,

    /// <summary>Hourly volumes, by watch.</summary>
    Volumes,

    /// <summary>Ties between accounts, by watch.</summary>
    Ties,
}

/// <summary>One fold: its kind, and the partition or the watch that it is about.</summary>
public sealed record FoldName(FoldKind Kind, string Key)
{
    public static FoldName Accounts(int partition) => new(FoldKind.Accounts, partition.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static FoldName Volumes(Guid watch) => new(FoldKind.Volumes, watch.ToString());

    public static FoldName Ties(Guid watch) => new(FoldKind.Ties, watch.ToString());
}
