using Beffroi.Bots.Analysing;
using Beffroi.Bots.Narratives;
using Beffroi.Bots.NarrativeSheets;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots;

public static partial class BotsModule
{
    static void AddNarratives(IServiceCollection services)
    {
        services.AddSingleton<NarrativeGate>();
        services.AddScoped<MarkRound>().AddHostedService<MarkJob>();
        services.AddScoped<NarrativeReading>().AddScoped<NarrativeTables>().AddScoped<NarrativeChanges>().AddScoped<NarrativeEvidence>().AddScoped<ClusterEvidenceSheet>();
    }

    static void MapNarratives(IEndpointRouteBuilder app)
    {
        AnalyseNarrative.Map(app);
        ShowNarrativeTable.Map(app);
        KeepNarratives.Map(app);
        PrepareSheet.Map(app);
    }
}
