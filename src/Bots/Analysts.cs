using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots;

/// <summary>The analyst behind a request, for routes that say <see cref="AnalystRoutes.ForAnalysts"/>.</summary>
public sealed class AtWork
{
    internal Analyst? Found { get; set; }

    public Analyst Analyst => Found ?? throw new InvalidOperationException("This route must say ForAnalysts.");

    public Guid Organisation => Analyst.OrganisationId;
}

public static class AnalystRoutes
{
    /// <summary>For members of an accepted organisation: others get 403, visitors the sign-in page. What each organisation watches is its own.</summary>
    /// <param name="otherwise">Where the others are sent instead; null: 403.</param>
    public static RouteHandlerBuilder ForAnalysts(this RouteHandlerBuilder route, string? otherwise = null) => route.For().AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        var user = http.RequestServices.GetRequiredService<Visitor>().SignedIn;
        if (!user.Accepted || await http.RequestServices.GetRequiredService<IAnalysts>().Of(user.Id, http.RequestAborted) is not { } analyst)
        {
            return otherwise is null ? TypedResults.StatusCode(StatusCodes.Status403Forbidden) : TypedResults.LocalRedirect(otherwise);
        }

        http.RequestServices.GetRequiredService<AtWork>().Found = analyst;
        return await next(context);
    });
}
