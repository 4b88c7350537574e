using Beffroi.Encyclopedia.Search;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>Full-text search of the entries; each database engine has its own.</summary>
public interface IEntrySearch
{
    /// <summary>Best first. Accents, case, French and English stems do not matter; a typing mistake is forgiven; the last word may be unfinished.</summary>
    Task<SearchAnswer> Find(SearchQuery query, CancellationToken ct);
}

/// <summary>What is looked for; a null or empty filter lets everything through.</summary>
public sealed record SearchQuery
{
    /// <summary>As typed; empty: everything, by title.</summary>
    public string Text { get; init; } = "";

    public required Lang Language { get; init; }
    public IReadOnlyList<Phase> Phases { get; init; } = [];
    public IReadOnlyList<EntryType> Types { get; init; } = [];
    public IReadOnlyList<Criterion> Criteria { get; init; } = [];

    /// <summary>Only entries that are written in that language too.</summary>
    public Lang? WrittenIn { get; init; }

    /// <summary>Reviewed on this day or after.</summary>
    public DateOnly? ReviewedSince { get; init; }

    /// <summary>Last reviewed before this day.</summary>
    public DateOnly? ReviewedBefore { get; init; }

    public int Skip { get; init; }
    public int Take { get; init; } = 20;
}

public sealed record SearchAnswer
{
    public required int Total { get; init; }
    public required Facets Facets { get; init; }
    public required IReadOnlyList<FoundEntry> Found { get; init; }

    /// <summary>The words that were looked for instead of those typed; null where they were found as typed.</summary>
    public string? Corrected { get; init; }

    /// <summary>No entry holds all the words: these hold some.</summary>
    public bool Partial { get; init; }
}

public sealed record FoundEntry
{
    public required Guid Id { get; init; }
    public required string Key { get; init; }
    public required EntryType Type { get; init; }
    public required int Phases { get; init; }
    public required int Criteria { get; init; }
    public required DateOnly ReviewedOn { get; init; }

    /// <summary>Bit by language it is written in.</summary>
    public required int Languages { get; init; }

    /// <summary>The language of the words below: the other one where the entry is not translated.</summary>
    public required Lang Language { get; init; }

    public required string Title { get; init; }
    public required string Summary { get; init; }

    /// <summary>A few words around what was found, in pieces: the found ones are marked.</summary>
    public required IReadOnlyList<(string Text, bool Found)> Snippet { get; init; }
}
