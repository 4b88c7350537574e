using System.Diagnostics.CodeAnalysis;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

// Not Beffroi.Kit: what stands in a namespace around a room is found before what it imports, so that every room maps its routes by these.
namespace Beffroi;

/// <summary>
/// The framework's <c>MapGet</c> and <c>MapPost</c>, whose handlers are compiled when they are first asked for rather than all at the start: the site has some thousand, and a visitor waited
/// for each (docs/adr/0039). Parameters are still checked at the start.
/// </summary>
public static class LateRoutes
{
    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder app, [StringSyntax("Route")] string pattern, Delegate handler)
    {
        var late = new LateHandler(handler, isRead: true);
        return new([new LateRoute(EndpointRouteBuilderExtensions.MapGet(app, pattern, late.Answer), late)]);
    }

    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder app, [StringSyntax("Route")] string pattern, Delegate handler)
    {
        var late = new LateHandler(handler, isRead: false);
        return new([new LateRoute(EndpointRouteBuilderExtensions.MapPost(app, pattern, late.Answer), late)]);
    }

    /// <summary>What is said of a route: its filters go to the handler, which they stand around.</summary>
    sealed class LateRoute : IEndpointConventionBuilder
    {
        readonly IEndpointConventionBuilder _route;
        readonly LateHandler _handler;

        public LateRoute(IEndpointConventionBuilder route, LateHandler handler)
        {
            (_route, _handler) = (route, handler);
            // First of all: what the handler itself says, and the filters of a group.
            route.Add(handler.Describe);
        }

        public void Add(Action<EndpointBuilder> convention) => _route.Add(endpoint =>
        {
            convention(endpoint);
            _handler.TakeFilters(endpoint);
        });

        public void Finally(Action<EndpointBuilder> convention) => _route.Finally(convention);
    }
}
