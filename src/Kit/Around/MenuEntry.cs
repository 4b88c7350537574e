namespace Beffroi.Kit;

/// <summary>A line of the main menu, brought by a module; <see cref="ShownTo"/> hides it, the route itself refuses.</summary>
public sealed record MenuEntry
{
    public required string Label { get; init; }
    public required string Href { get; init; }

    /// <summary>The same in English, and where it leads there; null: English pages do not show it.</summary>
    public (string Label, string Href)? English { get; init; }

    public required int Order { get; init; }

    /// <summary>Under which button it unfolds, for who sees several of that group; null: always in the open.</summary>
    public MenuGroup? Group { get; init; }

    public required Func<CurrentUser?, bool> ShownTo { get; init; }

    /// <summary>Asked of the module's own rows, when <see cref="ShownTo"/> says no to somebody signed in; null: nobody else sees it.</summary>
    public Func<IServiceProvider, CurrentUser, CancellationToken, Task<bool>>? AlsoShownTo { get; init; }

    /// <summary>Whether this person sees it.</summary>
    /// <param name="services">Of the request.</param>
    /// <param name="user">Null: nobody is signed in.</param>
    /// <param name="ct">Of the request.</param>
    public async ValueTask<bool> IsShownTo(IServiceProvider services, CurrentUser? user, CancellationToken ct) =>
        ShownTo(user) || (user is { Accepted: true } && AlsoShownTo is not null && await AlsoShownTo(services, user, ct));
}

/// <summary>What entries of the main menu have in common.</summary>
public enum MenuGroup
{
    /// <summary>What those who run the site do, beside its services.</summary>
    Administration,
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
