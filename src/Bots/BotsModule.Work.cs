using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots;

public static partial class BotsModule
{
    static void AddWork(IServiceCollection services) { }

    static void MapWork(IEndpointRouteBuilder app) { }
}
