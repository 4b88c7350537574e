using System.Threading.RateLimiting;
using Beffroi.Kit;
using Microsoft.AspNetCore.RateLimiting;

namespace Beffroi.Chat.HookIntake;

/// <summary>How often one outside address may post: programs speak in bursts, and nobody tries secrets for long.</summary>
static class HookLimit
{
    public const string Policy = "chat-hook";

    public const int PerMinute = 120;

    public static void Configure(RateLimiterOptions options) => options.AddPolicy(Policy, http =>
        RateLimitPartition.GetFixedWindowLimiter(ClientAddress.Of(http), _ => new() { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
}
