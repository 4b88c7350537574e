using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots;

public static partial class BotsModule
{
    static void AddNarratives(IServiceCollection services) { }

    static void MapNarratives(IEndpointRouteBuilder app) { }
}
