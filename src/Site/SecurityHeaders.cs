namespace Beffroi.Site;

/// <summary>What browsers are told to refuse. The player alone may compile WebAssembly.</summary>
public static class SecurityHeaders
{
    const string Rest = "; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";
    const string Pages = "default-src 'none'; script-src 'self'" + Rest;
    const string Player = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'" + Rest;

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        // Before anything can fail: as late as the answer starts, for an error page is a fresh answer.
        var player = http.Request.Path.StartsWithSegments("/jouer", StringComparison.Ordinal);
        http.Response.OnStarting(() =>
        {
            // A compiled module is neither shown nor run by its address: the games ask for some forty, and what says nothing there would weigh as much as one of them.
            if (string.Equals(http.Response.ContentType, "application/wasm", StringComparison.Ordinal))
            {
                SetForModule(http.Response.Headers);
            }
            else
            {
                Set(http.Response.Headers, player ? Player : Pages);
            }

            return Task.CompletedTask;
        });
        return next(http);
    });

    static void SetForModule(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    static void Set(IHeaderDictionary headers, string policy)
    {
        // A file that somebody sent is behind a wall of its own, which lets nothing through.
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy is { Count: > 0 } stricter ? stricter : policy;
        headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.XFrameOptions = "DENY";
    }
}
