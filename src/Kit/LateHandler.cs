using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Beffroi.Kit;

/// <summary>
/// A handler that is compiled by its first request. There is one for each time that a route is built, which is each time that somebody asks for the list of routes: what one holds is
/// never changed by another, for its filters say who may come in.
/// </summary>
sealed class LateHandler
{
    readonly Delegate _handler;
    readonly bool _isRead;
    readonly RoutePattern _pattern;
    readonly IServiceProvider _services;
    readonly List<Func<EndpointFilterFactoryContext, EndpointFilterDelegate, EndpointFilterDelegate>> _filters = [];
    readonly Lazy<RequestDelegate> _compiled;
    readonly IReadOnlyList<object> _metadata;

    LateHandler(RouteEndpointBuilder endpoint, Delegate handler, bool isRead)
    {
        (_handler, _isRead, _pattern, _services) = (handler, isRead, endpoint.RoutePattern, endpoint.ApplicationServices);
        _compiled = new(Compile);
        _metadata = RequestDelegateFactory.InferMetadata(handler.Method, Options(endpoint)).EndpointMetadata;
    }

    /// <summary>Says of the route what the framework would have read on the handler: its method, its attributes, what it takes and answers. Fails when a parameter can come from nowhere.</summary>
    public static void Describe(EndpointBuilder endpoint, Delegate handler, bool isRead)
    {
        if (!handler.Method.Name.Contains('<', StringComparison.Ordinal))
        {
            endpoint.DisplayName += $" => {handler.Method.Name}";
        }

        foreach (var ours in endpoint.Metadata.OfType<MethodInfo>().ToList())
        {
            endpoint.Metadata.Remove(ours);
        }

        endpoint.Metadata.Insert(0, handler.Method);
        var late = new LateHandler((RouteEndpointBuilder)endpoint, handler, isRead);
        endpoint.Metadata.Add(late);
        endpoint.RequestDelegate = late.Answer;
        foreach (var attribute in handler.Method.GetCustomAttributes())
        {
            endpoint.Metadata.Add(attribute);
        }

        TakeFilters(endpoint);
    }

    /// <summary>What was just said of the route may be a filter: it goes to the handler, which it stands around.</summary>
    public static void TakeFilters(EndpointBuilder endpoint)
    {
        endpoint.Metadata.OfType<LateHandler>().Single()._filters.AddRange(endpoint.FilterFactories);
        endpoint.FilterFactories.Clear();
    }

    Task Answer(HttpContext http) => _compiled.Value(http);

    RequestDelegate Compile()
    {
        var endpoint = new RouteEndpointBuilder(null, _pattern, order: 0) { ApplicationServices = _services };
        foreach (var filter in _filters)
        {
            endpoint.FilterFactories.Add(filter);
        }

        return RequestDelegateFactory.Create(_handler, Options(endpoint), new() { EndpointMetadata = _metadata }).RequestDelegate;
    }

    RequestDelegateFactoryOptions Options(EndpointBuilder endpoint) => new()
    {
        ServiceProvider = _services,
        RouteParameterNames = _pattern.Parameters.Select(p => p.Name).ToList(),
        ThrowOnBadRequest = _services.GetRequiredService<IOptions<RouteHandlerOptions>>().Value.ThrowOnBadRequest,
        // Nothing is sent with what is only read.
        DisableInferBodyFromParameters = _isRead,
        EndpointBuilder = endpoint,
    };
}
