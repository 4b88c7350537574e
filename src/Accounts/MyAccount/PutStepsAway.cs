using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.MyAccount;

/// <summary>Show the first steps no more.</summary>
public static class PutStepsAway
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/compte/premiers-pas", Submit).Does("compte.premiers-pas").ForAnySignedIn();

    static async Task<IResult> Submit([FromForm] IFormCollection form, AccountsDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        (await db.Users.SingleAsync(a => a.Id == visitor.SignedIn.Id, ct)).PutStepsAway(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect("/");
    }
}
