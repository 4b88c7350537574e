namespace Beffroi.Site;

/// <summary>What browsers are told to refuse. The player alone may compile WebAssembly.</summary>
public static class SecurityHeaders
{
    const string Rest = "; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";
    const string Pages = "default-src 'none'; script-src 'self'" + Rest;
    const string Player = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'" + Rest;

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments("/jouer", StringComparison.Ordinal) ? Player : Pages;
        headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.XFrameOptions = "DENY";
        return next(http);
    });
}
