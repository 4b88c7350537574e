using Beffroi.Chat.Rules.Notices;
using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>A feed that a room watches.</summary>
public sealed class WatchedFeed
{
    public const int AddressMaxLength = 2000;
    public const int TitleMaxLength = 200;

    public required Guid Id { get; init; }
    public required Guid RoomId { get; init; }
    public required string Address { get; init; }
    public required string Title { get; set; }
    public required Guid AddedBy { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
    public DateTimeOffset? StoppedAt { get; set; }
    public required DateTimeOffset NextAt { get; set; }

    /// <summary><see cref="Rules.Feeds.FeedWatch"/>, as JSON; null before it was first read.</summary>
    public string? Watch { get; set; }

    /// <summary>Grows at each reading: two nodes that read at once, the second finds it changed and posts nothing.</summary>
    public int Readings { get; set; }
    public string? ETag { get; set; }
    public DateTimeOffset? LastModified { get; set; }
    public DateTimeOffset? ReadAt { get; set; }
}

/// <summary>An address at which an outside program posts into a room.</summary>
public sealed class RoomHook
{
    public required Guid Id { get; init; }
    public required Guid RoomId { get; init; }
    public required string Name { get; set; }

    /// <summary>SHA-256 of the secret in the address.</summary>
    public required string SecretHash { get; init; }
    public required Guid AddedBy { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
    public DateTimeOffset? StoppedAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>An outside program that is told what is said in a room, or what becomes of its cases.</summary>
public sealed class OutgoingHook
{
    public required Guid Id { get; init; }
    public required Guid RoomId { get; init; }
    public required string Name { get; set; }
    public required string Address { get; init; }

    /// <summary>Key of the signature, sealed by the site's own keys.</summary>
    public required string SealedKey { get; init; }

    /// <summary>Whom it stands for: nothing is sent that this organisation may not read.</summary>
    public required Guid OrganisationId { get; init; }
    public required Guid AddedBy { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
    public DateTimeOffset? StoppedAt { get; set; }
}

/// <summary>Something to send to an outside program, until it has it.</summary>
public sealed class HookDelivery : ILogLine
{
    public required Guid Id { get; init; }
    public required Guid HookId { get; init; }
    public required string Body { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset NextAt { get; set; }
    public int Tries { get; set; }
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>What the last try met.</summary>
    public string? Failure { get; set; }
}

/// <summary>Something that somebody is told, with the reason.</summary>
public sealed class NoticeRow : ILogLine
{
    public const int WordsMaxLength = 300;

    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required NoticeReason Reason { get; init; }

    /// <summary>Message, step, alert or feed.</summary>
    public required Guid SubjectId { get; init; }
    public Guid? CaseId { get; init; }
    public Guid? RoomId { get; init; }

    /// <summary>Two with the same one are one, by account: see <see cref="Notice.Key"/>.</summary>
    public required string Key { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>When to tell; null: in the next digest.</summary>
    public DateTimeOffset? TellAt { get; set; }
    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>When a node took it up for a letter.</summary>
    public DateTimeOffset? MailedAt { get; set; }

    /// <summary>When that letter was left for the post, or there was nobody to write to.</summary>
    public DateTimeOffset? LeftAt { get; set; }
}

/// <summary>Lines of a case of which people are still to be told: written with the lines, gone once they are told. A node that stops in between, or a notice that fails, loses none.</summary>
public sealed class UntoldLines : ILogLine
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>Number of the line before the first of them.</summary>
    public required int After { get; init; }

    /// <summary>Number of the last of them.</summary>
    public required int Until { get; init; }

    /// <summary>A rapid alert among them, to be told as one: what a file brings is none.</summary>
    public Guid? AlertId { get; init; }

    /// <summary>When a round takes it up: whoever wrote the lines comes first.</summary>
    public required DateTimeOffset NextAt { get; set; }
    public int Tries { get; set; }
}

/// <summary>An answer of <c>/bot</c> that will come into a room: kept until it has come, so that it is asked for again where a node stopped.</summary>
public sealed class AwaitedAnswer : ILogLine
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required Guid RoomId { get; init; }
    public Guid? ThreadId { get; init; }
    public required BotSubject Subject { get; init; }
    public required string Value { get; init; }
    public required Lang Language { get; init; }

    /// <summary>When a round asks again: whoever asked had all the time that a search may take.</summary>
    public required DateTimeOffset NextAt { get; set; }
    public int Tries { get; set; }
}

/// <summary>What somebody asked to be told of.</summary>
public sealed class Following
{
    public required Guid AccountId { get; init; }
    public required FollowingKind Kind { get; init; }

    /// <summary>Case, room or thread; an empty id for all qualified cases.</summary>
    public required Guid TargetId { get; init; }
    public required DateTimeOffset At { get; init; }
}

public enum FollowingKind
{
    Case,
    Room,
    Thread,
    Qualified,
}
