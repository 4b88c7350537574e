using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Members;

/// <summary>One's organisation: who is in it, who looks after it, whether its analysts are named to others. Its referents act; the others read.</summary>
public static class ShowMembers
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.MyOrganisation(l), Show).ForMembers();
            app.MapPost(Addresses.MyOrganisation(l), Mask).Does("discussion.masquer").ForMembers();
            app.MapPost(Addresses.Member(l, "{id:guid}"), Act).Does("discussion.gerer-membre").ForAnySignedIn();
        }
    }

    static async Task<IResult> Show(HttpRequest request, ChatDb db, Seated seated, CancellationToken ct)
    {
        var id = seated.Seat.OrganisationId!.Value;
        var organisation = await db.Organisations.AsNoTracking().Include(o => o.Domains).SingleAsync(o => o.Id == id, ct);
        return Html.View<ShowMembersPage, ShowMembersModel>(new(
            Langs.Of(request), organisation.Name, organisation.Sector, [.. organisation.Domains.Select(d => (d.WithSubdomains ? "*." : "") + d.Domain).Order(StringComparer.Ordinal)], organisation.MasksAnalysts, seated.Seat.IsReferent, await MemberRow.Of(db, id, ct)));
    }

    static async Task<IResult> Mask([FromForm] MaskForm? form, HttpRequest request, ChatDb db, Seated seated, LiveRooms live, TimeProvider clock, CancellationToken ct)
    {
        if (!seated.Seat.IsReferent)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        var organisation = await db.Organisations.SingleAsync(o => o.Id == seated.Seat.OrganisationId, ct);
        organisation.MasksAnalysts = string.Equals(form?.Masks, "true", StringComparison.Ordinal);
        // Those who listen come back under the name that holds from now on.
        var now = clock.GetUtcNow();
        var cut = new Revocation { Id = Guid.CreateVersion7(now), At = now, OrganisationId = organisation.Id };
        db.Add(cut);
        await db.SaveChangesAsync(ct);
        live.Cut(cut);
        return TypedResults.LocalRedirect(Addresses.MyOrganisation(Langs.Of(request)));
    }

    static async Task<IResult> Act(Guid id, [FromForm] MemberActForm? form, HttpRequest request, ChatDb db, Seats seats, Departures departures, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var (l, user) = (Langs.Of(request), visitor.SignedIn);
        var superadmin = user is { Accepted: true, Role: Role.Superadmin };
        var seat = await seats.Behind(user.Id, ct);
        var mine = seat is { IsReferent: true, OrganisationId: { } own } ? own : Guid.Empty;
        var open = db.Organisations.Where(o => o.ClosedAt == null && (superadmin || o.Id == mine)).Select(o => o.Id);
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == id && open.Contains(m.OrganisationId), ct) is not { } member)
        {
            return TypedResults.NotFound();
        }

        switch ((form?.Act, member.LeftAt))
        {
            case ("referent" or "member", null):
                member.IsReferent = string.Equals(form!.Act, "referent", StringComparison.Ordinal);
                await db.SaveChangesAsync(ct);
                break;
            case ("out", null):
                await departures.Leave(member, user.Id, ct);
                break;
            case ("back", not null):
                await Joined.Again(db, member, clock.GetUtcNow(), ct);
                break;
        }

        return TypedResults.LocalRedirect(member.OrganisationId == mine ? Addresses.MyOrganisation(l) : superadmin ? Addresses.Organisation(l, member.OrganisationId) : Addresses.Home(l));
    }
}

public sealed record MaskForm
{
    public string? Masks { get; init; }
}

public sealed record MemberActForm
{
    public string? Act { get; init; }
}

public sealed record ShowMembersModel(Lang L, string Name, Cases.Sector Sector, IReadOnlyList<string> Domains, bool Masks, bool IsReferent, IReadOnlyList<MemberRow> Members);
