using System.Threading.RateLimiting;
using Beffroi.Eva.Acting;
using Beffroi.Eva.Alone;
using Beffroi.Eva.BankImport;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Campaigns;
using Beffroi.Eva.Ending;
using Beffroi.Eva.Entry;
using Beffroi.Eva.Ethics;
using Beffroi.Eva.Exports;
using Beffroi.Eva.Following;
using Beffroi.Eva.FollowUp;
using Beffroi.Eva.HandingOver;
using Beffroi.Eva.Importing;
using Beffroi.Eva.Interview;
using Beffroi.Eva.Inspection;
using Beffroi.Eva.Items;
using Beffroi.Eva.Merging;
using Beffroi.Eva.Offers;
using Beffroi.Eva.Norming;
using Beffroi.Eva.NormsBoard;
using Beffroi.Eva.NormsCohort;
using Beffroi.Eva.NormsPlan;
using Beffroi.Eva.NormsReviews;
using Beffroi.Eva.OneItem;
using Beffroi.Eva.OrientationImport;
using Beffroi.Eva.Orienting;
using Beffroi.Eva.PersonData;
using Beffroi.Eva.Paper;
using Beffroi.Eva.Playing;
using Beffroi.Eva.Poster;
using Beffroi.Eva.PublicMeasure;
using Beffroi.Eva.Restitution;
using Beffroi.Eva.Retention;
using Beffroi.Eva.Reviewing;
using Beffroi.Eva.Sheet;
using Beffroi.Eva.TrainingEntry;
using Beffroi.Eva.Upkeep;
using Beffroi.Eva.Welcome;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Beffroi.Eva;

/// <summary>Serious games that place basic skills at work: campaigns, play, results.</summary>
public static class EvaModule
{
    public const string EntryLimit = "eva-entry";
    public const string CodeLimit = "eva-code";
    public const string PlayLimit = "eva-play";

    /// <summary>Requests of one address to the API of the games, a minute.</summary>
    public const int PlaysPerMinute = 1200;

    public const string AloneLimit = "eva-alone";

    public static IServiceCollection AddEva(this IServiceCollection services)
    {
        services.AddSingleton<IRegister, EvaRegister>().AddScoped<IForgets, EvaForgetting>().AddScoped<IRetention, EvaRetention>();
        services.TryAddSingleton(new AloneSettings());
        services.TryAddSingleton(new PdfSettings());
        services.AddScoped<ChromiumPrinter>().AddScoped<PaperDocument>();
        services.AddScoped<Forgetting>();
        services.TryAddSingleton(new RetentionSettings());
        services.AddScoped<Anonymising>();
        services.AddHostedService<NightlyAnonymising>();
        services.AddScoped<EvaluationAccess>();
        services.AddScoped<IPublicFigures, EvaFigures>().AddScoped<ICountedFigures, EvaCounts>();
        services.AddScoped<IStructureActivity, StructureActivity>();
        foreach (var funnel in EvaFunnels.All)
        {
            services.AddSingleton(funnel);
        }

        services.AddScoped<IWeeklyDigest, EvaDigest>();
        services.AddHostedService<NightlyForgetting>();
        services.AddSingleton(new MenuEntry { Label = "Campagnes", Href = "/eva/campagnes", Order = 10, ShownTo = user => user?.Accepted == true });
        services.AddSingleton(new MenuEntry { Label = "Évaluations", Href = "/eva/evaluations", Order = 20, ShownTo = user => user?.Accepted == true });
        services.AddSingleton(new MenuEntry { Label = "Personnes accompagnées", Href = "/eva/beneficiaires", Order = 21, ShownTo = user => user?.Accepted == true });
        services.AddSingleton(new MenuEntry { Label = "Offres de formation", Href = "/eva/offres", Order = 22, ShownTo = user => user?.Accepted == true });
        services.AddSingleton(new MenuEntry { Label = "Banque de questions", Href = "/eva/banque", Order = 25, Group = MenuGroup.Administration, ShownTo = BankRights.MaySee });
        services.AddSingleton(new MenuEntry { Label = "Normes", Href = "/eva/normes", Order = 26, Group = MenuGroup.Administration, ShownTo = NormRights.MaySee });
        services.AddSingleton(new MenuEntry { Label = "Jouer avec un code", Href = "/eva", Order = 30, ShownTo = user => user is null });
        services.AddSingleton(new ServiceCard
        {
            Title = "Eva : repérer ses forces et ses besoins",
            Detail = "Des jeux courts sur le travail situent la lecture, l’écriture et le calcul. Une conseillère ou un conseiller lit les résultats avec la personne.",
            Href = "/eva",
            Order = 10,
        });
        return services.Configure<RateLimiterOptions>(limits =>
        {
            // A room of 20 people behind one address enters at once: four requests each, and some mistype.
            Limit(limits, EntryLimit, 300);
            // A personal code is short: guessing one must take years.
            Limit(limits, CodeLimit, 30);
            Limit(limits, PlayLimit, PlaysPerMinute);
            // A library's room begins at once behind one address, and some forget to tick; a program would fill the disk.
            Limit(limits, AloneLimit, 60);
        });
    }

