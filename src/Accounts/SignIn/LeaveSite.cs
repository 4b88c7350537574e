using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Accounts.SignIn;

public static class LeaveSite
{
    // For everyone: a session that has just expired is left without a detour by the sign-in page.
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/deconnexion", Submit).Does("deconnexion").ForEveryone();

    // The form has no field of its own; it is read so that its antiforgery token is checked.
    static async Task<IResult> Submit([FromForm] IFormCollection form, SignInManager<Account> signIn)
    {
        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect("/");
    }
}
