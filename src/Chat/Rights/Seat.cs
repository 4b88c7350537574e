using Beffroi.Kit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat;

/// <summary>Somebody at the table: a member of an organisation, or a guest of one case. Read from the database at each request: a right withdrawn is gone at once.</summary>
public sealed record Seat
{
    /// <summary>Who they are here: <see cref="Member.AccountId"/>.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The account that signs in, where it is another.</summary>
    public Guid? LoginId { get; init; }
    public Guid Login => LoginId ?? AccountId;
    public required string Name { get; init; }

    /// <summary>Null for a guest.</summary>
    public Guid? OrganisationId { get; init; }
    public string? OrganisationName { get; init; }

    /// <summary>Looks after their organisation.</summary>
    public bool IsReferent { get; init; }

    /// <summary>Other organisations do not read their name.</summary>
    public bool IsMasked { get; init; }

    /// <summary>The case of a guest.</summary>
    public Guid? OnlyCase { get; init; }

    /// <summary>When a guest's time is over.</summary>
    public DateTimeOffset? Until { get; init; }

    public bool IsGuest => OrganisationId is null;

    public Reader Reader => OrganisationId is { } organisation ? Reader.Member(AccountId, organisation) : Reader.Guest(AccountId, OnlyCase!.Value);

    public Cases.Author Author => new() { Person = AccountId, Organisation = OrganisationId, Masked = IsMasked };
}

/// <summary>Finds the seat of a person, or of who signs in.</summary>
public sealed class Seats(ChatDb db, TimeProvider clock)
{
    /// <param name="person">As circles, messages and lines name them.</param>
    public Task<Seat?> Of(Guid person, CancellationToken ct) =>
        Find(db.Members.Where(m => m.AccountId == person), db.GuestPasses.Where(p => p.AccountId == person), ct);

    /// <param name="login">The account that signs in.</param>
    public Task<Seat?> Behind(Guid login, CancellationToken ct) => Find(db.Members.BehindLogin(login), db.GuestPasses.BehindLogin(login), ct);

    async Task<Seat?> Find(IQueryable<Member> members, IQueryable<GuestPass> passes, CancellationToken ct)
    {
        var member = await (
            from m in members
            join o in db.Organisations on m.OrganisationId equals o.Id
            where m.LeftAt == null && o.ClosedAt == null
            select new Seat { AccountId = m.AccountId, LoginId = m.LoginId, Name = m.Name, OrganisationId = o.Id, OrganisationName = o.Name, IsReferent = m.IsReferent, IsMasked = o.MasksAnalysts })
            .AsNoTracking().FirstOrDefaultAsync(ct);
        if (member is not null)
        {
            return member;
        }

        var now = clock.GetUtcNow();
        return await passes.AsNoTracking()
            .Where(p => p.ApprovedAt != null && p.RevokedAt == null && p.ExpiresAt > now)
            .OrderByDescending(p => p.AcceptedAt)
            .Select(p => new Seat { AccountId = p.AccountId!.Value, LoginId = p.LoginId, Name = p.Name!, OnlyCase = p.CaseId, Until = p.ExpiresAt })
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>Those of many at once; whoever has none is not in it.</summary>
    public async Task<IReadOnlyDictionary<Guid, Seat>> Of(IReadOnlyCollection<Guid> accounts, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await (
            from m in db.Members
            join o in db.Organisations on m.OrganisationId equals o.Id
            where accounts.Contains(m.AccountId) && m.LeftAt == null && o.ClosedAt == null
            select new Seat { AccountId = m.AccountId, LoginId = m.LoginId, Name = m.Name, OrganisationId = o.Id, OrganisationName = o.Name, IsReferent = m.IsReferent, IsMasked = o.MasksAnalysts })
            .AsNoTracking().ToListAsync(ct);
        var guests = await db.GuestPasses.AsNoTracking()
            .Where(p => p.AccountId != null && accounts.Contains(p.AccountId.Value) && p.ApprovedAt != null && p.RevokedAt == null && p.ExpiresAt > now)
            .OrderByDescending(p => p.AcceptedAt)
            .Select(p => new Seat { AccountId = p.AccountId!.Value, LoginId = p.LoginId, Name = p.Name!, OnlyCase = p.CaseId, Until = p.ExpiresAt })
            .ToListAsync(ct);
        return found.Concat(guests).DistinctBy(s => s.AccountId).ToDictionary(s => s.AccountId);
    }
}

/// <summary>Rows of the chat by the account that signs in.</summary>
static class Logins
{
    public static IQueryable<Member> BehindLogin(this IQueryable<Member> members, Guid login) => members.Where(m => (m.AccountId == login && m.LoginId == null) || m.LoginId == login);

    /// <summary>Those that it has accepted.</summary>
    public static IQueryable<GuestPass> BehindLogin(this IQueryable<GuestPass> passes, Guid login) => passes.Where(p => (p.AccountId == login && p.LoginId == null) || p.LoginId == login);
}

/// <summary>The seat behind a request, for routes that require one.</summary>
public sealed class Seated
{
    internal Seat? Found { get; set; }

    public Seat Seat => Found ?? throw new InvalidOperationException("This route must say ForMembers or ForSeated.");

    public Reader Reader => Seat.Reader;
}

public static class SeatRoutes
{
    /// <summary>For members of an accepted organisation; others are shown how to join.</summary>
    public static RouteHandlerBuilder ForMembers(this RouteHandlerBuilder route) => route.ForSeat(guests: false);

    /// <summary>For members, and for guests within their case.</summary>
    public static RouteHandlerBuilder ForSeated(this RouteHandlerBuilder route) => route.ForSeat(guests: true);

    static RouteHandlerBuilder ForSeat(this RouteHandlerBuilder route, bool guests) =>
        route.RequireAuthorization().WithMetadata(new NeedsSeat(guests)).AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var user = http.RequestServices.GetRequiredService<Visitor>().SignedIn;
            var seat = await http.RequestServices.GetRequiredService<Seats>().Behind(user.Id, http.RequestAborted);
            if (seat is null || (seat.IsGuest && !guests))
            {
                return HttpMethods.IsGet(http.Request.Method) && seat is null
                    ? TypedResults.Redirect(Addresses.Join(Langs.Of(http.Request)))
                    : TypedResults.StatusCode(StatusCodes.Status403Forbidden);
            }

            if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)
                && !http.RequestServices.GetRequiredService<Live.LiveLimits>().MaySend(user.Id, http.Request.ContentLength ?? 0))
            {
                http.Response.Headers.RetryAfter = "60";
                return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
            }

            http.RequestServices.GetRequiredService<Seated>().Found = seat;
            return await next(context);
        });
}

/// <summary>Said of a route, for who reads the list of routes.</summary>
public sealed record NeedsSeat(bool Guests);
