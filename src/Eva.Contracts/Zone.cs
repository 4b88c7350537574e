namespace Beffroi.Eva.Contracts;

/// <summary>Sécurité: a place of the building site that can be looked at closely. Nothing in it tells whether there is a danger:
/// a place without one has its three choices too.</summary>
public sealed record Zone
{
    public required string Id { get; init; }

    /// <summary>What stands there: « L’échelle ».</summary>
    public required string Name { get; init; }

    /// <summary>What the drawing shows, for those who cannot see it.</summary>
    public required string Description { get; init; }

    /// <summary>What the danger may be, asked of whoever sees one.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>Training only: said kindly to whoever sees no danger.</summary>
    public string? FeedbackOnNo { get; init; }
}
