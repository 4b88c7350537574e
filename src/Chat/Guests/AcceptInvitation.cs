using Beffroi.Chat.Doors;
using Beffroi.Chat.Rules.Webhooks;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Guests;

/// <summary>Whoever has the link comes into the case, signed in. Before it is approved, once it is used, revoked or over, it opens nothing and says nothing.</summary>
public static class AcceptInvitation
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Guest(l, "{secret}"), Show).ForEveryone().RequireRateLimiting(JoinLimit.Policy);
            app.MapPost(Addresses.Guest(l, "{secret}"), Accept).Does("discussion.accepter").ForAnySignedIn().RequireRateLimiting(JoinLimit.Policy);
            app.MapPost(Addresses.Guest(l, "{secret}") + l.Say("/compte", "/account"), Register).Does("discussion.inscrire-invite").ForEveryone().RequireRateLimiting(JoinLimit.Policy);
        }
    }

    static async Task<IResult> Show(string secret, HttpContext http, ChatDb db, Seats seats, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        // The address opens something by itself: nobody on the way keeps it, nor reads it in what is asked for next.
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        var l = Langs.Of(http.Request);
        return await Find(db, secret, visitor.User, clock, ct) switch
        {
            null => TypedResults.NotFound(),
            { AccountId: not null } mine => TypedResults.LocalRedirect(Addresses.Case(l, mine.CaseId)),
            { } pass => View(new(l, secret, pass.ExpiresAt, visitor.User?.Name, await IsMember(seats, visitor, ct), new(), new())),
        };
    }

    static async Task<IResult> Accept(string secret, [FromForm] IFormCollection form, HttpRequest request, ChatDb db, Seats seats, GuestEntry entry, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var (l, user) = (Langs.Of(request), visitor.SignedIn);
        if (await Find(db, secret, user, clock, ct) is not { } pass)
        {
            return TypedResults.NotFound();
        }

        if (pass.AccountId is null)
        {
            var member = await IsMember(seats, visitor, ct);
            if (member || !await Entered(entry, pass, user, ct))
            {
                return View(new(l, secret, pass.ExpiresAt, user.Name, member, new(), new()) { Refused = !member }, StatusCodes.Status422UnprocessableEntity);
            }
        }

        return TypedResults.LocalRedirect(Addresses.Case(l, pass.CaseId));
    }

    static async Task<IResult> Register(string secret, [FromForm] NewcomerForm? form, HttpRequest request, ChatDb db, INewcomers newcomers, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var l = Langs.Of(request);
        if (await Find(db, secret, visitor.User, clock, ct) is not { AccountId: null } pass)
        {
            return TypedResults.NotFound();
        }

        // The link is what lets them in, not their address; the letter does not repeat it, for a mailbox is no safe place for it.
        var errors = await newcomers.Register(new() { Name = form.Name, Email = form.Email, Password = form.Password, TermsAccepted = form.Agrees, Language = l, Next = Addresses.Join(l) }, ct);
        var model = new AcceptInvitationModel(l, secret, pass.ExpiresAt, null, false, form, errors) { Written = !errors.Any };
        return View(model, errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <summary>An open pass: nobody's yet, or this person's.</summary>
    static Task<GuestPass?> Find(ChatDb db, string secret, CurrentUser? user, TimeProvider clock, CancellationToken ct)
    {
        var (hash, now, login) = (HookSecret.Hash(secret), clock.GetUtcNow(), user?.Id ?? Guid.Empty);
        return db.GuestPasses.SingleOrDefaultAsync(p => p.SecretHash == hash && p.ApprovedAt != null && p.RevokedAt == null && p.ExpiresAt > now && (p.AccountId == null || (p.AccountId == login && p.LoginId == null) || p.LoginId == login), ct);
    }

    static async Task<bool> Entered(GuestEntry entry, GuestPass pass, CurrentUser user, CancellationToken ct)
    {
        try
        {
            return await entry.Enter(pass, user, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else opened the same link at the same moment.
            return false;
        }
    }

    static async Task<bool> IsMember(Seats seats, Visitor visitor, CancellationToken ct) => visitor.User is { } user && await seats.Behind(user.Id, ct) is { IsGuest: false };

    static IResult View(AcceptInvitationModel model, int status = StatusCodes.Status200OK) => Html.View<AcceptInvitationPage, AcceptInvitationModel>(model, status);
}

public sealed record AcceptInvitationModel(Lang L, string Secret, DateTimeOffset ExpiresAt, string? Name, bool IsMember, NewcomerForm Form, Errors Errors)
{
    /// <summary>Those who invited may no longer do it.</summary>
    public bool Refused { get; init; }

    /// <summary>A letter was just sent.</summary>
    public bool Written { get; init; }
}
