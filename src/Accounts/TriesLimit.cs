using System.Globalization;
using Beffroi.Kit;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Accounts;

/// <summary>How often one address may try a password, an invitation or a registration.</summary>
public static class TriesLimit
{
    public const string Policy = "sign-in";

    /// <summary>A training room signs in at once behind one address: fifteen people, some of whom mistype.</summary>
    public const int PerMinute = 20;

    internal static void Configure(RateLimiterOptions options)
    {
        options.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
            $"{ClientAddress.Of(context)}|{Route(context)}",
            _ => new() { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            {
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            return ValueTask.CompletedTask;
        };
    }

    // By route rather than by path: each token tried would otherwise have its own count.
    static string? Route(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
}
