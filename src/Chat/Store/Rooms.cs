using Beffroi.Kit;

namespace Beffroi.Chat;

public enum RoomKind
{
    /// <summary>One of those by phase and language that every member finds.</summary>
    Channel,

    /// <summary>Of the organisations and people whom it names.</summary>
    Private,

    /// <summary>Between a few people.</summary>
    Direct,

    /// <summary>The talk of a case, for those who may read it.</summary>
    Case,
}

public enum ChannelPhase
{
    Detection,
    Qualification,
    Reaction,
}

public sealed class Room
{
    public const int NameMaxLength = 80;
    public const int TopicMaxLength = 300;

    public required Guid Id { get; init; }
    public required RoomKind Kind { get; init; }

    /// <summary>Of a channel.</summary>
    public ChannelPhase? Phase { get; init; }
    public Lang? Language { get; init; }

    /// <summary>Empty for a direct one, which is called by its people.</summary>
    public required string Name { get; set; }
    public string Topic { get; set; } = "";
    public Guid? CaseId { get; init; }

    /// <summary>Who may enter; what is said in it without a marking of its own is for them.</summary>
    public required Guid ScopeId { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required Guid CreatedBy { get; init; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>
    /// Place of the last message: microseconds since 1970, always growing. Places come from the clock and not from a count,
    /// so that what lies between two of them does not say how much is hidden.
    /// </summary>
    public long LastPlace { get; set; }

    /// <summary>Place of the last message that everybody in the room reads.</summary>
    public long LastCommonPlace { get; set; }

    /// <summary>How often others were let in: who writes knows by it that their page shows fewer readers than there are.</summary>
    public int Widenings { get; set; }
}

public enum MessageOrigin
{
    Person,
    Feed,
    Hook,
    Command,

    /// <summary>The site itself: a case was opened, a feed is broken.</summary>
    Site,
}

public sealed class Message : ILogLine
{
    public const int TextMaxLength = 16_383;
    public const int SourceMaxLength = 120;

    /// <summary>Chosen by whoever sends: sent twice, it is one message.</summary>
    public required Guid Id { get; init; }
    public required Guid RoomId { get; init; }

    /// <summary>Order in the room; see <see cref="Room.LastPlace"/>.</summary>
    public required long Place { get; init; }
    public required DateTimeOffset At { get; init; }
    public required MessageOrigin Origin { get; init; }

    /// <summary>Null for what no person wrote.</summary>
    public required Guid? AuthorId { get; init; }

    /// <summary>Null for a guest and for what no person wrote.</summary>
    public required Guid? OrganisationId { get; init; }

    /// <summary>Other organisations read the organisation, not the person.</summary>
    public bool Masked { get; init; }

    /// <summary>Name of the feed, the webhook or the command.</summary>
    public string? Source { get; init; }

    /// <summary>First message of the thread that it is in; null outside threads.</summary>
    public Guid? ThreadId { get; init; }

    /// <summary>Its own marking, narrower than the room's; null: the room's.</summary>
    public Guid? ScopeId { get; set; }

    string _text = "";

    /// <summary>Markdown. Empty once taken away.</summary>
    public required string Text
    {
        get => _text;
        set => (_text, Terms) = (value, MessageWords.Terms(value));
    }

    /// <summary>What search finds it by: always those of its text.</summary>
    public string Terms { get; private set; } = "";

    /// <summary>Attachments and fields of a webhook or a feed, as JSON.</summary>
    public string? Card { get; init; }

    public DateTimeOffset? EditedAt { get; set; }
    public DateTimeOffset? RemovedAt { get; set; }
    public Guid? RemovedBy { get; set; }

    /// <summary>The case that was opened from it.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>A question of a thread that somebody settled.</summary>
    public DateTimeOffset? ResolvedAt { get; set; }
}

/// <summary>A message quotes another: it inherits its marking.</summary>
public sealed class Quote : ILogLine
{
    public required Guid MessageId { get; init; }
    public required Guid QuotedId { get; init; }
}

/// <summary>What a message said before it was changed.</summary>
public sealed class MessageVersion : ILogLine
{
    public required Guid MessageId { get; init; }
    public required DateTimeOffset Until { get; init; }
    public required string Text { get; init; }
}

public sealed class MessageReaction : ILogLine
{
    public required Guid MessageId { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>Of then; null for a guest.</summary>
    public required Guid? OrganisationId { get; init; }

    /// <summary>Other organisations read the organisation, not the person.</summary>
    public bool Masked { get; init; }

    /// <summary>One of a short list, by its technical name.</summary>
    public required string Sign { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A message names somebody.</summary>
public sealed class Mention : ILogLine
{
    public required Guid MessageId { get; init; }
    public required Guid AccountId { get; init; }
}

/// <summary>How far somebody has read a room.</summary>
public sealed class ReadMark : ILogLine
{
    public required Guid RoomId { get; init; }
    public required Guid AccountId { get; init; }
    public long Place { get; set; }
}

/// <summary>Something written and not sent yet: found again on another device.</summary>
public sealed class MessageDraft : ILogLine
{
    public required Guid AccountId { get; init; }
    public required Guid RoomId { get; init; }

    /// <summary>First message of the thread; an empty id outside threads.</summary>
    public required Guid ThreadId { get; init; }
    public required string Text { get; set; }
    public required DateTimeOffset At { get; set; }
}

/// <summary>A file that came with a message or into a case. Its bytes are in <see cref="Blob"/>, once for all that are the same.</summary>
public sealed class StoredFile
{
    public const int NameMaxLength = 200;

    public required Guid Id { get; init; }

    /// <summary>Null for a file that came straight into a case.</summary>
    public required Guid? MessageId { get; init; }
    public Guid? CaseId { get; init; }

    /// <summary>Line of the case that it is evidence of: its marking holds for the file.</summary>
    public Guid? EventId { get; init; }
    public required string Name { get; init; }
    public required Evidence.Files.FileKind Kind { get; init; }
    public required int Size { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>128 bits as hexadecimal; null where it is no picture.</summary>
    public string? Picture { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid By { get; init; }

    /// <summary>Its message was taken away.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}

/// <summary>Bytes, exactly as they came, in parts: none is held whole to be kept or to be sent. See <see cref="Blobs"/>.</summary>
public sealed class Blob : ILogLine
{
    public required string Sha256 { get; init; }

    /// <summary>From 0: written in their order, so that the last one says that all are there.</summary>
    public int Number { get; init; }
    public required byte[] Bytes { get; init; }

    /// <summary>When somebody last brought it: what belongs to no file a day later is erased.</summary>
    public DateTimeOffset At { get; set; }
}
