using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Accounts;

/// <summary>The cookie that keeps a person signed in for a working day.</summary>
static class SessionCookie
{
    static readonly TimeSpan WorkingDay = TimeSpan.FromHours(8);

    public static void Configure(CookieAuthenticationOptions options, bool development)
    {
        // The prefix binds the cookie to this host and to HTTPS; browsers refuse it without both, so a developer's plain HTTP does without.
        options.Cookie.Name = development ? "beffroi" : "__Host-beffroi";
        options.Cookie.SecurePolicy = development ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.Path = "/";
        options.ExpireTimeSpan = WorkingDay;
        options.SlidingExpiration = true;
        options.LoginPath = "/connexion";
        options.ReturnUrlParameter = "retour";

        // CurrentUserLoading compares the security stamp at every request: Identity's own check, every half hour, would only repeat it.
        options.Events.OnValidatePrincipal = _ => Task.CompletedTask;
        options.Events.OnRedirectToLogin = AskToSignIn;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (Api.Asks(context.HttpContext))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            // A form cannot be sent again by going back to its address.
            context.Response.Redirect(HttpMethods.IsGet(context.Request.Method) ? context.RedirectUri : context.Options.LoginPath);
        }

        return Task.CompletedTask;
    }
}
