using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Api;

public sealed record ApiPage
{
    /// <summary>How many there are in all.</summary>
    public required int Total { get; init; }

    public required IReadOnlyList<ApiHead> Entries { get; init; }
}

public sealed record ApiHead
{
    public required string Key { get; init; }
    public required EntryType Type { get; init; }
    public required IReadOnlyList<Phase> Phases { get; init; }

    /// <summary>Those that are met.</summary>
    public required IReadOnlyList<Criterion> Criteria { get; init; }

    /// <summary>Null: taken from elsewhere, and not yet reviewed here.</summary>
    public required DateOnly? ReviewedOn { get; init; }

    /// <summary>Of the words below.</summary>
    public required Lang Language { get; init; }

    public required string Title { get; init; }
    public required string Summary { get; init; }

    public static ApiHead Of(FoundEntry found) => new()
    {
        Key = found.Key,
        Type = found.Type,
        Phases = [.. Enum.GetValues<Phase>().Where(p => (found.Phases & Entry.Bit(p)) != 0)],
        Criteria = [.. Enum.GetValues<Criterion>().Where(c => (found.Criteria & Entry.Bit(c)) != 0)],
        ReviewedOn = Entry.Review(found.ReviewedOn),
        Language = found.Language,
        Title = found.Title,
        Summary = found.Summary,
    };
}

public sealed record ApiEntry
{
    public required string Key { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    /// <summary>Null: taken from elsewhere, and not yet reviewed here.</summary>
    public required DateOnly? ReviewedOn { get; init; }
    public required EntryContent Content { get; init; }
}

/// <param name="AuthorName">Null: not named.</param>
/// <param name="Withheld">Nobody reads it any more: its content is not given. Null for all the others.</param>
public sealed record ApiVersion(int Number, DateTimeOffset At, string? AuthorName, string Comment, ApiWithheld? Withheld);

/// <summary>When a version was withheld, and why.</summary>
public sealed record ApiWithheld(DateTimeOffset At, string Reason);
