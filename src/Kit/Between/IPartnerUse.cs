namespace Beffroi.Kit;

/// <summary>Which structures or organisations use a service, told by dates: nothing of what they do with it. A module that has some answers for its own.</summary>
public interface IPartnerUse
{
    SitePart Part { get; }

    /// <summary>What a first use and an active use are here, in words for the page.</summary>
    string Meaning { get; }

    Task<IReadOnlyList<PartnerUse>> Read(CancellationToken ct);
}

public sealed record PartnerUse
{
    /// <summary>Of the structure or the organisation.</summary>
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public string? Kind { get; init; }
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Null: nothing yet.</summary>
    public DateTimeOffset? FirstUse { get; init; }

    /// <summary>First use with the people whom the service is for.</summary>
    public DateTimeOffset? FirstActive { get; init; }
    public DateTimeOffset? LastActive { get; init; }
}
