using Beffroi.Kit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots;

/// <summary>The autonomous detector at work. The database is registered apart, by the provider's project.</summary>
public static partial class BotsModule
{
    public static IServiceCollection AddBots(this IServiceCollection services)
    {
        services.AddScoped<AtWork>().AddSingleton<RecordedWork>().AddSingleton<IRegister, BotsRegister>().AddScoped<IForgets, BotsForgetting>().AddScoped<IRetention, BotsRetention>().AddSingleton(BotsFunnel.Steps);
        AddEngine(services);
        AddSources(services);
        AddWork(services);
        AddFindings(services);
        AddNarratives(services);
        return services;
    }

    public static IEndpointRouteBuilder MapBots(this IEndpointRouteBuilder app)
    {
        MapSources(app);
        MapWork(app);
        MapFindings(app);
        MapNarratives(app);
        return app;
    }
}
