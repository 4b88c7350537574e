using Beffroi.Chat.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>Whose people work here: accepted after a talk, recognised by the domains of its addresses.</summary>
public sealed class Organisation
{
    public const int NameMaxLength = 120;

    public required Guid Id { get; init; }
    public required string Name { get; set; }

    /// <summary>As the second metric of the convention splits reuses.</summary>
    public required Sector Sector { get; set; }

    /// <summary>ISO 3166-1, two letters.</summary>
    public required string Country { get; set; }
    public required DateTimeOffset ApprovedAt { get; init; }
    public required Guid ApprovedBy { get; init; }

    /// <summary>From then on none of its people enters.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
    public Guid? ClosedBy { get; set; }

    /// <summary>Other organisations read its name, not that of its analysts.</summary>
    public bool MasksAnalysts { get; set; }

    public List<OrganisationDomain> Domains { get; } = [];
}

/// <summary>A domain of addresses that an organisation vouches for.</summary>
public sealed class OrganisationDomain
{
    public const int DomainMaxLength = 253;

    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }

    /// <summary>In ASCII, lower case.</summary>
    public required string Domain { get; init; }
    public required bool WithSubdomains { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
    public required Guid AddedBy { get; init; }
}

/// <summary>Somebody in an organisation, from a day on, until another.</summary>
public sealed class Member
{
    /// <summary>The name of somebody whose account is closed.</summary>
    public const string OfClosedAccount = "Compte fermé";

    public required Guid Id { get; init; }

    /// <summary>
    /// Who they are in this organisation: circles name it, what they write bears it. It is the account that signs in, unless that account was somebody in another
    /// organisation, or a guest, before: nothing that was shared with them there follows them here.
    /// </summary>
    public required Guid AccountId { get; init; }

    /// <summary>The account that signs in, where it is another.</summary>
    public Guid? LoginId { get; init; }
    public required Guid OrganisationId { get; init; }

    /// <summary>As shown beside what they write.</summary>
    public required string Name { get; set; }
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>Looks after the organisation's people, criteria and guests.</summary>
    public bool IsReferent { get; set; }

    public DateTimeOffset? LeftAt { get; set; }
    public Guid? EndedBy { get; set; }

    /// <summary>The language that they are written to in.</summary>
    public Lang Language { get; set; }

    /// <summary><see cref="Rules.Notices.NoticeChoices"/>, as JSON; null: the usual ones.</summary>
    public string? Notices { get; set; }
}

/// <summary>A link that lets somebody of no organisation into one case.</summary>
public sealed class GuestPass
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>SHA-256 of the secret in the link.</summary>
    public required string SecretHash { get; init; }

    /// <summary>Who it is for, as the inviter said.</summary>
    public required string ForWhom { get; set; }
    public required Guid OrganisationId { get; init; }
    public required Guid InvitedBy { get; init; }
    public required DateTimeOffset InvitedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>By the inviting organisation's referent; before it, the link opens nothing.</summary>
    public Guid? ApprovedBy { get; set; }
    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>Who the guest is in this case, as <see cref="Member.AccountId"/>: nothing that an account was shown elsewhere, or by another pass, follows it here.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>The account that signs in, where it is another.</summary>
    public Guid? LoginId { get; set; }

    /// <summary>As shown beside what they write.</summary>
    public string? Name { get; set; }
    public DateTimeOffset? AcceptedAt { get; set; }
    public Guid? RevokedBy { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>A version of an organisation's own criteria; the last one holds.</summary>
public sealed class OwnCriteria
{
    public required Guid OrganisationId { get; init; }
    public required int Version { get; init; }

    /// <summary><see cref="CriteriaSet"/>, as JSON.</summary>
    public required string Content { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid By { get; init; }
}

/// <summary>A right was taken away: nodes close the live connections that it let in.</summary>
public sealed class Revocation : ILogLine
{
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The account that signs in. Null: everybody in the room or organisation.</summary>
    public Guid? AccountId { get; init; }
    public Guid? OrganisationId { get; init; }
    public Guid? RoomId { get; init; }
}
