using Microsoft.AspNetCore.Http;

namespace Beffroi.Chat.Live;

/// <summary>
/// A browser opens a WebSocket to any site and sends that site's cookies along: no antiforgery token is asked for, so where the page comes
/// from is. Browsers say it on each WebSocket and each POST, and a page cannot change it.
/// </summary>
static class SameOrigin
{
    public static bool Allows(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        var fetched = request.Headers["Sec-Fetch-Site"];
        return (origin.Count == 0 || (origin.Count == 1 && string.Equals(origin[0], $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)))
            && (fetched.Count == 0 || string.Equals(fetched, "same-origin", StringComparison.Ordinal));
    }
}
