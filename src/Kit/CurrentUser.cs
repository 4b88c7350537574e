namespace Beffroi.Kit;

/// <summary>What a person may do, from the widest to the narrowest.</summary>
public enum Role
{
    Superadmin,
    ChargeDeMissionRegionale,
    Admin,
    Conseiller,
}

/// <summary>The person behind a request, read from the database at each request: a right withdrawn is gone at once.</summary>
public sealed record CurrentUser
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required Role Role { get; init; }
    public required Guid? StructureId { get; init; }

    /// <summary>The structures whose common work this person may see: the own one, and for an admin all below it.</summary>
    public required IReadOnlyList<Guid> Structures { get; init; }

    /// <summary>False until an admin has accepted the account: nothing but the dashboard and help.</summary>
    public required bool Accepted { get; init; }

    /// <summary>Reads everything that is not private.</summary>
    public bool ReadsAll => Accepted && Role is Role.Superadmin or Role.ChargeDeMissionRegionale;
}

/// <summary>Who is asking, for the length of one request.</summary>
public sealed class Visitor
{
    public CurrentUser? User { get; set; }

    /// <summary>What is announced today to those signed in; null when nothing is.</summary>
    public string? Banner { get; set; }

    public CurrentUser SignedIn => User ?? throw new InvalidOperationException("This page is for signed-in people: its route must require it.");
}
