namespace Beffroi.Bots;

public enum SourceKind
{
    /// <summary>Bluesky Jetstream, by WebSocket.</summary>
    Jetstream,

    /// <summary>Mastodon streaming.</summary>
    Mastodon,

    /// <summary>X API v2, with the operator's key.</summary>
    X,

    /// <summary>Files dropped in a folder.</summary>
    Inbox,

    /// <summary>A file sent by the page, or replayed by the command.</summary>
    Upload,
}

public enum SourceState
{
    /// <summary>Nobody has asked it to run.</summary>
    Stopped,
    Running,

    /// <summary>Tries again later: see <see cref="Source.LastError"/>.</summary>
    Retrying,

    /// <summary>Its budget is spent until the next period.</summary>
    OutOfBudget,

    /// <summary>Its mandate is over.</summary>
    Expired,

    /// <summary>Will not run before somebody mends it.</summary>
    Failed,

    /// <summary>A file read to its end.</summary>
    Done,
}

/// <summary>Where posts come from, for one watch.</summary>
public sealed class Source
{
    public const int NameMaxLength = 120;
    public const int CursorMaxLength = 400;
    public const int ErrorMaxLength = 1000;
    public const int SettingsMaxLength = 4000;

    public required Guid Id { get; init; }
    public required Guid WatchId { get; init; }
    public required SourceKind Kind { get; init; }
    public required string Name { get; set; }

    /// <summary>What its kind needs (host, folder, file…), as JSON. Never a key: keys are the operator's settings.</summary>
    public required string Settings { get; set; }

    /// <summary>Whether somebody wants it to run: the state says whether it does.</summary>
    public bool Wanted { get; set; }
    public SourceState State { get; set; }

    /// <summary>Where to go on from: everything before is kept. Written in the same transaction as the posts.</summary>
    public string? Cursor { get; set; }
    public DateTimeOffset? CursorAt { get; set; }

    /// <summary>Posts that were read since it was made; those that were kept; those that were there already.</summary>
    public long Read { get; set; }
    public long Kept { get; set; }
    public long Repeated { get; set; }

    /// <summary>Lines or messages that could not be read.</summary>
    public long Broken { get; set; }
    public string? LastError { get; set; }
    public DateTimeOffset? LastErrorAt { get; set; }

    /// <summary>Most units (posts, requests or cents, by kind) in a calendar month; null: no limit.</summary>
    public long? Budget { get; set; }
    public long Spent { get; set; }

    /// <summary>First day of the month that <see cref="Spent"/> counts.</summary>
    public DateOnly? SpentSince { get; set; }

    /// <summary>The node that runs it, and until when it may: one node at a time.</summary>
    public string? LeaseOwner { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Counts each change: who writes with an old one writes nothing.</summary>
    public long Version { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required Guid CreatedBy { get; init; }
}

/// <summary>How far the posts that a source brought were read again, for those that their authors deleted since: for networks that do not tell (X).</summary>
public sealed class Reread : Kit.ILogLine
{
    public required Guid SourceId { get; init; }

    /// <summary>The last post of this turn (<see cref="PostMatch.Place"/>); 0: none yet.</summary>
    public long Place { get; set; }
    public required DateTimeOffset BeganAt { get; set; }
    public required DateTimeOffset NextAt { get; set; }

    /// <summary>Cents, in the calendar month.</summary>
    public long Spent { get; set; }
    public DateOnly? SpentSince { get; set; }
}
