using Beffroi.Ads.Arriving;
using Beffroi.Ads.Contributions;
using Beffroi.Ads.KnownAnswers;
using Beffroi.Ads.Law;
using Beffroi.Ads.Mine;
using Beffroi.Ads.Telling;
using Beffroi.Ads.Files;
using Beffroi.Ads.ImportingAds;
using Beffroi.Ads.Intake;
using Beffroi.Ads.Moderating;
using Beffroi.Ads.ShowingPictures;
using Beffroi.Ads.Submitting;
using Beffroi.Ads.Watching;
using Beffroi.Kit;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Beffroi.Ads;

/// <summary>Ads, and what citizens say of them. The database is registered apart, by the provider's project.</summary>
public static class AdsModule
{
    public static IServiceCollection AddAds(this IServiceCollection services)
    {
        services.AddSingleton<IRegister, AdsRegister>().AddScoped<IForgets, AdsForgetting>().AddSingleton(AdsFunnel.Steps);
        services.AddReadingAndReview();
        AddAnswering(services);
        services.AddSingleton(new MenuEntry { Label = "Annonces", Href = Addresses.French, English = ("Ads", Addresses.English), Order = 45, ShownTo = _ => true });
        services.AddSingleton(new ServiceCard
        {
            Title = "Annonces et élections",
            Detail = "Dites à quoi sert une annonce vue sur un réseau social. Vos réponses aident à vérifier la loi électorale.",
            Href = Addresses.French,
            English = ("Ads and elections", "Say what an ad seen on a social network is for. Your answers help to check electoral law.", Addresses.English),
            Order = 25,
        });
        services.AddScoped<AdIntake>().AddScoped<AdImporting>();
        services.TryAddSingleton(new SubmissionSettings());
        services.AddSingleton<SubmissionDoor>().AddSingleton<KeptComparisons>();
        services.Configure<RateLimiterOptions>(SubmissionDoor.Configure);
        return services;
    }

    public static IEndpointRouteBuilder MapAds(this IEndpointRouteBuilder app)
    {
        app.MapReadingAndReview();
        ShowAd.Map(app);
        TellMore.Map(app);
        ShowMine.Map(app);
        WatchContributions.Map(app);
        KeepKnownAnswers.Map(app);
        ImportAds.Map(app);
        SubmitAd.Map(app);
        ModerateSubmissions.Map(app);
        GetPicture.Map(app);
        WatchLibraries.Map(app);
        return app;
    }

    static void AddAnswering(IServiceCollection services)
    {
        services.TryAddSingleton(new AnsweringSettings());
        services.TryAddSingleton(_ => LawBook.Load());
        services.AddSingleton<Boards>().AddSingleton<Progress>();
        services.AddScoped<Pseudonyms>().AddSingleton<Tickets>().AddScoped<NextAd>().AddScoped<TakeAnswer>().AddScoped<GroupVerdicts>().AddScoped<AnswerRemovals>();
        services.AddScoped<AnswerRound>().AddHostedService<AnswerHours>();
        services.Configure<RateLimiterOptions>(AnswerLimits.Configure);
    }
}
