using Beffroi.Kit;

namespace Beffroi.Ads;

/// <summary>Who may review, appointed by a superadmin.</summary>
public sealed class Juror
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>As it is printed under a decision, with the person's consent; null: decides nothing that is published.</summary>
    public string? PublicName { get; set; }

    public DateTimeOffset? ConsentedAt { get; set; }
    public required Guid GivenBy { get; init; }
    public required DateTimeOffset GivenAt { get; init; }
    public Guid? WithdrawnBy { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }
}

public enum ReviewOutcome
{
    /// <summary>The rule is broken, in the reviewer's reading.</summary>
    Breach,

    /// <summary>No breach of this rule.</summary>
    NoBreach,

    /// <summary>It cannot be told from what is known.</summary>
    CannotTell,
}

/// <summary>What a named reviewer decides of one ad under one rule. Never changed: a later one replaces it, and says why.</summary>
public sealed class Review
{
    public const int ReasonMaxLength = 5000;

    public required Guid Id { get; init; }
    public required Guid AdId { get; init; }

    /// <summary>Key of the rule in the law book.</summary>
    public required string Rule { get; init; }

    /// <summary>Version of its text: the day from which it is in force; null: the text of that date was not read.</summary>
    public required DateOnly? TextFrom { get; init; }

    /// <summary><see cref="Ad.LastingHash"/> of what was judged: of an ad that says something else since, nothing is decided.</summary>
    public string TextHash { get; init; } = "";

    /// <summary>Beginning of the text that was judged.</summary>
    public string Quotation { get; init; } = "";

    public required ReviewOutcome Outcome { get; init; }
    public required string Reason { get; init; }

    /// <summary>What the engine said at that time, for the record.</summary>
    public required string Computed { get; init; }

    public required Guid By { get; init; }

    /// <summary>Name printed with it.</summary>
    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>From this instant it may be shown: the sponsor had time to answer.</summary>
    public required DateTimeOffset ShownFrom { get; init; }

    public Guid? Replaces { get; init; }
}

/// <summary>A sponsor invited to answer a review that is not shown yet, through a secret address.</summary>
public sealed class ReplyInvitation
{
    public required Guid Id { get; init; }
    public required Guid ReviewId { get; init; }
    public required string SecretHash { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>Nothing is shown before: counted from the day when it is said to be sent.</summary>
    public required DateTimeOffset Until { get; set; }
    public required Guid By { get; init; }

    /// <summary>How it reached the sponsor, in the words of who sent it; null: not sent.</summary>
    public string? SentHow { get; set; }

    /// <summary>Why it could not be sent, printed as it is; null: it was sent, or nothing is said of it yet.</summary>
    public string? NotSentBecause { get; set; }
}

/// <summary>What the sponsor answers, printed as it came or not at all.</summary>
public sealed class SponsorReply
{
    public const int TextMaxLength = 5000;
    public const int NameMaxLength = 200;

    public required Guid Id { get; init; }
    public required Guid ReviewId { get; init; }
    public required string ByName { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>A reviewer keeps it from being printed; null: it is printed with its decision.</summary>
    public DateTimeOffset? WithheldAt { get; set; }

    /// <summary>Printed in its place.</summary>
    public string? WithheldBecause { get; set; }
}

public enum NoticeKind
{
    /// <summary>To who publishes the ad (Regulation (EU) 2024/900, art. 15).</summary>
    PublisherNotice,

    /// <summary>To the regulator.</summary>
    RegulatorReport,

    /// <summary>To the judge of the election, or to the judge of urgent matters.</summary>
    CourtFile,
}

/// <summary>A letter prepared for somebody to read, correct and send: nothing leaves by itself.</summary>
public sealed class Notice
{
    public const int TextMaxLength = 20_000;
    public const int NoteMaxLength = 2000;

    public required Guid Id { get; init; }
    public required Guid AdId { get; init; }
    public required NoticeKind Kind { get; init; }
    public required string To { get; set; }
    public required string Text { get; set; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>When a person says that they sent it; null: a draft.</summary>
    public DateTimeOffset? SentAt { get; set; }

    public Guid? SentBy { get; set; }

    /// <summary>When an answer is due, as the person who follows it sets it.</summary>
    public DateOnly? DueOn { get; set; }

    public DateTimeOffset? ReceiptAt { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public string? AnswerNote { get; set; }
}

/// <summary>An ad or a sponsor attached to a case of the chat.</summary>
public sealed class CaseTie
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public Guid? AdId { get; init; }
    public Guid? SponsorId { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? UndoneAt { get; set; }
}

/// <summary>One whole reading of a library at a date, to be compared with another.</summary>
public sealed class Dump
{
    public required Guid Id { get; init; }
    public required AdSource Source { get; init; }
    public required string Country { get; init; }
    public required string Name { get; init; }
    public required string Sha256 { get; init; }
    public required DateTimeOffset TakenAt { get; init; }
    public required DateTimeOffset ImportedAt { get; init; }
    public required Guid ImportId { get; init; }
    public int Ads { get; set; }

    /// <summary>Its file was read to its end; null: not yet, or it was cut. Only then is it shown and compared, and the same file goes on from where it stopped.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>Lines of its file that could not be read, nor told apart: with one of them, nothing is said to have left.</summary>
    public int Unread { get; set; }

    /// <summary>Number that the library itself announces for that day; null: none.</summary>
    public int? Announced { get; set; }
}

/// <summary>An ad as one dump has it, in what is compared.</summary>
public sealed class DumpLine : ILogLine
{
    public const int FieldsMaxLength = 600;

    public required Guid DumpId { get; init; }
    public required string SourceId { get; init; }

    /// <summary>SHA-256 of the line without its totals; empty: it was there, and could not be read.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Each field that is said, with the first signs of the SHA-256 of its value: <c>text=1a2b3c4d</c>, separated by semicolons.</summary>
    public string Fields { get; init; } = "";

    public string? Payer { get; init; }

    /// <summary>Identifier of who speaks, at its source.</summary>
    public string? Advertiser { get; init; }

    public long? Impressions { get; init; }
    public decimal? Spend { get; init; }
    public long? Reach { get; init; }
}

/// <summary>What a library itself says that it holds, at a date: read from its report.</summary>
public sealed class AnnouncedTotal
{
    public required Guid Id { get; init; }
    public required AdSource Source { get; init; }
    public required string Country { get; init; }
    public required DateOnly Day { get; init; }
    public required int Ads { get; set; }
    public required int Advertisers { get; set; }

    /// <summary>Lines of the report without a disclaimer: who pays is not said.</summary>
    public int WithoutPayer { get; set; }

    public required string Name { get; set; }
    public required string Sha256 { get; set; }
    public required Guid ImportId { get; set; }
}
