using System.Threading.RateLimiting;
using Beffroi.Kit;
using Microsoft.AspNetCore.RateLimiting;

namespace Beffroi.Ads;

/// <summary>How often one address may ask for what is made anew each time: files, the interface for programs.</summary>
static class AskingLimit
{
    public const string Policy = "ads-asking";

    /// <summary>A room whose people work at once stands behind one address.</summary>
    public const int PerMinute = 300;

    public static void Configure(RateLimiterOptions options) => options.AddPolicy(Policy, http =>
        RateLimitPartition.GetFixedWindowLimiter(ClientAddress.Of(http), _ => new() { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
}
