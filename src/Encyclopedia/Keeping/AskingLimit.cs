using System.Threading.RateLimiting;
using Beffroi.Kit;
using Microsoft.AspNetCore.RateLimiting;

namespace Beffroi.Encyclopedia;

/// <summary>How often one address may ask for what is made anew each time: searches, suggestions, the interface for programs.</summary>
static class AskingLimit
{
    public const string Policy = "encyclopedia-asking";

    /// <summary>A room whose people type at once stands behind one address.</summary>
    public const int PerMinute = 300;

    public static void Configure(RateLimiterOptions options) => options.AddPolicy(Policy, http =>
        RateLimitPartition.GetFixedWindowLimiter(ClientAddress.Of(http), _ => new() { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
}
