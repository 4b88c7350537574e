using Beffroi.Accounts.OpenId;
using Beffroi.Kit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Accounts.SignIn;

/// <summary>Ends the session here, then with the provider that opened it.</summary>
public static class LeaveSite
{
    // For everyone: a session that has just expired is left without a detour by the sign-in page.
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/deconnexion", Submit).Does("deconnexion").ForEveryone();

    // The form has no field of its own; it is read so that its antiforgery token is checked.
    static async Task<IResult> Submit([FromForm] IFormCollection form, HttpContext context, SignInManager<Account> signIn, OutsideSettings settings, ProviderCards cards, CancellationToken ct)
    {
        var session = (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties;
        await signIn.SignOutAsync();
        return await Farewell(session, context, settings, cards, ct) is { } url
            ? Html.View<OnwardPage, OnwardModel>(url)
            : TypedResults.LocalRedirect("/");
    }

    static async Task<OnwardModel?> Farewell(AuthenticationProperties? session, HttpContext context, OutsideSettings all, ProviderCards cards, CancellationToken ct)
    {
        var (provider, token) = (Providers.Named(session?.Items.TryGetValue(Entrance.ProviderKey, out var key) == true ? key : null), session?.Items.TryGetValue(Entrance.IdTokenKey, out var text) == true ? text : null);
        if (provider is not { } known || token is null || all.Of(known) is not { } settings)
        {
            return null;
        }

        try
        {
            var parting = new Parting(known, SecretToken.Draw());
            var url = (await cards.Of(settings, ct)).EndSession + QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["id_token_hint"] = token,
                ["post_logout_redirect_uri"] = context.Request.Left(known),
                ["state"] = parting.State,
            });
            Parting.Cookie.Write(context, parting);
            return new(known, url, Leaving: true);
        }
        catch (ProviderTroubleException)
        {
            // The session here is over all the same.
            return null;
        }
    }
}
