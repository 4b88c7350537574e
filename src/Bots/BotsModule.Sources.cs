using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots;

public static partial class BotsModule
{
    static void AddSources(IServiceCollection services) { }

    static void MapSources(IEndpointRouteBuilder app) { }
}
