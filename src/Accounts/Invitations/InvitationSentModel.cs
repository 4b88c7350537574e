using Beffroi.Kit;

namespace Beffroi.Accounts.Invitations;

/// <summary>An invitation just written, with the link to send.</summary>
public sealed record InvitationSentModel(string Email, Role Role, string? Structure, string Link, DateTimeOffset ExpiresAt);
