using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Invitations;

public static class CancelInvitation
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/invitations/{id:guid}/annuler", Submit).Does("invitation.annuler").For(Role.Superadmin, Role.Admin);

    // An invitation accepted or cancelled meanwhile is left as it is: the list says so.
    static async Task<IResult> Submit(Guid id, [FromForm] IFormCollection form, AccountsDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Invitations.SeenBy(visitor.SignedIn).SingleOrDefaultAsync(i => i.Id == id, ct) is not { } invitation)
        {
            return TypedResults.NotFound();
        }

        var now = clock.GetUtcNow();
        if (invitation.IsOpen(now))
        {
            invitation.Cancel(visitor.SignedIn.Id, now);
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateConcurrencyException)
            {
            }
        }

        return TypedResults.LocalRedirect("/invitations");
    }
}
