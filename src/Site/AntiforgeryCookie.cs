using Microsoft.AspNetCore.Antiforgery;

namespace Beffroi.Site;

static class AntiforgeryCookie
{
    // The __Host- prefix needs https, which a developer's machine does without.
    public static void Configure(AntiforgeryOptions options, bool development)
    {
        options.Cookie.Name = development ? "formulaire" : "__Host-formulaire";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = development ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.Cookie.IsEssential = true;
        options.HeaderName = null;
    }
}
