namespace Beffroi.Kit;

/// <summary>A line of the main menu, brought by a module; <see cref="ShownTo"/> hides it, the route itself refuses.</summary>
public sealed record MenuEntry
{
    public required string Label { get; init; }
    public required string Href { get; init; }

    /// <summary>The same in English, and where it leads there; null: English pages do not show it.</summary>
    public (string Label, string Href)? English { get; init; }

    public required int Order { get; init; }
    public required Func<CurrentUser?, bool> ShownTo { get; init; }
}

/// <summary>A card of the home page, brought by a module.</summary>
public sealed record ServiceCard
{
    public required string Title { get; init; }
    public required string Detail { get; init; }
    public required string Href { get; init; }

    /// <summary>The same in English, and where it leads there; null: the English home does not show it.</summary>
    public (string Title, string Detail, string Href)? English { get; init; }

    public required int Order { get; init; }
}
