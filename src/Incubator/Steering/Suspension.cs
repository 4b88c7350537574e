namespace Beffroi.Incubator.Steering;

/// <summary>Article 7 of both conventions: support and visibility may be withdrawn totally or partly.</summary>
public enum SuspensionScope
{
    Partial,
    Total,
}

/// <summary>Support that is withdrawn after a breach, until it is given back.</summary>
public sealed class Suspension
{
    public const int TextMaxLength = 1000;

    public required Guid Id { get; init; }
    public required Guid ConventionId { get; init; }
    public required Guid BreachId { get; init; }
    public required SuspensionScope Scope { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>What is withdrawn, in words that everybody reads.</summary>
    public required string Withdrawn { get; init; }

    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>First day on which support is given again; null: still suspended.</summary>
    public DateOnly? LiftedOn { get; set; }
    public string? LiftReason { get; set; }
    public Guid? LiftedBy { get; set; }
    public DateTimeOffset? LiftedAt { get; set; }
}

public static class SuspensionWords
{
    public static string Label(this SuspensionScope scope) => scope switch
    {
        SuspensionScope.Partial => "En partie",
        SuspensionScope.Total => "En entier",
    };
}
