using Beffroi.Kit;

namespace Beffroi.Accounts.Post;

public enum LetterState
{
    Waiting,
    Sent,

    /// <summary>Refused for good, tried in vain, or past its day.</summary>
    GivenUp,
}

/// <summary>A letter written, with what became of it. Its delivery is claimed by updates of the row: see <see cref="Delivery"/>.</summary>
public sealed class OutboxLetter : ILogLine
{
    public const int SubjectMaxLength = 200;
    public const int BodyMaxLength = 8000;
    public const int KeyMaxLength = 120;

    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public required string To { get; init; }
    public required string Subject { get; init; }

    /// <summary>With the marks of <see cref="Letter"/>: no secret is in it.</summary>
    public required string Body { get; init; }

    /// <summary>The path behind <c>{lien}</c>, encrypted; gone once the letter is sent or given up.</summary>
    public required string? Secret { get; init; }

    public required Guid? AccountId { get; init; }
    public required bool Essential { get; init; }
    public required string? Key { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>When it is tried next.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    public required DateTimeOffset? NotAfter { get; init; }
    public int Tries { get; init; }

    /// <summary>Until then one node is sending it, and the others leave it alone.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    public DateTimeOffset? SentAt { get; init; }
    public DateTimeOffset? GivenUpAt { get; init; }

    /// <summary>What the last try met, in words of ours: never those of a server, which quote addresses.</summary>
    public string? Problem { get; init; }

    public LetterState State => SentAt is not null ? LetterState.Sent : GivenUpAt is not null ? LetterState.GivenUp : LetterState.Waiting;

    /// <summary>Whether it can still be tried.</summary>
    public bool CanBeTried(DateTimeOffset now) => SentAt is null && (Secret is not null || !Body.Contains(LetterText.SecretMark, StringComparison.Ordinal)) && (NotAfter is null || now < NotAfter);
}

/// <summary>Somebody who asked for no reminder: a row, with its day, rather than a flag.</summary>
public sealed class ReminderRefusal
{
    public required Guid AccountId { get; init; }
    public required DateTimeOffset At { get; init; }
}
