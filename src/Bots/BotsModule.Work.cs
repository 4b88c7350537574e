using Beffroi.Bots.Answers;
using Beffroi.Bots.Api;
using Beffroi.Bots.Asking;
using Beffroi.Bots.Contesting;
using Beffroi.Bots.Keys;
using Beffroi.Bots.MandateList;
using Beffroi.Bots.Method;
using Beffroi.Bots.Morning;
using Beffroi.Bots.OneMandate;
using Beffroi.Bots.OneSource;
using Beffroi.Bots.OneWatch;
using Beffroi.Bots.Reuse;
using Beffroi.Bots.Reviewing;
using Beffroi.Bots.SourceList;
using Beffroi.Bots.WatchList;
using Beffroi.Kit;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots;

public static partial class BotsModule
{
    static void AddWork(IServiceCollection services)
    {
        services.AddSingleton(new MenuEntry { Label = "Détecteur", Href = Addresses.French, English = ("Detector", Addresses.English), Order = 46, ShownTo = user => user?.Accepted == true });
        services.AddSingleton(new ServiceCard
        {
            Title = "Détecteur d’automatisation",
            Detail = "Comment repérer, sans nommer personne, des comptes qui publient comme des programmes ou ensemble. La méthode, ce qui est gardé, vos droits.",
            Href = Addresses.Method(Lang.French),
            English = ("Detector of automation", "How to find, without naming anybody, accounts that publish as programs do, or together. The method, what is kept, your rights.", Addresses.Method(Lang.English)),
            Order = 27,
        });
        services.AddScoped<WatchDesk>().AddScoped<Running.Uploads>();
        services.AddSingleton<ContestDoor>().AddScoped<ContestErasure>();
        services.AddScoped<KeyHolder>().AddScoped<Reuses>().AddScoped<IPublicFigures, BotsFigures>().AddScoped<ICountedFigures, BotsCounts>();
        services.AddScoped<Answering>().AddScoped<Batches>().AddScoped<OldBatches>().AddHostedService<BatchHours>();
        services.AddSingleton<IBotAnswers, BotAnswers>();
        services.Configure<RateLimiterOptions>(ContestDoor.Configure);
        services.Configure<RateLimiterOptions>(ReadScores.Configure);
    }

    static void MapWork(IEndpointRouteBuilder app)
    {
        ShowMorning.Map(app);
        ShowMethod.Map(app);
        KeepMandates.Map(app);
        ShowMandate.Map(app);
        KeepWatches.Map(app);
        ShowWatch.Map(app);
        ListSources.Map(app);
        ShowSource.Map(app);
        ReviewsToDo.Map(app);
        ReviewAccount.Map(app);
        TakeCorpus.Map(app);
        WriteContest.Map(app);
        AnswerContests.Map(app);
        KeepKeys.Map(app);
        AskAccounts.Map(app);
        ShowBatch.Map(app);
        ReadScores.Map(app);
    }
}
