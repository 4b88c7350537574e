namespace Beffroi.Bots;

/// <summary>On what ground personal data are processed.</summary>
public enum LegalBasis
{
    /// <summary>GDPR art. 6(1)(e).</summary>
    PublicInterestTask,

    /// <summary>GDPR art. 6(1)(f).</summary>
    LegitimateInterest,

    /// <summary>GDPR art. 89, French law of 6 January 1978 art. 78: research, with its exemptions.</summary>
    Research,
}

/// <summary>Who answers for a processing, what for, on what ground, until when, and what foreign interference is supposed: nothing is collected without one that is in force.</summary>
public sealed class Mandate
{
    public const int TitleMaxLength = 200;
    public const int LineMaxLength = 300;
    public const int TextMaxLength = 4000;

    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string Title { get; init; }

    /// <summary>Who decides why and how, and how to reach them.</summary>
    public required string Controller { get; init; }
    public required string Purpose { get; init; }
    public required LegalBasis Basis { get; init; }

    /// <summary>The text that entrusts the task, or the interest, or the protocol of the research.</summary>
    public required string BasisDetail { get; init; }

    /// <summary>Which foreign actor is supposed to interfere, and on what signs: domestic opinion is no target.</summary>
    public required string Hypothesis { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of the supposed origin, parted by spaces; empty: not known.</summary>
    public required string Countries { get; init; }

    /// <summary>Last day of it, in Paris.</summary>
    public required DateOnly ExpiresOn { get; init; }

    /// <summary>Days after which what matches nothing is deleted.</summary>
    public required int UnmatchedDays { get; init; }

    /// <summary>Days after which everything collected is deleted.</summary>
    public required int KeepDays { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required Guid RecordedBy { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public Guid? EndedBy { get; set; }

    public bool IsInForce(DateOnly today) => EndedAt is null && today <= ExpiresOn;
}

/// <summary>What an organisation looks for under a mandate.</summary>
public sealed class Watch
{
    public const int NameMaxLength = 120;

    public required Guid Id { get; init; }
    public required Guid MandateId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string Name { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required Guid CreatedBy { get; init; }
    public DateTimeOffset? ClosedAt { get; set; }

    public List<WatchTerm> Terms { get; } = [];
}

public enum TermKind
{
    /// <summary>Handle without its @, or lasting identifier.</summary>
    Account,

    /// <summary>Without its #.</summary>
    Hashtag,

    /// <summary>A word, or words in a row.</summary>
    Words,

    /// <summary>An address, or a domain.</summary>
    Link,
}

public sealed class WatchTerm
{
    public const int ValueMaxLength = 500;

    public required Guid Id { get; init; }
    public required Guid WatchId { get; init; }
    public required TermKind Kind { get; init; }

    /// <summary>As typed.</summary>
    public required string Value { get; init; }

    /// <summary>As it is compared (<see cref="TermKey"/>).</summary>
    public required string Key { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
    public required Guid AddedBy { get; init; }
    public DateTimeOffset? RemovedAt { get; set; }
}
