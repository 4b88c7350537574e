using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>One entry: its address never changes, its content lives in its versions; the rest here is what lists and filters ask for.</summary>
public sealed class Entry
{
    public const int KeyMaxLength = 100;
    public const int OriginMaxLength = 100;

    public required Guid Id { get; init; }
    public required string Key { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    public EntryType Type { get; set; }

    /// <summary>Number of the last version: 1 from the start.</summary>
    public int Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>When somebody last made sure that it is still true; <see cref="NotReviewed"/> for what was imported and that nobody here looked at.</summary>
    public DateOnly ReviewedOn { get; set; }

    /// <summary>Who looks after it; null when nobody does.</summary>
    public Guid? OwnerId { get; set; }

    public Lang Original { get; set; }

    /// <summary>Bit by phase, and by criterion met.</summary>
    public int Phases { get; set; }

    public int Criteria { get; set; }

    /// <summary>Bit by language it is written in.</summary>
    public int Languages { get; set; }

    /// <summary>Name of where it was taken from; null for what was written here.</summary>
    public string? OriginName { get; set; }

    /// <summary>The grades of its assessments, in their order, a digit for each.</summary>
    public string Grades { get; set; } = "";

    /// <summary>Since when none of its versions may be read: queries leave it out unless they ask for it (<c>IgnoreQueryFilters</c>). Null for all the others.</summary>
    public DateTimeOffset? HiddenAt { get; set; }

    public List<EntryWords> Words { get; } = [];

    /// <summary>A year without a look makes it old.</summary>
    public static readonly int StaleAfterMonths = 12;

    /// <summary>Older than any review: lists that ask for what is old find it first.</summary>
    public static readonly DateOnly NotReviewed = new(1900, 1, 1);

    /// <summary>The day of the last review; null where there was none.</summary>
    public static DateOnly? Review(DateOnly reviewedOn) => reviewedOn == NotReviewed ? null : reviewedOn;

    public static bool IsStale(DateOnly reviewedOn, DateOnly today) => reviewedOn.AddMonths(StaleAfterMonths) < today;

    public static int Bit(Phase phase) => 1 << (int)phase;

    public static int Bit(Criterion criterion) => 1 << (int)criterion;

    public static int Bit(Lang language) => 1 << (int)language;
}

/// <summary>What an entry says in one language, as lists and search need it.</summary>
public sealed class EntryWords : ILogLine
{
    public required Guid EntryId { get; init; }
    public required Lang Language { get; init; }
    public required string Title { get; set; }
    public required string Summary { get; set; }

    /// <summary>Synonyms, one a line.</summary>
    public required string Synonyms { get; set; }

    /// <summary>All the rest as plain text.</summary>
    public required string Body { get; set; }

    /// <summary>What the full-text index holds, most telling first: the title and its synonyms, the summary, the body (<see cref="Search.Folding.Terms"/>).</summary>
    public required string TitleTerms { get; set; }

    public required string SummaryTerms { get; set; }
    public required string BodyTerms { get; set; }
}

/// <summary>One state of an entry. It is never deleted, and never changes but to be withheld (<see cref="VersionWithheld"/>).</summary>
public sealed class EntryVersion : ILogLine
{
    public const int CommentMaxLength = 500;
    public const int AuthorMaxLength = 100;

    public required Guid EntryId { get; init; }
    public required int Number { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Who wrote it; null without an account.</summary>
    public required Guid? AuthorId { get; init; }

    /// <summary>A name that came with an import, or that somebody without an account gave.</summary>
    public string? AuthorName { get; set; }

    /// <summary>What changed and why, in a sentence.</summary>
    public required string Comment { get; set; }

    /// <summary><see cref="EntryContent"/>, as JSON.</summary>
    public required string Content { get; set; }

    /// <summary>The proposal it came from.</summary>
    public Guid? ProposalId { get; init; }
}

/// <summary>A link from an entry to another one, which may not exist yet.</summary>
public sealed class EntryLink : ILogLine
{
    public required Guid FromId { get; init; }
    public required string ToKey { get; init; }
    public required Relation Relation { get; init; }
}

/// <summary>An address outside that an entry gives.</summary>
public sealed class EntryUrl : ILogLine
{
    /// <summary>Bytes: it is part of a key, and PostgreSQL keeps at most 2,704 of them in an index.</summary>
    public const int UrlMaxLength = 1000;

    public required Guid EntryId { get; init; }
    public required string Url { get; init; }
}

/// <summary>What happened when an address outside was asked for.</summary>
public sealed class UrlHealth
{
    public required string Url { get; init; }
    public DateTimeOffset CheckedAt { get; set; }

    /// <summary>HTTP status of the last answer; null where none came.</summary>
    public int? Status { get; set; }

    /// <summary>Why none came, in a technical word.</summary>
    public string? Failure { get; set; }

    /// <summary>Since when it fails; null while it answers.</summary>
    public DateTimeOffset? FailsSince { get; set; }

    public int FailuresInARow { get; set; }
    public DateTimeOffset NextCheckAt { get; set; }

    public string? ETag { get; set; }
}
