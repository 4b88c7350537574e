using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>An entry as a line of a list.</summary>
public sealed record EntryHead
{
    public required Guid Id { get; init; }
    public required string Key { get; init; }
    public required EntryType Type { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }

    /// <summary>Of the words above: the other one where the entry is not translated.</summary>
    public required Lang Language { get; init; }
}

public static class EntryHeads
{
    /// <summary>In this language, in the other one where it lacks.</summary>
    public static IQueryable<EntryHead> Heads(this IQueryable<Entry> entries, Lang language) =>
        entries.Select(e => new EntryHead
        {
            Id = e.Id,
            Key = e.Key,
            Type = e.Type,
            Title = e.Words.Where(w => w.Language == language).Select(w => w.Title).FirstOrDefault() ?? e.Words.Select(w => w.Title).First(),
            Summary = e.Words.Where(w => w.Language == language).Select(w => w.Summary).FirstOrDefault() ?? e.Words.Select(w => w.Summary).First(),
            Language = e.Words.Any(w => w.Language == language) ? language : e.Original,
        });
}
