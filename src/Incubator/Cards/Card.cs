namespace Beffroi.Incubator.Cards;

/// <summary>What the public card of a startup says beside what we hold of it ourselves: the keys of beta.gouv.fr (ci/startups.mjs, read in August 2026). Lists are one a line; null where the card says nothing.</summary>
public sealed class Card
{
    public const int TextMaxLength = 2000;
    public const int ContentMaxLength = 50_000;

    public required Guid StartupId { get; init; }
    public string? AccessibilityStatus { get; init; }
    public string? DashlordUrl { get; init; }
    public bool? Stats { get; init; }
    public string? StatsUrl { get; init; }
    public string? BudgetUrl { get; init; }
    public bool? RiskAnalysis { get; init; }
    public string? RiskAnalysisUrl { get; init; }
    public bool? MonServiceSecurise { get; init; }
    public string Incubators { get; init; } = "";
    public string Techno { get; init; } = "";
    public string UserTypes { get; init; } = "";
    public string Thematiques { get; init; } = "";
    public string RedirectFrom { get; init; } = "";
    public string? FastPromotion { get; init; }
    public string? FastMontant { get; init; }

    /// <summary>The text below the front matter.</summary>
    public string Content { get; init; } = "";
}

/// <summary>Something that happened to a startup, as its card tells it.</summary>
public sealed class CardEvent
{
    public const int NameMaxLength = 30;

    public required Guid Id { get; init; }
    public required Guid StartupId { get; init; }
    public required string Name { get; init; }
    public required DateOnly On { get; init; }
    public string? Comment { get; init; }
}

/// <summary>A card and the startup that it is of.</summary>
public sealed record CardRows(Startup Startup, Card Card, IReadOnlyList<CardEvent> Events);
