using Beffroi.Bots.Explorations;
using Beffroi.Bots.Exploring;
using Beffroi.Bots.Forgetting;
using Beffroi.Bots.Running;
using Beffroi.Bots.Scoring;
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
        services.AddSingleton<ProfileScore>(provider => provider.GetRequiredService<AccountScoring>().OfProfile);
        services.AddSingleton<ProfileRounds>().AddHostedService(provider => provider.GetRequiredService<ProfileRounds>());
        services.AddSingleton<RereadRounds>().AddHostedService(provider => provider.GetRequiredService<RereadRounds>());
        services.AddSingleton<StatusRounds>().AddHostedService(provider => provider.GetRequiredService<StatusRounds>());
        services.AddScoped<ExplorationStep>().AddScoped<OfflineExploration>();
        services.AddSingleton<ExplorationRunner>().AddHostedService(provider => provider.GetRequiredService<ExplorationRunner>());
        services.AddScoped<ForgetRound>().AddHostedService<NightlyForgetting>();
    }

    static void MapSources(IEndpointRouteBuilder app)
    {
        ListExplorations.Map(app);
        StartExploration.Map(app);
        ShowExploration.Map(app);
    }
}
