namespace Beffroi.Kit;

/// <summary>A line of the main menu, brought by a module; <see cref="ShownTo"/> hides it, the route itself refuses.</summary>
public sealed record MenuEntry
{
    public required string Label { get; init; }
    public required string Href { get; init; }
    public required int Order { get; init; }
    public required Func<CurrentUser?, bool> ShownTo { get; init; }
}

/// <summary>A card of the home page, brought by a module.</summary>
public sealed record ServiceCard
{
    public required string Title { get; init; }
    public required string Detail { get; init; }
    public required string Href { get; init; }
    public required int Order { get; init; }
}
