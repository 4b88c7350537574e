using Beffroi.Incubator.Accounting;

namespace Beffroi.Incubator.Accessibility;

/// <summary>What the law asks to publish besides the declaration.</summary>
public enum PlanKind
{
    /// <summary>« Schéma pluriannuel », of three years at most.</summary>
    Schema,

    /// <summary>« Plan d’action » of a year.</summary>
    Year,
}

/// <summary>A dated text. A newer one stands before it; it stays, as what was promised.</summary>
public sealed class AccessibilityPlan : IWrittenOnce
{
    public const int TextMaxLength = 20_000;

    public required Guid Id { get; init; }
    public required PlanKind Kind { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Each line is a paragraph.</summary>
    public required string Text { get; init; }

    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
}

public static class PlanKinds
{
    public static string Label(this PlanKind kind) => kind switch
    {
        PlanKind.Schema => "Schéma pluriannuel",
        PlanKind.Year => "Plan d’action de l’année",
    };

    public static int MostYears(this PlanKind kind) => kind switch
    {
        PlanKind.Schema => 3,
        PlanKind.Year => 1,
    };
}
