using System.Diagnostics.CodeAnalysis;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

// Not Beffroi.Kit: what stands in a namespace around a room is found before what it imports, so that every room maps its routes by these.
namespace Beffroi;

/// <summary>
/// The framework's <c>MapGet</c> and <c>MapPost</c>, whose handlers are compiled when they are first asked for rather than all at the start: the site has some thousand, and a visitor waited
/// for each (docs/adr/0039). Parameters are still checked at the start.
/// </summary>
public static class LateRoutes
{
    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder app, [StringSyntax("Route")] string pattern, Delegate handler) =>
        new([new LateRoute(EndpointRouteBuilderExtensions.MapGet(app, pattern, NotBuilt), endpoint => LateHandler.Describe(endpoint, handler, isRead: true))]);

    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder app, [StringSyntax("Route")] string pattern, Delegate handler) =>
        new([new LateRoute(EndpointRouteBuilderExtensions.MapPost(app, pattern, NotBuilt), endpoint => LateHandler.Describe(endpoint, handler, isRead: false))]);

    // Its place is taken as soon as the route is built.
    static Task NotBuilt(HttpContext http) => throw new InvalidOperationException($"The route of {http.Request.Path} was not built.");

    /// <summary>What is said of a route: its filters go to the handler.</summary>
    sealed class LateRoute : IEndpointConventionBuilder
    {
        readonly IEndpointConventionBuilder _route;

        public LateRoute(IEndpointConventionBuilder route, Action<EndpointBuilder> describe)
        {
            _route = route;
            // First of all: what the handler itself says, and the filters of a group.
            route.Add(describe);
        }

        public void Add(Action<EndpointBuilder> convention) => _route.Add(endpoint =>
        {
            convention(endpoint);
            LateHandler.TakeFilters(endpoint);
        });

        public void Finally(Action<EndpointBuilder> convention) => _route.Finally(convention);
    }
}
