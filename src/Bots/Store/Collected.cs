using Beffroi.Detection;

namespace Beffroi.Bots;

public enum PostKind
{
    Post,
    Reply,
    Repost,
    Quote,
}

/// <summary>A public post that matched a watch. Posts are the log that everything else is computed from, in the order of <see cref="Seq"/>.</summary>
public sealed class CollectedPost : Kit.ILogLine
{
    public const int IdMaxLength = 300;
    public const int TextMaxLength = 20_000;
    public const int LanguageMaxLength = 20;

    /// <summary>Its place in the log: grows, never reused.</summary>
    public long Seq { get; init; }
    public required Network Network { get; init; }

    /// <summary>On its network.</summary>
    public required string NativeId { get; init; }
    public required Guid AccountId { get; init; }
    public required PostKind Kind { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset CollectedAt { get; init; }
    public string? Text { get; init; }
    public string? Language { get; init; }

    /// <summary>Identifier of the post that is repeated, quoted or answered (in that order).</summary>
    public string? TargetId { get; init; }

    /// <summary>Both, where a repost or a quote is also an answer.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The program that published it.</summary>
    public string? Program { get; init; }

    /// <summary>Lists as JSON: links (canonical), hashtags (as <see cref="TermKey"/>), media (hashes or addresses). Null: the source has no such field.</summary>
    public string? Links { get; init; }
    public string? Hashtags { get; init; }
    public string? Media { get; init; }

    /// <summary>As last seen; null: not given.</summary>
    public long? Likes { get; set; }
    public long? Reposts { get; set; }
    public long? Quotes { get; set; }
    public long? Replies { get; set; }

    /// <summary>Of its account, from 0: which grain scores it.</summary>
    public required int Partition { get; init; }
}

/// <summary>What one server calls a post of elsewhere, host and number: it tells deletions by it (Mastodon).</summary>
public sealed class LocalName : Kit.ILogLine
{
    public required string Name { get; init; }
    public required long Seq { get; init; }

    public static string Of(string host, string number) => $"{host.ToLowerInvariant()}/{number}";
}

/// <summary>Why a post is kept: the watch that it matched.</summary>
public sealed class PostMatch : Kit.ILogLine
{
    public required Guid WatchId { get; init; }
    public required long Seq { get; init; }

    /// <summary>The first term that it matched; null: brought by an upload, which keeps everything of its file.</summary>
    public Guid? TermId { get; init; }
    public required Guid SourceId { get; init; }

    /// <summary>Order in which posts came to watches: grows, never reused. Not that of <see cref="Seq"/>: a watch may meet a post long after another did. Given by <c>PostLog.Append</c>; what
    /// is computed by watch goes on from there.</summary>
    public long Place { get; init; }
}

/// <summary>An account of a network, with its last known profile.</summary>
public sealed class WatchedAccount : Kit.ILogLine
{
    public const int NameMaxLength = 200;
    public const int DescriptionMaxLength = 4000;

    public required Guid Id { get; init; }
    public required Network Network { get; init; }

    /// <summary>Lasting identifier on its network.</summary>
    public required string NativeId { get; init; }
    public string? Handle { get; set; }

    /// <summary>The whole profile as <see cref="Account"/>, JSON; null: only its posts are known.</summary>
    public string? Profile { get; set; }
    public DateTimeOffset? ProfileAt { get; set; }
    public required DateTimeOffset FirstSeenAt { get; init; }
    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>Whether any watch matched it; one that matches nothing is deleted after <see cref="Mandate.UnmatchedDays"/>.</summary>
    public bool Matched { get; set; }

    /// <summary>Said by its network or by itself to be a minor, or private: nothing more is kept than that it is left out.</summary>
    public bool LeftOut { get; set; }
    public int Posts { get; set; }

    /// <summary>Its profile changed although no post was new: it is scored again.</summary>
    public bool ToScore { get; set; }

    /// <summary>The last score (see <see cref="ScorePoint"/>), for lists.</summary>
    public double? Probability { get; set; }
    public AutomationClass? Class { get; set; }
    public DateTimeOffset? ScoredAt { get; set; }
}

/// <summary>An account seen under a watch.</summary>
public sealed class AccountMatch : Kit.ILogLine
{
    public required Guid WatchId { get; init; }
    public required Guid AccountId { get; init; }
    public required DateTimeOffset FirstAt { get; init; }
}

/// <summary>What was seen of an account at one moment: a count that was not given is null, an error is not a death.</summary>
public sealed class AccountSnapshot : Kit.ILogLine
{
    public required Guid AccountId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required SightingState State { get; init; }
    public long? Followers { get; init; }
    public long? Following { get; init; }
    public long? Posts { get; init; }
}
