using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Kit;

public static class RecordedRoutes
{
    /// <summary>Off without a record in force of this service: whoever comes reads why and whom to ask, and nothing is written.</summary>
    public static TBuilder WhileRecorded<TBuilder>(this TBuilder route, AssessmentTemplate service) where TBuilder : IEndpointConventionBuilder =>
        route.AddEndpointFilter(async (context, next) =>
            await context.HttpContext.RequestServices.GetRequiredService<IRecords>().InForce(service.Key, context.HttpContext.RequestAborted) ? await next(context) : Off(context.HttpContext, service));

    static IResult Off(HttpContext context, AssessmentTemplate service)
    {
        var l = Langs.Of(context.Request);
        return context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            ? TypedResults.Problem(title: "No assessment in force is recorded for this service.", statusCode: StatusCodes.Status503ServiceUnavailable)
            : Html.View<ServiceOffPage, ServiceOffModel>(new(l, l.Say(service.Name, service.EnglishName)), StatusCodes.Status503ServiceUnavailable);
    }
}

/// <param name="Service">Its name in that language.</param>
public sealed record ServiceOffModel(Lang L, string Service);
