namespace Beffroi.Incubator.Securing;

/// <summary>An agile risk workshop of the whole team, as ANSSI and DINUM describe it (betagouv/securite-numerique-agile, read in August 2026).</summary>
public sealed class Workshop
{
    public const int TextMaxLength = 1000;

    public required Guid Id { get; init; }
    public required Guid StartupId { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required string Scope { get; init; }

    /// <summary>Why it must be held again: the architecture, the data, their value or the number of users changed. Null: still good.</summary>
    public string? StaleBecause { get; set; }
    public DateOnly? StaleSince { get; set; }
}

/// <summary>A source that acts upon a component, so that something feared happens.</summary>
public sealed class Risk
{
    public const int TextMaxLength = 300;

    public required Guid Id { get; init; }
    public required Guid WorkshopId { get; init; }
    public required string Source { get; init; }
    public required string Component { get; init; }
    public required string FearedEvent { get; init; }
    public required string Impact { get; init; }

    /// <summary>1 to 3 stars.</summary>
    public required int Severity { get; init; }

    /// <summary>1 to 3 stars.</summary>
    public required int Likelihood { get; init; }

    public string? Measure { get; set; }

    /// <summary>The automated test that shows the attack to fail.</summary>
    public string? TestName { get; set; }

    /// <summary>Accepted for now, with a measure still to be taken.</summary>
    public bool IsResidual { get; set; }

    public int Criticality => Severity * Likelihood;

    /// <summary>The abuser story that goes to the backlog.</summary>
    public string AbuserStory => $"En tant que {Source}, lorsque {Component}, afin de {Impact}, je souhaite {FearedEvent}.";
}
