using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Kit;

/// <summary>The steps that people go through in a service, first to last. A module brings its own, and marks the routes that are steps of it.</summary>
public sealed record Funnel
{
    /// <summary>A word of tables and addresses.</summary>
    public required string Key { get; init; }
    public required string Label { get; init; }
    public required SitePart Part { get; init; }
    public required IReadOnlyList<FunnelStep> Steps { get; init; }
}

/// <param name="Key">A word of tables.</param>
/// <param name="Label">What is counted, in words: a page shown or a form accepted.</param>
public sealed record FunnelStep(string Key, string Label);

/// <summary>A step of a funnel: what its route shows or accepts is counted by day, and nothing of whom.</summary>
public sealed record CountedStep(string Funnel, string Step);

/// <summary>Steps passed that are not written down yet.</summary>
public sealed class StepCounts : DailyCounts<CountedStep>;

public static class Funnels
{
    const string PassedKey = "beffroi.steps";

    public static TBuilder CountsStep<TBuilder>(this TBuilder route, string funnel, string step) where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new CountedStep(funnel, step));

    /// <summary>A step that its route alone does not tell: counted when the answer has gone.</summary>
    public static void CountStep(this HttpContext http, string funnel, string step) => Passed(http).Add(new(funnel, step));

    /// <summary>Before the kept pages are served, for those are read too. Programs that say so, and browsers that read ahead, are nobody.</summary>
    public static IApplicationBuilder UseStepCounts(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var step = http.GetEndpoint()?.Metadata.GetMetadata<CountedStep>();
        await next(http);
        var passed = Passed(http);
        if (step is not null && Succeeded(http))
        {
            passed.Add(step);
        }

        if (passed.Count > 0 && !http.Request.IsProgram() && !http.Request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.Ordinal))
        {
            // Asked now: a test hands in its own.
            var (counts, clock) = (http.RequestServices.GetRequiredService<StepCounts>(), http.RequestServices.GetRequiredService<TimeProvider>());
            foreach (var one in passed)
            {
                counts.Add(one, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            }
        }
    });

    static List<CountedStep> Passed(HttpContext http)
    {
        if (http.Items[PassedKey] is not List<CountedStep> passed)
        {
            http.Items[PassedKey] = passed = [];
        }

        return passed;
    }

    // A page that is shown; a form that is accepted leads on, one to be corrected comes back.
    static bool Succeeded(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) ? http.Response.StatusCode == StatusCodes.Status200OK : http.Response.StatusCode is >= 300 and < 400;
}
