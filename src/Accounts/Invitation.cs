using Beffroi.Kit;

namespace Beffroi.Accounts;

/// <summary>A link that lets one person open an accepted account, once.</summary>
public sealed class Invitation
{
    /// <summary>Long enough for a holiday, short enough for a forgotten message.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    Invitation()
    {
    }

    public Guid Id { get; private init; }
    public string Email { get; private init; } = "";
    public Role Role { get; private init; }
    public Guid? StructureId { get; private init; }

    /// <summary>SHA-256 of the token, in hexadecimal: whoever reads the database cannot use the link.</summary>
    public string TokenHash { get; private init; } = "";

    public Guid InvitedBy { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset ExpiresAt { get; private init; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public Guid? AcceptedBy { get; private set; }
    public DateTimeOffset? CancelledAt { get; private set; }
    public Guid? CancelledBy { get; private set; }

    /// <summary>The invitation to keep and the token to send: the token is written nowhere.</summary>
    public static (Invitation Invitation, string Token) Write(EmailAddress to, Role role, Guid? structureId, Guid by, DateTimeOffset now)
    {
        var token = SecretToken.Draw();
        return (new()
        {
            Id = Guid.CreateVersion7(now),
            Email = to.Text,
            Role = role,
            StructureId = structureId,
            TokenHash = HashOf(token),
            InvitedBy = by,
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        }, token);
    }

    public static string HashOf(string token) => SecretToken.HashOf(token);

    public bool IsOpen(DateTimeOffset now) => AcceptedAt is null && CancelledAt is null && now < ExpiresAt;

    public void Cancel(Guid by, DateTimeOffset now)
    {
        RequireOpen(now);
        (CancelledAt, CancelledBy) = (now, by);
    }

    public void Accept(Account account, DateTimeOffset now)
    {
        RequireOpen(now);
        (AcceptedAt, AcceptedBy) = (now, account.Id);
    }

    void RequireOpen(DateTimeOffset now)
    {
        if (!IsOpen(now))
        {
            throw new InvalidOperationException("This invitation was accepted, was cancelled or has expired: ask IsOpen first.");
        }
    }
}
