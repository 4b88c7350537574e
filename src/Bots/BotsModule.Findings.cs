using Beffroi.Bots.AccountList;
using Beffroi.Bots.Alerting;
using Beffroi.Bots.ClusterList;
using Beffroi.Bots.Clustering;
using Beffroi.Bots.FindingList;
using Beffroi.Bots.Graphs;
using Beffroi.Bots.OneAccount;
using Beffroi.Bots.OneCluster;
using Beffroi.Bots.Survival;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots;

public static partial class BotsModule
{
    static void AddFindings(IServiceCollection services)
    {
        services.AddSingleton(provider => Rounds(provider.GetRequiredService<IConfiguration>()));
        services.AddScoped<WatchRounds>();
        services.AddScoped<TellRound>();
        services.AddHostedService<FindingJob>();
    }

    static void MapFindings(IEndpointRouteBuilder app)
    {
        ListAccounts.Map(app);
        ShowAccount.Map(app);
        ShowSurvival.Map(app);
        ListClusters.Map(app);
        ShowCluster.Map(app);
        ShowGraph.Map(app);
        ListFindings.Map(app);
    }

    static RoundSettings Rounds(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Bots:Findings").Get<RoundSettings>() ?? new();
        return settings with { Enabled = configuration.GetValue("Bots:Engine:Enabled", defaultValue: true) };
    }
}
