namespace Beffroi.Kit;

/// <summary>People who work on campaigns in an accepted organisation: the chat knows them, other modules ask. Guests of one case are none.</summary>
public interface IAnalysts
{
    /// <summary>Null for who is a member of none.</summary>
    Task<Analyst?> Of(Guid accountId, CancellationToken ct);

    /// <summary>Names of organisations, closed ones too; unknown ones are left out.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesOf(IReadOnlyCollection<Guid> organisations, CancellationToken ct);

    /// <summary>Of one organisation, as <see cref="Analyst.Sector"/>; null for one that is closed, or unknown.</summary>
    Task<string?> SectorOf(Guid organisation, CancellationToken ct);
}

public sealed record Analyst
{
    public required Guid AccountId { get; init; }
    public required string Name { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string OrganisationName { get; init; }

    /// <summary>As the convention splits reuses: <c>State</c>, <c>ForeignCounterpart</c>, <c>CivilSociety</c>, <c>Research</c>.</summary>
    public required string Sector { get; init; }

    /// <summary>Looks after their organisation.</summary>
    public required bool IsReferent { get; init; }
}
