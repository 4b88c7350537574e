using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Beffroi.Kit;

/// <summary>A handler that is compiled by its first request.</summary>
sealed class LateHandler
{
    readonly Delegate _handler;
    readonly bool _isRead;
    readonly List<Func<EndpointFilterFactoryContext, EndpointFilterDelegate, EndpointFilterDelegate>> _filters = [];
    readonly Lazy<RequestDelegate> _compiled;
    RoutePattern? _pattern;
    IServiceProvider? _services;
    IReadOnlyList<object> _metadata = [];

    public LateHandler(Delegate handler, bool isRead)
    {
        (_handler, _isRead) = (handler, isRead);
        _compiled = new(Compile);
    }

    public Task Answer(HttpContext http) => _compiled.Value(http);

    /// <summary>Says of the route what the framework would have read on the handler: its method, its attributes, what it takes and answers. Fails when a parameter can come from nowhere.</summary>
    public void Describe(EndpointBuilder endpoint)
    {
        (_pattern, _services) = (((RouteEndpointBuilder)endpoint).RoutePattern, endpoint.ApplicationServices);
        _filters.Clear();
        TakeFilters(endpoint);
        if (!_handler.Method.Name.Contains('<', StringComparison.Ordinal))
        {
            endpoint.DisplayName += $" => {_handler.Method.Name}";
        }

        foreach (var ours in endpoint.Metadata.OfType<MethodInfo>().ToList())
        {
            endpoint.Metadata.Remove(ours);
        }

        endpoint.Metadata.Insert(0, _handler.Method);
        _metadata = RequestDelegateFactory.InferMetadata(_handler.Method, Options(endpoint)).EndpointMetadata;
        foreach (var attribute in _handler.Method.GetCustomAttributes())
        {
            endpoint.Metadata.Add(attribute);
        }
    }

    public void TakeFilters(EndpointBuilder endpoint)
    {
        _filters.AddRange(endpoint.FilterFactories);
        endpoint.FilterFactories.Clear();
    }

    RequestDelegate Compile()
    {
        var endpoint = new RouteEndpointBuilder(null, _pattern!, order: 0) { ApplicationServices = _services! };
        foreach (var filter in _filters)
        {
            endpoint.FilterFactories.Add(filter);
        }

        return RequestDelegateFactory.Create(_handler, Options(endpoint), new() { EndpointMetadata = _metadata }).RequestDelegate;
    }

    RequestDelegateFactoryOptions Options(EndpointBuilder endpoint) => new()
    {
        ServiceProvider = _services,
        RouteParameterNames = _pattern!.Parameters.Select(p => p.Name).ToList(),
        ThrowOnBadRequest = _services!.GetRequiredService<IOptions<RouteHandlerOptions>>().Value.ThrowOnBadRequest,
        // Nothing is sent with what is only read.
        DisableInferBodyFromParameters = _isRead,
        EndpointBuilder = endpoint,
    };
}
