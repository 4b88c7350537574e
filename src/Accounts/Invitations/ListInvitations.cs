using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Invitations;

public static class ListInvitations
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/invitations", Show).For(Role.Superadmin, Role.Admin);

    static async Task<IResult> Show(int? page, AccountsDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var rows = await db.Invitations.AsNoTracking().SeenBy(visitor.SignedIn)
            .OrderByDescending(i => i.CreatedAt).ThenBy(i => i.Id)
            .Select(i => new InvitationLine
            {
                Id = i.Id,
                Email = i.Email,
                Role = i.Role,
                Structure = db.Structures.Where(s => s.Id == i.StructureId).Select(s => s.Name).FirstOrDefault(),
                CreatedAt = i.CreatedAt,
                ExpiresAt = i.ExpiresAt,
                AcceptedAt = i.AcceptedAt,
                CancelledAt = i.CancelledAt,
            })
            .ToPage(page, ct);
        return Html.View<ListInvitationsPage, ListInvitationsModel>(new(rows, clock.GetUtcNow()));
    }
}

public sealed record InvitationLine
{
    public required Guid Id { get; init; }
    public required string Email { get; init; }
    public required Role Role { get; init; }
    public required string? Structure { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public required DateTimeOffset? AcceptedAt { get; init; }
    public required DateTimeOffset? CancelledAt { get; init; }

    public bool IsOpen(DateTimeOffset now) => AcceptedAt is null && CancelledAt is null && now < ExpiresAt;

    public string State(DateTimeOffset now) =>
        AcceptedAt is { } accepted ? $"Acceptée le {French.Day(accepted)}"
        : CancelledAt is { } cancelled ? $"Annulée le {French.Day(cancelled)}"
        : now >= ExpiresAt ? $"Expirée le {French.Day(ExpiresAt)}"
        : $"En cours, jusqu’au {French.Day(ExpiresAt)}";
}

public sealed record ListInvitationsModel(PageOf<InvitationLine> List, DateTimeOffset Now);
