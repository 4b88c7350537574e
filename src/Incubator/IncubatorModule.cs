using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Incubator;

/// <summary>Startups, conventions and their money, committees, public accounts. The database is registered apart, by the provider's project.</summary>
public static class IncubatorModule
{
    public static IServiceCollection AddIncubator(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapIncubator(this IEndpointRouteBuilder app) => app;
}
