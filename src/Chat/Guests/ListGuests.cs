using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Guests;

/// <summary>The guests of an organisation: its referents approve and revoke; a member sees and revokes those they invited.</summary>
public static class ListGuests
{
    const int Shown = 200;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Guests(l), Show).ForMembers();
            app.MapPost(Addresses.Guests(l) + "/{id:guid}", Act).Does("discussion.decider-invite").ForMembers();
        }
    }

    static IQueryable<GuestPass> Mine(ChatDb db, Seat seat) =>
        db.GuestPasses.Where(p => p.OrganisationId == seat.OrganisationId && (seat.IsReferent || p.InvitedBy == seat.AccountId));

    static async Task<IResult> Show(HttpRequest request, ChatDb db, CaseShelf shelf, Seated seated, TimeProvider clock, CancellationToken ct)
    {
        var (seat, now) = (seated.Seat, clock.GetUtcNow());
        var rows = await Mine(db, seat).AsNoTracking().OrderBy(p => p.RevokedAt != null || p.ExpiresAt <= now).ThenByDescending(p => p.InvitedAt).ThenBy(p => p.Id).Take(Shown)
            .Select(p => new { Pass = p, By = db.Members.Where(m => m.AccountId == p.InvitedBy && m.OrganisationId == p.OrganisationId).Select(m => m.Name).FirstOrDefault() }).ToListAsync(ct);
        var titles = (await shelf.Views(seat.Reader, [.. rows.Select(r => r.Pass.CaseId).Distinct()], ct)).ToDictionary(v => v.CaseId, v => v.State.Title);
        return Html.View<ListGuestsPage, ListGuestsModel>(new(Langs.Of(request), seat.IsReferent, [.. rows.Select(r => new GuestRow(r.Pass, titles.GetValueOrDefault(r.Pass.CaseId), r.By, r.Pass.ExpiresAt <= now))]));
    }

    static async Task<IResult> Act(Guid id, [FromForm] GuestActForm? form, HttpRequest request, ChatDb db, GuestEntry entry, Seated seated, TimeProvider clock, CancellationToken ct)
    {
        var (seat, now) = (seated.Seat, clock.GetUtcNow());
        if (await Mine(db, seat).SingleOrDefaultAsync(p => p.Id == id, ct) is not { } pass)
        {
            return TypedResults.NotFound();
        }

        if (form?.Act is "approve" && seat.IsReferent && pass is { ApprovedAt: null, RevokedAt: null } && pass.ExpiresAt > now)
        {
            (pass.ApprovedBy, pass.ApprovedAt) = (seat.AccountId, now);
            await db.SaveChangesAsync(ct);
        }
        else if (form?.Act is "revoke" && pass.RevokedAt is null)
        {
            await entry.Leave(pass, seat, ct);
        }

        return TypedResults.LocalRedirect(Addresses.Guests(Langs.Of(request)));
    }
}

public sealed record GuestActForm
{
    public string? Act { get; init; }
}

/// <param name="Title">Null where who looks may not read the case.</param>
public sealed record GuestRow(GuestPass Pass, string? Title, string? By, bool IsOver);

public sealed record ListGuestsModel(Lang L, bool IsReferent, IReadOnlyList<GuestRow> Rows);
