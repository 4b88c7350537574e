using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Ads;

public static class ReviewerRoutes
{
    /// <summary>For those who review (see <see cref="Reviewing"/>): others get 403, visitors the sign-in page, whatever they send.</summary>
    public static RouteHandlerBuilder ForReviewers(this RouteHandlerBuilder route) => route.For().AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        return await Reviewing.May(http.RequestServices.GetRequiredService<Visitor>().User, http.RequestServices.GetRequiredService<AdsDb>(), http.RequestAborted)
            ? await next(context)
            : TypedResults.StatusCode(StatusCodes.Status403Forbidden);
    });
}
