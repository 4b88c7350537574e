namespace Beffroi.Bots;

/// <summary>How far clusters, signs and findings of a watch were looked for. Written in the transaction of what was found: a crash repeats the turn, whole.</summary>
public sealed class WatchTurn : Beffroi.Kit.ILogLine
{
    public required Guid WatchId { get; init; }

    /// <summary>Place of the last post that the last turn saw (<see cref="PostMatch.Place"/>).</summary>
    public long Place { get; set; }

    /// <summary>The same of the last post whose author's signs were read: behind, where many accounts come at once.</summary>
    public long SignsPlace { get; set; }
    public DateTimeOffset? RanAt { get; set; }

    /// <summary>The node that looks, and until when it may.</summary>
    public string? LeaseOwner { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }
    public long Version { get; set; }
}

/// <summary>The last reading of the counts of a post or of a term, to be compared with the next. Null: not given.</summary>
public sealed class CountReading : Beffroi.Kit.ILogLine
{
    public required Guid WatchId { get; init; }

    /// <summary><c>post:{seq}</c> or <c>term:{id}</c>.</summary>
    public required string Subject { get; init; }
    public required DateTimeOffset At { get; set; }
    public long? Likes { get; set; }
    public long? Reposts { get; set; }
    public long? Quotes { get; set; }
    public long? Replies { get; set; }
}
