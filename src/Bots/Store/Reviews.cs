using Beffroi.Kit;

namespace Beffroi.Bots;

/// <summary>What somebody says of an account after looking at it.</summary>
public enum ReviewLabel
{
    Automated,
    Human,
    CannotTell,
}

/// <summary>The judgement of one analyst. Until two independent ones agree, nothing is confirmed; whoever labels does not read what others said.</summary>
public sealed class AccountReview
{
    public const int WhyMaxLength = 2000;

    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Guid AnalystId { get; init; }
    public required ReviewLabel Label { get; init; }
    public required string Why { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>From then on it counts no more: withdrawn, or the account contested and the round begun again.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>What the owner of an account asks for.</summary>
public enum ContestKind
{
    /// <summary>It is no robot, or it should not be looked at.</summary>
    Objection,

    /// <summary>A copy of what is kept (GDPR art. 15).</summary>
    Access,

    /// <summary>That it be deleted (GDPR art. 17).</summary>
    Erasure,
}

public enum ContestState
{
    Received,
    Upheld,
    Dismissed,
}

/// <summary>The owner of an account says that it is no robot.</summary>
public sealed class Contest
{
    public const int TextMaxLength = 4000;
    public const int ContactMaxLength = 254;
    public const int AnswerMaxLength = 4000;

    public required Guid Id { get; init; }

    /// <summary>Null: no account of that name is known here, and nothing is said of it.</summary>
    public Guid? AccountId { get; init; }
    public required string Network { get; init; }
    public required string Handle { get; init; }
    public required string Text { get; init; }
    public required string Contact { get; init; }
    public ContestKind Kind { get; init; }

    /// <summary>Of the page where it was written: the answer is in it.</summary>
    public Lang Language { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public ContestState State { get; set; }
    public string? Answer { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public Guid? DecidedBy { get; set; }
}

/// <summary>A key of the API, for the programs of an organisation. Only its hash is kept.</summary>
public sealed class ApiKey
{
    public const int NameMaxLength = 120;

    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string Name { get; init; }

    /// <summary>First characters, to be told from others.</summary>
    public required string Start { get; init; }
    public required string Hash { get; init; }
    public required int DailyAccounts { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required Guid CreatedBy { get; init; }
    public required DateOnly ExpiresOn { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>Accounts that an organisation asked about in a day: its quota, and the reuses that /stats counts.</summary>
public sealed class ReuseDay : ILogLine
{
    public const int SectorMaxLength = 40;

    public required Guid OrganisationId { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>Empty: by the pages or the chat.</summary>
    public Guid KeyId { get; init; }
    public required string Sector { get; init; }
    public int Questions { get; set; }
    public int Accounts { get; set; }
}

public enum BatchState
{
    Waiting,
    Running,
    Done,
    Failed,
}

/// <summary>A list of accounts to score, with its progress.</summary>
public sealed class ScoreBatch
{
    public const int MostAccounts = 10_000;
    public const int ErrorMaxLength = 1000;

    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required Guid AskedBy { get; init; }

    /// <summary>The key of the program that asked; null: a person, by a page.</summary>
    public Guid? KeyId { get; init; }
    public required Lang Language { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public BatchState State { get; set; }
    public required int Total { get; init; }
    public int Done { get; set; }

    /// <summary>Accounts as JSON lines (<c>Answers.AskedAccount</c>).</summary>
    public required string Question { get; init; }
    public string? Error { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The node that works on it, and until when.</summary>
    public string? LeaseOwner { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Counts each change: who writes with an old one writes nothing.</summary>
    public long Version { get; set; }
}

/// <summary>Answers to some accounts of a list, in its order: written with the progress, so that a stop repeats nothing.</summary>
public sealed class BatchPart : ILogLine
{
    public required Guid BatchId { get; init; }

    /// <summary>Place of its first account in the list, from 0.</summary>
    public required int First { get; init; }

    /// <summary>As JSON lines.</summary>
    public required string Lines { get; init; }
}
