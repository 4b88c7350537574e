using Beffroi.Encyclopedia.Api;
using Beffroi.Encyclopedia.Appointing;
using Beffroi.Encyclopedia.Caring;
using Beffroi.Encyclopedia.Changes;
using Beffroi.Encyclopedia.Contributing;
using Beffroi.Encyclopedia.Deciding;
using Beffroi.Encyclopedia.Discussing;
using Beffroi.Encyclopedia.Exporting;
using Beffroi.Encyclopedia.Following;
using Beffroi.Encyclopedia.FreshnessBoard;
using Beffroi.Encyclopedia.HidingNotes;
using Beffroi.Encyclopedia.History;
using Beffroi.Encyclopedia.Home;
using Beffroi.Encyclopedia.LinkHealth;
using Beffroi.Encyclopedia.Links;
using Beffroi.Encyclopedia.Listing;
using Beffroi.Encyclopedia.OneEntry;
using Beffroi.Encyclopedia.OnePhase;
using Beffroi.Encyclopedia.OpenData;
using Beffroi.Encyclopedia.Proposing;
using Beffroi.Encyclopedia.Queue;
using Beffroi.Encyclopedia.WantedEntries;
using Beffroi.Kit;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Beffroi.Encyclopedia;

/// <summary>Practices, tools, actors, cases, rules and definitions against information manipulation. The database is registered apart, by the provider's project.</summary>
public static class EncyclopediaModule
{
    public static IServiceCollection AddEncyclopedia(this IServiceCollection services)
    {
        services.AddSingleton<IRegister, EncyclopediaRegister>().AddScoped<IForgets, EncyclopediaForgetting>();
        AddReading(services);
        AddContributing(services);
        services.TryAddSingleton(new LinkSettings());
        services.AddSingleton<LinkRound>();
        services.AddHostedService<HourlyLinks>();
        return services;
    }

    public static IEndpointRouteBuilder MapEncyclopedia(this IEndpointRouteBuilder app)
    {
        ShowHome.Map(app);
        ShowPhase.Map(app);
        ShowEntry.Map(app);
        ListWanted.Map(app);
        ListEntries.Map(app);
        ListChanges.Map(app);
        ShowFreshness.Map(app);
        ReadHowToContribute.Map(app);
        ProposeEntry.Map(app);
        FollowProposal.Map(app);
        ListProposals.Map(app);
        DecideProposal.Map(app);
        HideNote.Map(app);
        ShowHistory.Map(app);
        WithholdVersion.Map(app);
        CareForEntry.Map(app);
        DiscussEntry.Map(app);
        AppointReviewer.Map(app);
        ShowData.Map(app);
        ReadEntries.Map(app);
        return app;
    }

    static void AddReading(IServiceCollection services)
    {
        services.AddSingleton<PageStamp>().AddSingleton<KeptReadings>().AddScoped<PageEviction>();
        services.AddSingleton<ExportShelf>();
        services.Configure<RateLimiterOptions>(AskingLimit.Configure);
        services.ConfigureDbContext<EncyclopediaDb>((provider, db) => db.AddInterceptors(provider.GetRequiredService<PageEviction>()));
        services.AddSingleton<ReadingCounts>().AddScoped<ReadingLedger>().AddScoped<IDailyLedger>(provider => provider.GetRequiredService<ReadingLedger>()).AddHostedService<CountingRound>();
        services.AddSingleton(EncyclopediaFunnel.Steps);
        services.AddScoped<IPublicFigures, EncyclopediaFigures>().AddScoped<ICountedFigures, EncyclopediaCounts>();
        services.AddScoped<IListedPages, EntryPages>();
        services.AddScoped<IProcesses, PracticeProcesses>();
        services.AddSingleton(new MenuEntry { Label = "Encyclopédie", Href = Addresses.French, English = ("Encyclopedia", Addresses.English), Order = 40, ShownTo = _ => true });
        services.AddSingleton(new ServiceCard
        {
            Title = "Encyclopédie des manipulations de l’information",
            Detail = "Pratiques, outils, acteurs, cas, règles de droit et définitions, en français et en anglais. Chacun peut proposer un changement.",
            Href = Addresses.French,
            English = ("Encyclopedia of information manipulation", "Practices, tools, actors, cases, legal rules and definitions, in French and in English. Anyone may propose a change.", Addresses.English),
            Order = 20,
        });
    }

    static void AddContributing(IServiceCollection services)
    {
        services.AddSingleton<AnonymousLimits>();
        services.Configure<RateLimiterOptions>(AnonymousLimits.Configure);
        services.AddScoped<ContributionRound>().AddHostedService<NightlyContributions>();
        services.AddScoped<ProposalLetters>().AddScoped<IWeeklyDigest>(provider => provider.GetRequiredService<ProposalLetters>());
    }
}
