using Beffroi.Kit;

namespace Beffroi.Accounts.Invitations;

/// <summary>An invitation just written, with its link.</summary>
/// <param name="Sent">Whether a letter takes it to the person.</param>
public sealed record InvitationSentModel(string Email, Role Role, string? Structure, string Link, DateTimeOffset ExpiresAt, bool Sent);
