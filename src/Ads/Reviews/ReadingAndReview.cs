using Beffroi.Ads.AllAds;
using Beffroi.Ads.Api;
using Beffroi.Ads.Appointing;
using Beffroi.Ads.Judging;
using Beffroi.Ads.Law;
using Beffroi.Ads.LetterList;
using Beffroi.Ads.Letters;
using Beffroi.Ads.Method;
using Beffroi.Ads.OneAd;
using Beffroi.Ads.OneSponsor;
using Beffroi.Ads.OpenData;
using Beffroi.Ads.Replying;
using Beffroi.Ads.Results;
using Beffroi.Ads.ReviewQueue;
using Beffroi.Ads.Rulebook;
using Beffroi.Kit;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Beffroi.Ads;

/// <summary>What everybody reads of ads, and what reviewers do with them: a part of <see cref="AdsModule"/>.</summary>
static class ReadingAndReview
{
    public static void AddReadingAndReview(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => LawBook.Load());
        services.TryAddSingleton(new PublicationSettings());
        services.AddScoped<Publication>().AddScoped<AdFiles>().AddScoped<JudgingDesk>();
        services.AddSingleton<KeptResults>().AddSingleton<DataShelf>().AddHostedService<NightlyData>();
        services.AddScoped<IPublicFigures, AdsFigures>().AddScoped<ICountedFigures, AdsCounts>();
        services.AddScoped<IListedPages, AdPages>();
        services.Configure<RateLimiterOptions>(AskingLimit.Configure);
    }

    public static void MapReadingAndReview(this IEndpointRouteBuilder app)
    {
        ReadAd.Map(app);
        ListAds.Map(app);
        ShowSponsor.Map(app);
        ShowResults.Map(app);
        ShowMethod.Map(app);
        ShowRules.Map(app);
        ShowData.Map(app);
        ReadAds.Map(app);
        ListToReview.Map(app);
        JudgeAd.Map(app);
        InviteSponsor.Map(app);
        HideAd.Map(app);
        EstablishFact.Map(app);
        AskSooner.Map(app);
        WithholdReply.Map(app);
        TieToCase.Map(app);
        ReplyToReview.Map(app);
        WriteLetter.Map(app);
        ListLetters.Map(app);
        AppointJuror.Map(app);
    }
}
