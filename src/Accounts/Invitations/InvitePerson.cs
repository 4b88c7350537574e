using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Invitations;

/// <summary>Invite somebody by e-mail address, with a role that is not above one's own.</summary>
public static class InvitePerson
{
    const string Path = "/invitations/nouvelle";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).For(Role.Superadmin, Role.Admin);
        app.MapPost(Path, Submit).Does("invitation.envoyer").For(Role.Superadmin, Role.Admin);
    }

    static async Task<IResult> Show(Guid? structure, AccountsDb db, Visitor visitor, CancellationToken ct)
    {
        var place = await Place(db, visitor.SignedIn, structure ?? visitor.SignedIn.StructureId, ct);
        return structure is not null && place is null
            ? TypedResults.NotFound()
            : View(visitor.SignedIn, place, new() { Structure = place?.Id }, new());
    }

    static async Task<IResult> Submit([FromForm] InviteForm? form, HttpContext context, AccountsDb db, UserManager<Account> users, Visitor visitor, Outbox outbox, MailSettings mail, SiteIdentity site, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var place = await Place(db, visitor.SignedIn, form.Structure, ct);
        if (form.Structure is not null && place is null)
        {
            return TypedResults.NotFound();
        }

        var errors = new Errors();
        var now = clock.GetUtcNow();
        if (InvitationRequest.Read(form, visitor.SignedIn, place?.Id, errors) is not { } request || await IsTaken(db, users, request.Email, now, errors, ct))
        {
            return View(visitor.SignedIn, place, form, errors);
        }

        var (invitation, token) = Invitation.Write(request.Email, request.Role, request.StructureId, visitor.SignedIn.Id, now);
        db.Invitations.Add(invitation);
        outbox.Write(Letters.Inviting(invitation, token, visitor.SignedIn.Name, place?.Name, site));
        await db.SaveChangesAsync(ct);

        // The link is shown this once: neither kept in a cache nor in the address of the page.
        context.Response.Headers.CacheControl = "no-store";
        var link = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}/invitation/{token}";
        return Html.View<InvitationSentPage, InvitationSentModel>(new(invitation.Email, invitation.Role, place?.Name, link, invitation.ExpiresAt, mail.Sends));
    }

    static Task<InvitingStructure?> Place(AccountsDb db, CurrentUser user, Guid? id, CancellationToken ct) =>
        db.Structures.AsNoTracking().SeenBy(user).Where(s => s.Id == id).Select(s => new InvitingStructure(s.Id, s.Name)).SingleOrDefaultAsync(ct);

    static async Task<bool> IsTaken(AccountsDb db, UserManager<Account> users, EmailAddress email, DateTimeOffset now, Errors errors, CancellationToken ct)
    {
        if (await users.FindByEmailAsync(email.Text) is not null)
        {
            errors.Add(nameof(InviteForm.Email), "Cette adresse a déjà un compte");
        }
        else if (await db.Invitations.AnyAsync(i => i.Email == email.Text && i.AcceptedAt == null && i.CancelledAt == null && i.ExpiresAt > now, ct))
        {
            errors.Add(nameof(InviteForm.Email), "Une invitation est déjà en cours pour cette adresse");
        }

        return errors.Any;
    }

    static IResult View(CurrentUser user, InvitingStructure? place, InviteForm form, Errors errors) =>
        Html.Form<InvitePersonPage, InvitePersonModel>(new(InvitationRequest.RolesFor(user, place?.Id), place, form, errors), errors);
}

public sealed record InvitingStructure(Guid Id, string Name);

public sealed record InvitePersonModel(IReadOnlyList<Role> Roles, InvitingStructure? Structure, InviteForm Form, Errors Errors);
