using System.Threading.RateLimiting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Ads;

/// <summary>What keeps programs from answering in the place of people: so many answers by address and minute, and a field that only a program fills in.</summary>
public static class AnswerLimits
{
    public const string Answering = "ads-answering";
    public const string Arriving = "ads-arriving";

    /// <summary>Nobody sees it; its name means nothing to what fills in forms by itself.</summary>
    public const string Trap = "a7";

    public static void Configure(RateLimiterOptions options)
    {
        options.AddPolicy(Answering, http => By(http, s => s.AnswersPerMinute));
        options.AddPolicy(Arriving, http => By(http, s => s.ArrivalsPerMinute));
    }

    static RateLimitPartition<string> By(HttpContext http, Func<AnsweringSettings, int> permits)
    {
        var limit = permits(http.RequestServices.GetRequiredService<AnsweringSettings>());
        return RateLimitPartition.GetFixedWindowLimiter(ClientAddress.Of(http), _ => new() { PermitLimit = limit, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
    }

    // Programs that say so themselves read; no place is kept for them.
    static readonly string[] Programs = ["+http", "crawler", "spider", "curl/", "wget/"];

    /// <summary>A browser that reads ahead: perhaps nobody will look.</summary>
    public static bool ReadsAhead(HttpRequest request) => request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase);

    public static bool IsProgram(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        return Array.Exists(Programs, program => agent.Contains(program, StringComparison.OrdinalIgnoreCase));
    }
}
