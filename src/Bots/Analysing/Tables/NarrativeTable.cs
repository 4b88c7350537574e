namespace Beffroi.Bots.Analysing;

/// <summary>Tables of an analysis; their name in lower case is that of their address and of their file.</summary>
public enum TableKey
{
    Series,
    Languages,
    Clock,
    Accounts,
    Hashtags,
    Links,
    Domains,
    Media,
    Top,
    Identical,
    Near,
    Histogram,
    Scores,
}

public sealed record Cell(string Text)
{
    public bool IsFigure { get; init; }

    /// <summary>A page of this site; or, where <see cref="IsOutside"/>, of another.</summary>
    public string? Href { get; init; }
    public bool IsOutside { get; init; }

    /// <summary>What is heard of a link whose words do not say where it leads.</summary>
    public string? Label { get; init; }

    /// <summary>For the file, where it is written otherwise than on the screen.</summary>
    public string? Raw { get; init; }
}

/// <param name="OnlyShown">A link of the screen, not in the file.</param>
public sealed record Column(string Title, bool IsFigure = false, bool OnlyShown = false);

/// <summary>A table of an analysis: on the page, whole on its own page, and as a file.</summary>
public sealed record NarrativeTable
{
    public required TableKey Key { get; init; }
    public required string Title { get; init; }

    /// <summary>How it is counted; what it does not tell.</summary>
    public string? Note { get; init; }
    public required IReadOnlyList<Column> Columns { get; init; }
    public required int Count { get; init; }

    /// <summary>So many rows from one on.</summary>
    public required Func<int, int, CancellationToken, Task<IReadOnlyList<IReadOnlyList<Cell>>>> Rows { get; init; }

    public static Func<int, int, CancellationToken, Task<IReadOnlyList<IReadOnlyList<Cell>>>> Of<T>(IReadOnlyList<T> items, Func<T, IReadOnlyList<Cell>> row) =>
        (skip, take, _) => Task.FromResult<IReadOnlyList<IReadOnlyList<Cell>>>([.. items.Skip(skip).Take(take).Select(row)]);
}
