using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Kit;

public static class Routes
{
    /// <summary>Where the site was reached, without a slash at the end: for an address that is read elsewhere.</summary>
    public static string Root(this HttpRequest request) => $"{request.Scheme}://{request.Host}";

    /// <summary>The route writes: its audit rows carry this name.</summary>
    public static RouteHandlerBuilder Does(this RouteHandlerBuilder route, string act) => route.WithMetadata(new ActName(act));

    /// <summary>A form without fields still proves that it was sent from our own page.</summary>
    public static RouteHandlerBuilder RequireAntiforgery(this RouteHandlerBuilder route) => 
        route.WithMetadata(new RequireAntiforgeryTokenAttribute()).AddEndpointFilter(async (context, next) =>
            // The middleware only notes its verdict: reading a form would enforce it, and here no form is read.
            context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } ? await next(context) : TypedResults.BadRequest());

    /// <summary>For accepted people who hold one of these roles (all of them when none is named). Others get 403, visitors the sign-in page.</summary>
    public static TBuilder For<TBuilder>(this TBuilder route, params Role[] roles) where TBuilder : IEndpointConventionBuilder =>
        route.RequireAuthorization().WithMetadata(new AllowedRoles(roles));

    /// <summary>For anyone signed in, accepted or not.</summary>
    public static TBuilder ForAnySignedIn<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.RequireAuthorization();

    /// <summary>A public page, said on purpose.</summary>
    public static TBuilder ForEveryone<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new AllowAnonymousAttribute());
}

/// <summary>Who a route is for; an empty list is every accepted person.</summary>
public sealed record AllowedRoles(IReadOnlyList<Role> Roles)
{
    public bool Allows(CurrentUser user) => user.Accepted && (Roles.Count == 0 || Roles.Contains(user.Role));
}
