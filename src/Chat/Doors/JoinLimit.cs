using System.Threading.RateLimiting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.Doors;

/// <summary>How often one address of the network may ask for an account here, or try an invitation.</summary>
static class JoinLimit
{
    public const string Policy = "chat-join";

    /// <summary>A room that learns stands behind one address.</summary>
    const int PerMinute = 20;

    public static void Configure(RateLimiterOptions options) => options.AddPolicy(Policy, http => RateLimitPartition.GetFixedWindowLimiter(
        $"{ClientAddress.Of(http)}|{(http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}",
        _ => new() { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
}
