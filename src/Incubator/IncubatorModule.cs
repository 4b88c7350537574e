using Beffroi.Incubator.Accessibility;
using Beffroi.Incubator.Aiming;
using Beffroi.Incubator.Amending;
using Beffroi.Incubator.Articles;
using Beffroi.Incubator.Asking;
using Beffroi.Incubator.Auditing;
using Beffroi.Incubator.BoardKeeping;
using Beffroi.Incubator.BoardShowing;
using Beffroi.Incubator.Breaching;
using Beffroi.Incubator.Canvas;
using Beffroi.Incubator.Certifying;
using Beffroi.Incubator.Compliance;
using Beffroi.Incubator.Dating;
using Beffroi.Incubator.Correcting;
using Beffroi.Incubator.Declaring;
using Beffroi.Incubator.Defining;
using Beffroi.Incubator.Drafting;
using Beffroi.Incubator.Engaging;
using Beffroi.Incubator.Founding;
using Beffroi.Incubator.Home;
using Beffroi.Incubator.Homologating;
using Beffroi.Incubator.Impact;
using Beffroi.Incubator.Indicators;
using Beffroi.Incubator.Journaling;
using Beffroi.Incubator.Measuring;
using Beffroi.Incubator.Meeting;
using Beffroi.Incubator.Naming;
using Beffroi.Incubator.OneConvention;
using Beffroi.Incubator.OneIndicator;
using Beffroi.Incubator.OneOrder;
using Beffroi.Incubator.OneStartup;
using Beffroi.Incubator.Ordering;
using Beffroi.Incubator.Paying;
using Beffroi.Incubator.Planning;
using Beffroi.Incubator.Promising;
using Beffroi.Incubator.Publishing;
using Beffroi.Incubator.Reconciling;
using Beffroi.Incubator.Recording;
using Beffroi.Incubator.Registering;
using Beffroi.Incubator.Reversing;
using Beffroi.Incubator.Risks;
using Beffroi.Incubator.Stating;
using Beffroi.Incubator.Workshops;
using Beffroi.Kit;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Incubator;

/// <summary>Startups, conventions and their money, committees, public accounts. The database is registered apart, by the provider's project.</summary>
public static class IncubatorModule
{
    const int MenuOrder = 50;

    public static IServiceCollection AddIncubator(this IServiceCollection services)
    {
        services.AddSingleton(new MenuEntry { Label = "Incubateur", Href = Addresses.Home, Order = MenuOrder, ShownTo = user => user?.ReadsAll == true, AlsoShownTo = (services, user, ct) => services.GetRequiredService<IncubatorDb>().Conventions.ReadBy(services.GetRequiredService<IncubatorDb>(), user).AnyAsync(ct) });
        services.AddScoped<IListedPages, StartupPages>().AddSingleton<IRegister, IncubatorRegister>().AddScoped<IForgets, IncubatorForgetting>().AddScoped<IRetention, IncubatorRetention>();
        services.AddScoped<MonthlyMeasures>().AddScoped<DelegatorNotices>().AddScoped<ReminderLetters>().AddScoped<DailyRound>().AddScoped<NightWatch>().AddHostedService<NightlyRound>();
        services.AddScoped<IPublishedImpact, PublishedImpacts>();
        services.AddSingleton<IAccessibilityMention, HeldMention>();
        return services.AddBoard();
    }

    /// <summary>The looks of the compliance board; the host adds its own.</summary>
    static IServiceCollection AddBoard(this IServiceCollection services) => services
        .AddScoped<ICheck, FiguresCheck>().AddScoped<ICheck, FooterCheck>().AddScoped<ICheck, DeclarationCheck>().AddScoped<ICheck, LegalWordsCheck>()
        .AddScoped<ICheck, ThirdPartyCheck>().AddScoped<ICheck, HeadersCheck>().AddScoped<ICheck, WellKnownCheck>().AddScoped<ICheck, MachinesCheck>()
        .AddScoped<ICheck, WeightCheck>().AddScoped<ICheck, FrenchCheck>().AddScoped<ICheck, RiskCheck>().AddScoped<ICheck, TestsCheck>()
        .AddScoped<BoardRound>().AddHostedService<BoardWatch>();

    public static IEndpointRouteBuilder MapIncubator(this IEndpointRouteBuilder app)
    {
        ShowIncubator.Map(app);
        CreateStartup.Map(app);
        MoveStartup.Map(app);
        WriteConvention.Map(app);
        CorrectConvention.Map(app);
        DateConvention.Map(app);
        DeclareInterests.Map(app);
        ShowConvention.Map(app);
        ShowArticles.Map(app);
        PlaceOrder.Map(app);
        ShowOrder.Map(app);
        CertifyService.Map(app);
        PayOrder.Map(app);
        ReverseEntry.Map(app);
        SendStatement.Map(app);
        CallCommittee.Map(app);
        HoldCommittee.Map(app);
        WriteAsk.Map(app);
        SignAvenant.Map(app);
        WriteForecast.Map(app);
        KeepRegister.Map(app);
        ListEntries.Map(app);
        ShowJournal.Map(app);
        NamePerson.Map(app);
        ListIndicators.Map(app);
        DefineIndicator.Map(app);
        ShowIndicator.Map(app);
        CorrectWords.Map(app);
        WriteMeasure.Map(app);
        SetGoal.Map(app);
        EngageManifesto.Map(app);
        RecordBreach.Map(app);
        SuspendSupport.Map(app);
        FollowStartup.Map(app);
        HoldWorkshop.Map(app);
        ShowWorkshop.Map(app);
        FillCanvas.Map(app);
        WriteRisk.Map(app);
        TreatRisk.Map(app);
        DecideHomologation.Map(app);
        ShowBudget.Map(app);
        ShowBoard.Map(app);
        KeepBoard.Map(app);
        ListAudits.Map(app);
        WriteAudit.Map(app);
        ShowAudit.Map(app);
        ImportResults.Map(app);
        NoteTheme.Map(app);
        PublishAudit.Map(app);
        WritePlan.Map(app);
        return app;
    }
}
