using Beffroi.Chat.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>One case: what lists ask for. All else is in its log.</summary>
public sealed class CaseRow
{
    public required Guid Id { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Null when a guest or a machine opened it.</summary>
    public required Guid? OpenedByOrganisation { get; init; }

    /// <summary>The marking of the case as it is now.</summary>
    public required Guid ScopeId { get; set; }

    /// <summary>Where those who may read it talk about it.</summary>
    public required Guid RoomId { get; init; }

    /// <summary>The message that it was opened from.</summary>
    public Guid? MessageId { get; set; }

    /// <summary>Unique: of two who open the first case of a message at once, one does; so of two of those who are kept out of it. Its id, which links show, says nothing of the message.</summary>
    public string? Origin { get; set; }

    /// <summary>Number of the last line; two who write at once: the second finds it changed.</summary>
    public int Lines { get; set; }
    public required DateTimeOffset ChangedAt { get; set; }
}

/// <summary>One line of a log.</summary>
public sealed class CaseLine : ILogLine
{
    public required Guid CaseId { get; init; }
    public required int Number { get; init; }
    public required Guid EventId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary><see cref="CaseEvent"/>, as JSON.</summary>
    public required string Content { get; init; }

    /// <summary>Of its own marking as it is now; null: that of the case. What it refers to counts as well, which only the log tells.</summary>
    public Guid? ScopeId { get; set; }
}

/// <summary>Something met in a case, to find the other cases where it was met.</summary>
public sealed class CaseMark : ILogLine
{
    public required Guid CaseId { get; init; }
    public required Guid EventId { get; init; }
    public required MarkKind Kind { get; init; }

    /// <summary>Key of the observable, SHA-256 of the file, or hash of the picture.</summary>
    public required string Value { get; init; }
}

public enum MarkKind
{
    Observable,
    File,
    Picture,
}

/// <summary>Somebody who wrote in a case, or whom one of its markings names: they read it as nobody else of their organisation does.</summary>
public sealed class CasePerson : ILogLine
{
    public required Guid CaseId { get; init; }
    public required Guid AccountId { get; init; }
}

/// <summary>What lists ask of a case, as those of one organisation read it, or one person: made from their view of its log, and made again once it has more lines (<see cref="CaseFaces"/>).</summary>
public sealed class CaseFace : ILogLine
{
    public required Guid CaseId { get; init; }

    /// <summary>Whose view it is: see <see cref="CaseFaces"/>.</summary>
    public required Guid ReaderId { get; init; }

    /// <summary>Lines of the whole log that it was made from.</summary>
    public required int Lines { get; init; }

    /// <summary>Criteria of the reader's own that it was judged by; empty: none.</summary>
    public required Guid SetId { get; init; }
    public required string Title { get; init; }
    public required CasePhase Phase { get; init; }
    public required Tlp Tlp { get; init; }
    public required bool IsClosed { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required bool IsQualified { get; init; }
    public required bool IsQualifiedForOwn { get; init; }

    /// <summary>The reader wrote in it.</summary>
    public required bool IsMine { get; init; }

    /// <summary>What it is looked for by, without accents or capitals.</summary>
    public required string Words { get; init; }
}

/// <summary>An <see cref="OpenPoint"/> of a face.</summary>
public sealed class WaitingPoint : ILogLine
{
    public required Guid CaseId { get; init; }
    public required Guid ReaderId { get; init; }
    public required int Number { get; init; }
    public required OpenReason Reason { get; init; }
    public required Guid? LineId { get; init; }
    public required DateTimeOffset Since { get; init; }
    public required string Words { get; init; }
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>It waits once it is late, and not before.</summary>
    public required bool OnlyLate { get; init; }
}

/// <summary>Somebody read or took away something restricted: whoever shared it may know.</summary>
public sealed class ReadingLine : ILogLine
{
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid AccountId { get; init; }
    public required Guid? OrganisationId { get; init; }
    public required ReadingAct Act { get; init; }
    public Guid? CaseId { get; init; }

    /// <summary>Line of the case, message or file; null for the whole case.</summary>
    public Guid? ItemId { get; init; }

    /// <summary>Organisation that shared it.</summary>
    public Guid? OwnerOrganisationId { get; init; }

    /// <summary>Person who shared it.</summary>
    public Guid? OwnerId { get; init; }
}

public enum ReadingAct
{
    Read,
    Downloaded,
    Exported,
}
