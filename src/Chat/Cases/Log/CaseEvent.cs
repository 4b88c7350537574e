using System.Text.Json.Serialization;

namespace Beffroi.Chat.Cases;

/// <summary>One line of the log of a case. Nothing is ever changed: what is wrong is followed by its correction.</summary>
public sealed record CaseEvent
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>Place in the whole log, from 1. Tells how much is hidden: readers get their own numbers (<see cref="CaseView"/>).</summary>
    public required int Number { get; init; }

    /// <summary>When it was written here, in UTC, to the millisecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>First clock: when it happened in the world, where it did.</summary>
    public DateTimeOffset? HappenedAt { get; init; }

    /// <summary>Second clock: when we knew; null: when it was written.</summary>
    public DateTimeOffset? KnewAt { get; init; }

    public required Author Author { get; init; }

    /// <summary>As said at first; <see cref="MarkingChanged"/> may follow, and what is referred to counts as well (<see cref="Readable"/>).</summary>
    public required Marked Marking { get; init; }

    public required CaseFact Fact { get; init; }

    /// <summary>16 random bytes as hexadecimal, so that a seal does not betray a short content.</summary>
    public string? Salt { get; init; }

    /// <summary>SHA-256 of the salt and of all of the above but the number. Null where the author is masked.</summary>
    public string? Seal { get; init; }

    /// <summary>SHA-256 of the link before, of the number and of the seal. Null in the view of a reader: it depends on what is hidden.</summary>
    public string? Link { get; init; }

    [JsonIgnore]
    public DateTimeOffset Knew => KnewAt ?? At;
}

/// <summary>Who writes. A machine has an account too.</summary>
public sealed record Author
{
    /// <summary>Null in the view of a reader from whom it is masked.</summary>
    public Guid? Person { get; init; }

    /// <summary>Null for a guest.</summary>
    public Guid? Organisation { get; init; }

    /// <summary>Outside the organisation, only the organisation is shown.</summary>
    public bool Masked { get; init; }

    public Author For(Reader reader) => NameRule.Shows(Person, Organisation, Masked, reader) ? this : this with { Person = null };
}

/// <summary>What somebody wants to write; the log dates, numbers and seals it.</summary>
public sealed record CaseDraft
{
    public required Guid Id { get; init; }
    public required Author Author { get; init; }
    public required Marked Marking { get; init; }
    public required CaseFact Fact { get; init; }
    public DateTimeOffset? HappenedAt { get; init; }
    public DateTimeOffset? KnewAt { get; init; }
}
