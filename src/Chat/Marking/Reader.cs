namespace Beffroi.Chat;

/// <summary>Somebody for whom a view is made: a member, a whole organisation, a guest, or the public.</summary>
public sealed record Reader
{
    public Guid? Person { get; init; }

    /// <summary>Null for a guest and for the public.</summary>
    public Guid? Organisation { get; init; }

    /// <summary>The only case that a guest knows.</summary>
    public Guid? OnlyCase { get; init; }

    public bool IsGuest => OnlyCase is not null;

    /// <summary>Anybody but the public.</summary>
    public bool IsKnown => Person is not null || Organisation is not null;

    public static Reader Public { get; } = new();

    /// <summary>What any member of it may read: nothing that is for named people.</summary>
    public static Reader OfOrganisation(Guid organisation) => new() { Organisation = organisation };

    public static Reader Member(Guid person, Guid organisation) => new() { Person = person, Organisation = organisation };

    public static Reader Guest(Guid person, Guid onlyCase) => new() { Person = person, OnlyCase = onlyCase };

    public bool MayEnter(Guid caseId) => OnlyCase is null || OnlyCase == caseId;
}
