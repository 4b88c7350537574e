using Beffroi.Chat.Alerting;
using Beffroi.Chat.Answering;
using Beffroi.Chat.Delivering;
using Beffroi.Chat.Exchange;
using Beffroi.Chat.Feeding;
using Beffroi.Chat.Figures;
using Beffroi.Chat.HookIntake;
using Beffroi.Chat.Hooking;
using Beffroi.Chat.OneDossier;
using Beffroi.Chat.Platforms;
using Beffroi.Chat.Reusing;
using Beffroi.Chat.TakingAway;
using Beffroi.Chat.TakingIn;
using Beffroi.Chat.TakingOut;
using Beffroi.Chat.WatchingFeeds;
using Beffroi.Kit;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Beffroi.Chat;

/// <summary>What goes in and out: feeds, webhooks, commands, alerts, dossiers, files, figures.</summary>
static class ChatFlows
{
    public static void AddFlows(this IServiceCollection services)
    {
        services.TryAddSingleton(new ChatNetwork());
        services.AddSingleton<HookKeys>().AddScoped<HookTelling>().AddScoped<HookRound>().AddScoped<HookShelf>();
        services.AddScoped<FeedRound>().AddScoped<FeedAlarm>();
        services.TryAddSingleton(new ScaleSettings());
        services.AddSingleton<ScaleShelf>().AddSingleton<LateAnswers>().AddScoped<AwaitedRound>().AddScoped<CaseCommands>().AddScoped<Commands>();
        services.AddScoped<Alerts>().AddScoped<ExportNames>().AddScoped<Archiving.OrganisationArchive>().AddScoped<CaseIntake>();
        services.AddSingleton<KeptFigures>().AddScoped<IPublicFigures, ChatFigures>().AddScoped<ICountedFigures, ChatCounts>();
        services.AddHostedService<FlowJobs>();
        services.Configure<RateLimiterOptions>(HookLimit.Configure);
    }

    public static void MapFlows(this IEndpointRouteBuilder app)
    {
        WatchFeeds.Map(app);
        KeepHooks.Map(app);
        ReceiveHook.Map(app);
        AskScale.Map(app);
        AlertPartners.Map(app);
        SendDossier.Map(app);
        FollowDossier.Map(app);
        ExportCase.Map(app);
        ImportCases.Map(app);
        TakeAway.Map(app);
        TellReuse.Map(app);
    }
}
