using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Invitations;

/// <summary>Open the account that an invitation promises, once.</summary>
public static class AcceptInvitation
{
    const string Path = "/invitation/{token}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).ForEveryone().RequireRateLimiting(TriesLimit.Policy);
        app.MapPost(Path, Submit).Does("invitation.accepter").ForEveryone().RequireRateLimiting(TriesLimit.Policy);
    }

    static async Task<IResult> Show(string token, HttpContext context, AccountsDb db, TimeProvider clock, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await Find(token, db, clock, ct) is { } invitation
            ? await View(token, invitation, db, new(), new(), ct)
            : Gone();
    }

    static async Task<IResult> Submit(string token, [FromForm] PersonForm? form, AccountsDb db, UserManager<Account> users, SignInManager<Account> signIn, Outbox outbox, SiteIdentity site, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        if (await Find(token, db, clock, ct) is not { } invitation)
        {
            return Gone();
        }

        // The address is the invitation's, whatever the form says.
        var errors = new Errors();
        if (NewPerson.Read(form with { Email = invitation.Email }, errors) is { } person)
        {
            var account = await Enrol(invitation, person, db, clock.GetUtcNow(), ct);
            outbox.Welcome(db, account, site);
            if (await users.Register(account, person.Password, errors))
            {
                await signIn.SignInAsync(account, isPersistent: false);
                return TypedResults.LocalRedirect("/compte");
            }
        }

        return await View(token, invitation, db, form, errors, ct);
    }

    static async Task<Account> Enrol(Invitation invitation, NewPerson person, AccountsDb db, DateTimeOffset now, CancellationToken ct)
    {
        var role = await RoleNow(invitation, db, ct);
        var account = Account.Open(person.Name, person.Email, role, invitation.StructureId, now);
        account.AcceptTerms(now);
        account.Decide(Verdict.Accepted, invitation.InvitedBy, now);
        invitation.Accept(account, now);
        if (await db.Structures.SingleOrDefaultAsync(s => s.Id == invitation.StructureId, ct) is { } structure)
        {
            structure.TeamChanged();
        }

        return account;
    }

    // An open invitation whose author may still give its role: a right withdrawn is gone at once, invitations included.
    static async Task<Invitation?> Find(string token, AccountsDb db, TimeProvider clock, CancellationToken ct)
    {
        var hash = Invitation.HashOf(token);
        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.TokenHash == hash, ct);
        if (invitation?.IsOpen(clock.GetUtcNow()) != true)
        {
            return null;
        }

        var author = await db.Users.AsNoTracking().Where(a => a.Id == invitation.InvitedBy).Accepted().Select(a => (Role?)a.Role).SingleOrDefaultAsync(ct);
        return author?.MayGive(invitation.Role) == true ? invitation : null;
    }

    // A structure always has an admin: where there is none yet, the first to come is.
    static async Task<Role> RoleNow(Invitation invitation, AccountsDb db, CancellationToken ct) =>
        invitation is { Role: Role.Conseiller, StructureId: { } id } && await db.OtherAdmins(id, Guid.Empty, ct) == 0 ? Role.Admin : invitation.Role;

    static IResult Gone() => Html.View<InvitationGonePage, InvitationGoneModel>(new(), StatusCodes.Status404NotFound);

    static async Task<IResult> View(string token, Invitation invitation, AccountsDb db, PersonForm form, Errors errors, CancellationToken ct)
    {
        var structure = await db.Structures.Where(s => s.Id == invitation.StructureId).Select(s => s.Name).SingleOrDefaultAsync(ct);
        return Html.Form<AcceptInvitationPage, AcceptInvitationModel>(new(token, structure, await RoleNow(invitation, db, ct), form with { Email = invitation.Email }, errors), errors);
    }
}

public sealed record AcceptInvitationModel(string Token, string? Structure, Role Role, PersonForm Form, Errors Errors);

public sealed record InvitationGoneModel;
