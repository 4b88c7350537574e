using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Encyclopedia;

/// <summary>The page of an entry, whose readings are counted.</summary>
public sealed record CountedReading;

public static class CountReadings
{
    public static TBuilder CountsReadings<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new CountedReading());

    /// <summary>Before the kept pages are served, for those are read too.</summary>
    public static IApplicationBuilder UseReadingCounts(this IApplicationBuilder app)
    {
        var counts = app.ApplicationServices.GetRequiredService<ReadingCounts>();
        var clock = app.ApplicationServices.GetRequiredService<TimeProvider>();
        return app.Use(async (http, next) =>
        {
            var counted = http.GetEndpoint()?.Metadata.GetMetadata<CountedReading>() is not null;
            await next(http);
            if (counted && http.Response.StatusCode == StatusCodes.Status200OK && http.GetRouteValue("key") is string key && !http.Request.IsProgram())
            {
                counts.Add((key, Langs.Of(http.Request)), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            }
        });
    }
}
