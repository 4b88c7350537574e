using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Doors;

public enum StandingKind
{
    /// <summary>Not signed in.</summary>
    Stranger,

    /// <summary>A member already.</summary>
    In,
    MayJoin,

    /// <summary>Their address would let them in, once they show that it is theirs.</summary>
    Unconfirmed,

    /// <summary>No accepted organisation vouches for their address.</summary>
    NoDomain,

    /// <summary>Their organisation ended their access.</summary>
    Ended,
}

/// <summary>Where somebody stands before the door.</summary>
public sealed record Stands(StandingKind Kind)
{
    public static Stands Stranger { get; } = new(StandingKind.Stranger);

    public Guid? Organisation { get; init; }
    public string? OrganisationName { get; init; }
    public string? Email { get; init; }

    /// <summary>A letter was just sent.</summary>
    public bool Written { get; init; }
}

/// <summary>Says where who asks stands.</summary>
public sealed class Standing(ChatDb db, Seats seats, OpenDomains domains, INewcomers newcomers, Visitor visitor)
{
    public async Task<Stands> Now(CancellationToken ct)
    {
        if (visitor.User is not { } user || await newcomers.AddressOf(user.Id, ct) is not { } address)
        {
            return Stands.Stranger;
        }

        if (await seats.Behind(user.Id, ct) is { IsGuest: false } seat)
        {
            return new(StandingKind.In) { Organisation = seat.OrganisationId, OrganisationName = seat.OrganisationName, Email = address.Email };
        }

        var (organisation, name, _) = await domains.Judge(address.Email, ct);
        var kind = organisation is null ? StandingKind.NoDomain
            : await db.Members.BehindLogin(user.Id).AnyAsync(m => m.OrganisationId == organisation && m.LeftAt != null && m.EndedBy != user.Id, ct) ? StandingKind.Ended
            : address.Confirmed ? StandingKind.MayJoin
            : StandingKind.Unconfirmed;
        // Whose domain it is, is told to who has shown that the address is theirs.
        return new(kind) { Organisation = organisation, OrganisationName = kind is StandingKind.MayJoin or StandingKind.Ended ? name : null, Email = address.Email };
    }
}
