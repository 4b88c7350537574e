using Beffroi.Chat.Arguing;
using Beffroi.Chat.Attributing;
using Beffroi.Chat.CaseList;
using Beffroi.Chat.Casework;
using Beffroi.Chat.Channels;
using Beffroi.Chat.Closing;
using Beffroi.Chat.Criteria;
using Beffroi.Chat.Doors;
using Beffroi.Chat.EvidenceKeeping;
using Beffroi.Chat.Files;
using Beffroi.Chat.Guests;
using Beffroi.Chat.Home;
using Beffroi.Chat.Joining;
using Beffroi.Chat.JoiningCases;
using Beffroi.Chat.Live;
using Beffroi.Chat.MarkingChange;
using Beffroi.Chat.Members;
using Beffroi.Chat.MySettings;
using Beffroi.Chat.NewRooms;
using Beffroi.Chat.Noticing;
using Beffroi.Chat.Notifying;
using Beffroi.Chat.Observing;
using Beffroi.Chat.OneCase;
using Beffroi.Chat.OneMessage;
using Beffroi.Chat.OpenQuestions;
using Beffroi.Chat.OpeningCase;
using Beffroi.Chat.Organising;
using Beffroi.Chat.OwnRules;
using Beffroi.Chat.Reacting;
using Beffroi.Chat.Retrospecting;
using Beffroi.Chat.Running;
using Beffroi.Chat.SealedFile;
using Beffroi.Chat.Searching;
using Beffroi.Chat.Settings;
using Beffroi.Chat.TakingIn;
using Beffroi.Chat.Talking;
using Beffroi.Chat.Threads;
using Beffroi.Chat.TimelineOfCase;
using Beffroi.Chat.Tracing;
using Beffroi.Chat.WritingSection;
using Beffroi.Kit;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat;

/// <summary>Rooms, cases and processes that organisations work on together. The database is registered apart, by the provider's project.</summary>
public static class ChatModule
{
    public static IServiceCollection AddChat(this IServiceCollection services)
    {
        services.AddScoped<Scopes>().AddScoped<Seats>().AddScoped<Seated>().AddScoped<Naming>().AddScoped<Posting>();
        services.AddSingleton<IRegister, ChatRegister>().AddScoped<IForgets, ChatForgetting>().AddScoped<IRetention, ChatRetention>();
        AddRooms(services);
        MapLive.Add(services);
        AddPeople(services);
        AddCases(services);
        services.AddFlows();
        return services;
    }

    static void AddCases(IServiceCollection services)
    {
        services.AddSingleton<KeptLogs>().AddScoped<CaseKeeping>().AddScoped<CaseReadings>().AddScoped<CaseNews>().AddScoped<CaseShelf>();
        services.AddScoped<CaseMeetings>().AddScoped<CaseFaces>().AddScoped<CaseOpening>().AddScoped<CaseDesk>().AddScoped<AudienceChoices>().AddScoped<ICaseNames, ReadableCases>().AddScoped<IAnalysts, AnalystsHere>();
        services.AddScoped<DetectorRoom>().AddScoped<ICaseDesk, FoundDesk>();
    }

    static void MapCases(IEndpointRouteBuilder app)
    {
        ListCases.Map(app);
        OpenCase.Map(app);
        ShowCase.Map(app);
        WriteSection.Map(app);
        JudgeCriteria.Map(app);
        Argue.Map(app);
        NoteObservables.Map(app);
        JoinCases.Map(app);
        KeepEvidence.Map(app);
        TakeSealedFile.Map(app);
        ShowTimeline.Map(app);
        RunProcess.Map(app);
        React.Map(app);
        AttributeCase.Map(app);
        WriteRetrospective.Map(app);
        ChangeMarking.Map(app);
        CloseCase.Map(app);
        ListOpenPoints.Map(app);
        TakeIn.Map(app);
    }

    public static IEndpointRouteBuilder MapChat(this IEndpointRouteBuilder app)
    {
        MapRooms(app);
        MapLive.Map(app);
        MapPeople(app);
        app.MapFlows();
        MapCases(app);
        return app;
    }

    static void AddRooms(IServiceCollection services)
    {
        services.AddScoped<Speaking>().AddScoped<RoomPeople>().AddScoped<RoomTitles>().AddScoped<Signatures>().AddScoped<MessageReadings>();
        services.AddScoped<Audiences>().AddScoped<Reads>().AddScoped<Inviting>().AddScoped<MessageFinder>().AddScoped<ThreadView>().AddScoped<SettingsView>().AddScoped<RoomChange>().AddScoped<MessageQuery>();
        services.AddSingleton(ChatFunnel.Steps).AddScoped<IPartnerUse, OrganisationPartners>();
        services.AddSingleton(new MenuEntry { Label = "Discussion", Href = Addresses.French, English = ("Chat", Addresses.English), Order = 45, ShownTo = user => user is not null });
        services.AddSingleton(new ServiceCard
        {
            Title = "Discussion et dossiers",
            Detail = "Administrations, associations, médias et chercheurs y détectent, qualifient et traitent ensemble les manipulations de l’information.",
            Href = Addresses.French,
            English = ("Chat and cases", "Administrations, associations, media and researchers detect, qualify and handle information manipulation together.", Addresses.English),
            Order = 25,
        });
        services.AddScoped<Blobs>().AddSingleton<BytesInHand>().AddScoped<ReadMarks>().AddScoped<Drafts>().AddScoped<Composing>().AddScoped<RoomView>();
    }

    static void MapRooms(IEndpointRouteBuilder app)
    {
        ShowHome.Map(app);
        OpenChannels.Map(app);
        OpenRoom.Map(app);
        ShowRoom.Map(app);
        ShowThread.Map(app);
        ShowMessage.Map(app);
        RoomSettings.Map(app);
        GetFile.Map(app);
        SearchMessages.Map(app);
    }

    static void AddPeople(IServiceCollection services)
    {
        services.AddScoped<OpenDomains>().AddScoped<Standing>().AddScoped<Departures>();
        services.AddScoped<Telling>().AddScoped<MessageNews>().AddScoped<NoticeRound>().AddScoped<UntoldRound>().AddScoped<ReadDigest>().AddScoped<Forgetting>().AddHostedService<EachMinute>();
        services.AddScoped<GuestEntry>().AddScoped<GuestLetters>();
        services.Configure<RateLimiterOptions>(JoinLimit.Configure);
    }

    static void MapPeople(IEndpointRouteBuilder app)
    {
        ApproveOrganisation.Map(app);
        EditOrganisation.Map(app);
        JoinOrganisation.Map(app);
        ShowMembers.Map(app);
        SetCriteria.Map(app);
        InviteGuest.Map(app);
        ListGuests.Map(app);
        AcceptInvitation.Map(app);
        ChangeSettings.Map(app);
        ShowNotices.Map(app);
        ShowReadings.Map(app);
    }
}
