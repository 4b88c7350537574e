using Beffroi.Detection;

namespace Beffroi.Bots.Keeping;

/// <summary>A post as a source gives it.</summary>
public sealed record IncomingPost
{
    public required Network Network { get; init; }
    public required Post Post { get; init; }

    /// <summary>The profile of its author as the source shows it; null: only the identifier is known.</summary>
    public Account? Author { get; init; }

    /// <summary>Its author is not to be looked at: private, or says to be a minor. Nothing is kept but that.</summary>
    public bool AuthorLeftOut { get; init; }
    public PostCounts Counts { get; init; } = new();

    /// <summary>Hashtags that the source lists; null: those of the text are read.</summary>
    public IReadOnlyList<string>? Hashtags { get; init; }

    /// <summary>What the server that gave it calls it, where that is not its identifier: host and number (<see cref="Bots.LocalName"/>).</summary>
    public string? LocalName { get; init; }

    /// <summary>The term of the watch that it matches; null: kept whatever it says.</summary>
    public Guid? TermId { get; init; }
}

/// <summary>Totals since the post was published; null: not given.</summary>
public sealed record PostCounts(long? Likes = null, long? Reposts = null, long? Quotes = null, long? Replies = null);

/// <summary>What a source brings at once: 500 to 2,000 posts make a good transaction.</summary>
public sealed record IncomingBatch
{
    public required Guid SourceId { get; init; }
    public required IReadOnlyList<IncomingPost> Posts { get; init; }

    /// <summary>What its author deleted from its network: it goes, whichever watches keep it, once the posts are written.</summary>
    public IReadOnlyList<(Network Network, string NativeId)> Gone { get; init; } = [];

    /// <summary>The same, by <see cref="Bots.LocalName"/>.</summary>
    public IReadOnlyList<string> GoneNames { get; init; } = [];

    /// <summary>What its author changed: where it is kept, it says from now on what it says now.</summary>
    public IReadOnlyList<IncomingPost> Edited { get; init; } = [];

    /// <summary>Where the source goes on once these are kept; null: where it was.</summary>
    public string? Cursor { get; init; }

    /// <summary>The node that believes it runs the source; when it is another that does, nothing is written. Null: not checked (an upload, a test).</summary>
    public string? Lease { get; init; }

    /// <summary>Posts that the source read, whether or not they matched; null: as many as there are here.</summary>
    public long? Read { get; init; }

    /// <summary>Added to what the source spent, and to its lines that could not be read.</summary>
    public long Spent { get; init; }
    public long Broken { get; init; }
}

/// <param name="Kept">Posts that were new.</param>
/// <param name="Repeated">Posts that were there already, for this watch or another.</param>
/// <param name="LeftOut">Posts of accounts that are left out, and posts whose identifiers no network would give.</param>
public sealed record KeptPosts(int Kept, int Repeated, int LeftOut);
