using Beffroi.Bots.Running;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots;

public static partial class BotsModule
{
    static void AddSources(IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection("Bots").Get<SourcesSetup>() ?? new SourcesSetup());
        services.AddScoped<Uploads>().AddSingleton<SourceRows>().AddSingleton<Feeds>().AddSingleton<SourceRun>();
        services.AddSingleton<SourceRunner>().AddHostedService(provider => provider.GetRequiredService<SourceRunner>());
    }

    static void MapSources(IEndpointRouteBuilder app) { }
}
