namespace Beffroi.Kit;

/// <summary>What a module may ask about organisations; the accounts module answers.</summary>
public interface IStructures
{
    Task<IReadOnlyDictionary<Guid, StructureSummary>> Find(IReadOnlyCollection<Guid> ids, CancellationToken ct);

    /// <summary>Names of people, by account: an unknown or deleted account is simply absent.</summary>
    Task<IReadOnlyDictionary<Guid, string>> People(IReadOnlyCollection<Guid> accountIds, CancellationToken ct);

    /// <summary>Where letters reach people, by account: an unknown or deleted account is simply absent.</summary>
    Task<IReadOnlyDictionary<Guid, string>> Emails(IReadOnlyCollection<Guid> accountIds, CancellationToken ct);

    /// <summary>The accepted person who signs in with this electronic address; null when there is none.</summary>
    Task<(Guid Id, string Name)?> AcceptedPerson(string email, CancellationToken ct);

    /// <summary>Accepted people of a structure, for a list of choices.</summary>
    Task<IReadOnlyList<(Guid Id, string Name)>> Colleagues(Guid structureId, CancellationToken ct);
}

/// <param name="PostCode">Five digits, or 2A/2B and three digits.</param>
public sealed record StructureSummary(Guid Id, string Name, string PostCode)
{
    /// <summary>Its trade, in words; null for an administrative one.</summary>
    public string? Type { get; init; }

    /// <summary>In words; null where the post code is of no known department.</summary>
    public string? Region { get; init; }
}
