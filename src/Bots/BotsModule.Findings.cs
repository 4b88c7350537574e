using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots;

public static partial class BotsModule
{
    static void AddFindings(IServiceCollection services) { }

    static void MapFindings(IEndpointRouteBuilder app) { }
}