    public static IEndpointRouteBuilder MapEva(this IEndpointRouteBuilder app)
    {
        var campaigns = app.MapGroup("/eva/campagnes");
        ListCampaigns.Map(campaigns);
        CreateCampaign.Map(campaigns);
        ShowCampaign.Map(campaigns);
        EditCampaign.Map(campaigns);
        OpenOrClose.Map(campaigns);
        DuplicateCampaign.Map(campaigns);
        DeleteCampaign.Map(campaigns);
        ShowPoster.Map(campaigns);

        var evaluations = app.MapGroup("/eva/evaluations");
        ListEvaluations.Map(evaluations);
        ExportEvaluations.Map(evaluations);
        ExportAnswers.Map(evaluations);
        ImportAnswers.Map(evaluations);
        ReceiveResults.Map(evaluations);
        ShowRestitution.Map(evaluations);
        KeepAction.Map(evaluations);
        OrientPerson.Map(evaluations);
        PrepareInterview.Map(evaluations);
        ShowTrainingEntry.Map(evaluations);
        PrintRestitution.Map(evaluations);
        ShowPersonSheet.Map(evaluations);
        ShowCalculation.Map(evaluations);
        DecideResult.Map(evaluations);
        ContestResult.Map(evaluations);
        ReadWriting.Map(evaluations);

        var people = app.MapGroup("/eva/beneficiaires");
        ListPeople.Map(people);
        ShowPerson.Map(people);
        MergePeople.Map(people);
        ShowData.Map(people);
        ErasePerson.Map(people);

        var banks = app.MapGroup("/eva/banque");
        ListBanks.Map(banks);
        ShowBank.Map(banks);
        ExportBank.Map(banks);
        ImportBank.Map(banks);
        ConfirmImport.Map(banks);
        ShowVersions.Map(banks);
        ShowItem.Map(banks);

        var orientation = app.MapGroup("/eva/orientation");
        ImportFile.Map(orientation);
        ConfirmFile.Map(orientation);

        var norms = app.MapGroup("/eva/normes");
        ListNorms.Map(norms);
        BuildNorm.Map(norms);
        EditPlan.Map(norms);
        ReviewBanks.Map(norms);
        ShowNorm.Map(norms);

        var eva = app.MapGroup("/eva");
        SetRetention.Map(eva);
        ShowMeasure.Map(eva);
        ShowEthics.Map(eva);
        SearchOffers.Map(eva);
        EnterCode.Map(eva);
        ResumeEvaluation.Map(eva);
        AnswerWelcome.Map(eva);
        ReadyToPlay.Map(eva);
        ShowEnd.Map(eva);
        StartAlone.Map(eva);
        ShowSheet.Map(eva);
        ContestSheet.Map(eva);
        GiveResults.Map(eva);
        EraseAlone.Map(eva);
        EnterCampaign.Map(eva);

        var api = app.MapGroup("/api/eva").RequireRateLimiting(PlayLimit).WithTags("Jeux");
        ShowJourney.Map(api);
        StartPlay.Map(api);
        CollectEvents.Map(api);
        return app;
    }

    static void Limit(RateLimiterOptions limits, string policy, int perMinute) =>
        limits.AddPolicy(policy, http => RateLimitPartition.GetFixedWindowLimiter(ClientAddress.Of(http), _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }));
}
