using Microsoft.AspNetCore.Http;

namespace Beffroi.Accounts;

static class Api
{
    /// <summary>Whether a program asks: it wants a status, not a page.</summary>
    public static bool Asks(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
