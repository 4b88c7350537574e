using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>A change that somebody proposes; it waits for a reviewer.</summary>
public sealed class Proposal
{
    public required Guid Id { get; init; }

    /// <summary>Null for a new entry.</summary>
    public required Guid? EntryId { get; init; }

    /// <summary>Key wanted for a new entry.</summary>
    public required string Key { get; set; }

    /// <summary>The version it was made from; 0 for a new entry.</summary>
    public required int BaseVersion { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null without an account.</summary>
    public required Guid? AuthorId { get; set; }

    /// <summary>What somebody without an account called themselves.</summary>
    public string? AuthorName { get; set; }

    public required Lang Language { get; init; }
    public required string Comment { get; set; }

    /// <summary><see cref="EntryContent"/>, as JSON.</summary>
    public required string Content { get; set; }

    /// <summary>SHA-256 of the secret address by which somebody without an account follows it.</summary>
    public string? FollowHash { get; set; }

    public ProposalDecision? Decision { get; set; }
}

public enum ProposalVerdict
{
    Accepted,
    PartlyAccepted,
    Refused,
    Withdrawn,
}

/// <summary>What became of a proposal.</summary>
public sealed class ProposalDecision
{
    public const int ReasonMaxLength = 2000;

    public required Guid ProposalId { get; init; }
    public required ProposalVerdict Verdict { get; init; }

    /// <summary>Null: withdrawn by somebody without an account.</summary>
    public required Guid? By { get; init; }

    public required DateTimeOffset At { get; init; }
    public required string Reason { get; set; }

    /// <summary>The version it became.</summary>
    public int? Version { get; init; }

    /// <summary>Points of the editorial checklist that the reviewer ticked, by name, one a line.</summary>
    public string Checklist { get; set; } = "";
}

/// <summary>Somebody may review: said by whom and when; withdrawn likewise.</summary>
public sealed class Appointment
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required Guid GivenBy { get; init; }
    public required DateTimeOffset GivenAt { get; init; }
    public Guid? WithdrawnBy { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }
}

/// <summary>A discussion about an entry, or about a passage of it.</summary>
public sealed class Discussion
{
    public const int PassageMaxLength = 500;

    public required Guid Id { get; init; }
    public required Guid EntryId { get; init; }
    public required Lang Language { get; init; }

    /// <summary>The words it is about, as they stood; null for the whole entry.</summary>
    public string? Passage { get; set; }

    /// <summary>The part of the page of the entry that held the passage; null for its head.</summary>
    public string? Field { get; init; }

    public required int Version { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? ResolvedAt { get; set; }
    public Guid? ResolvedBy { get; set; }
    public List<Remark> Remarks { get; } = [];
}

public sealed class Remark
{
    public const int TextMaxLength = 4000;

    public required Guid Id { get; init; }
    public required Guid DiscussionId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid AuthorId { get; init; }
    public required string Text { get; set; }

    /// <summary>Taken away by its author or a reviewer: its words are no longer shown.</summary>
    public DateTimeOffset? HiddenAt { get; set; }
    public Guid? HiddenBy { get; set; }
}
