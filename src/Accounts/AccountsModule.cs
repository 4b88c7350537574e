using Beffroi.Accounts.Asking;
using Beffroi.Accounts.AuditLog;
using Beffroi.Accounts.Closing;
using Beffroi.Accounts.Confirming;
using Beffroi.Accounts.Counting;
using Beffroi.Accounts.FunnelBoard;
using Beffroi.Accounts.Invitations;
using Beffroi.Accounts.Joining;
using Beffroi.Accounts.LetterBox;
using Beffroi.Accounts.Means;
using Beffroi.Accounts.MyAccount;
using Beffroi.Accounts.Newsroom;
using Beffroi.Accounts.OpenId;
using Beffroi.Accounts.Opinions;
using Beffroi.Accounts.Outside;
using Beffroi.Accounts.Partners;
using Beffroi.Accounts.Passkeys;
using Beffroi.Accounts.People;
using Beffroi.Accounts.Post;
using Beffroi.Accounts.Prospects;
using Beffroi.Accounts.Proving;
using Beffroi.Accounts.ReadingNews;
using Beffroi.Accounts.Recording;
using Beffroi.Accounts.SecondStep;
using Beffroi.Accounts.SignIn;
using Beffroi.Accounts.StoppingReminders;
using Beffroi.Accounts.Structures;
using Beffroi.Accounts.StructureUse;
using Beffroi.Accounts.Support;
using Beffroi.Accounts.SupportDesk;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Beffroi.Accounts;

/// <summary>People, structures, roles, invitations and sign-in. The database is registered apart, by the provider's project.</summary>
public static class AccountsModule
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, IHostEnvironment environment)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddScoped<Visitor>();
        services.TryAddScoped<Actor>();
        services.AddScoped<IStructures, StructureReader>().AddScoped<INewcomers, Newcomers>();
        services.AddScoped<IPublicFigures, OpinionFigures>().AddScoped<ICountedFigures, OpinionCounts>().AddSingleton<IRegister, AccountsRegister>();
        AddPost(services);
        AddSupport(services);
        AddPrivacy(services);
        services.AddHttpContextAccessor();

        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options => SessionCookie.Configure(options, environment.IsDevelopment()));
        services.AddIdentityCore<Account>(Configure)
            .AddUserManager<ClockedUsers>()
            .AddSignInManager()
            .AddEntityFrameworkStores<AccountsDb>();
        AddWaysIn(services);
        services.AddAuthorization();
        services.AddRateLimiter(TriesLimit.Configure);
        foreach (var entry in Menu)
        {
            services.AddSingleton(entry);
        }

        return services;
    }

    /// <summary>Who is asking. After routing; before antiforgery, which ties its tokens to the person, and before the endpoints.</summary>
    public static IApplicationBuilder UseAccounts(this IApplicationBuilder app) =>
        app.UseAuthentication().UseCurrentUser().UseAuthorization().UseRateLimiter();

    public static IApplicationBuilder UseCurrentUser(this IApplicationBuilder app) => app.UseMiddleware<CurrentUserLoading>();

    public static IEndpointRouteBuilder MapAccounts(this IEndpointRouteBuilder app)
    {
        EnterSite.Map(app);
        DemoPeople.Map(app);
        LeaveSite.Map(app);
        Left.Map(app);
        GoOutside.Map(app);
        ComeBack.Map(app);
        OpenAccount.Map(app);
        EnterCode.Map(app);
        EnterByPasskey.Map(app);
        ForgotPassword.Map(app);
        ResetPassword.Map(app);
        ConfirmEmail.Map(app);
        StopReminders.Map(app);
        ReadTerms.Map(app);
        AcceptTerms.Map(app);
        FindStructure.Map(app);
        JoinStructure.Map(app);
        OpenStructure.Map(app);
        ListInvitations.Map(app);
        InvitePerson.Map(app);
        CancelInvitation.Map(app);
        AcceptInvitation.Map(app);
        ListPeople.Map(app);
        ShowPerson.Map(app);
        DecideOnPerson.Map(app);
        ChangeRole.Map(app);
        ListStructures.Map(app);
        ShowStructure.Map(app);
        AddStructure.Map(app);
        EditStructure.Map(app);
        ShowAccount.Map(app);
        ChangeName.Map(app);
        ChangePassword.Map(app);
        CloseAccount.Map(app);
        ProveOwner.Map(app);
        PutStepsAway.Map(app);
        ShowMeans.Map(app);
        LinkIdentity.Map(app);
        AddPasskey.Map(app);
        KeepPasskey.Map(app);
        SetUpCode.Map(app);
        ManageCode.Map(app);
        ListRecords.Map(app);
        WriteRecord.Map(app);
        ShowLog.Map(app);
        ListLetters.Map(app);
        ListUse.Map(app);
        ShowNewsroom.Map(app);
        WriteNews.Map(app);
        WriteHelp.Map(app);
        SetBanner.Map(app);
        ReadNews.Map(app);
        GiveOpinion.Map(app);
        ListOpinions.Map(app);
        AskTeam.Map(app);
        ListRequests.Map(app);
        ShowRequest.Map(app);
        ActOnRequest.Map(app);
        ShowDelays.Map(app);
        ListPartners.Map(app);
        WriteProspect.Map(app);
        ShowFunnels.Map(app);
        return app;
    }

    static void AddPost(IServiceCollection services)
    {
        services.TryAddSingleton(new MailSettings());
        services.AddScoped<Outbox>().AddScoped<IOutbox>(provider => provider.GetRequiredService<Outbox>());
        services.AddScoped<SmtpPost>().AddScoped<Delivery>().AddScoped<Reminders>().AddScoped<Clearing>();
        services.AddHostedService<DeliveryRound>().AddHostedService<ReminderRound>();
    }

    static void AddSupport(IServiceCollection services)
    {
        services.AddScoped<IPublicFigures, SupportFigures>().AddScoped<IPartnerUse, StructurePartners>();
        services.AddScoped<SupportRound>().AddHostedService<NightlySupport>();
        services.TryAddSingleton<StepCounts>();
        services.AddScoped<StepLedger>().AddScoped<IDailyLedger>(provider => provider.GetRequiredService<StepLedger>()).AddHostedService<CountingRound>();
    }

    static void AddPrivacy(IServiceCollection services)
    {
        services.AddScoped<IRecords, Records>().AddScoped<ExpiryNotices>();
        services.AddScoped<IForgets, AccountForgetting>().AddScoped<ClosureRound>().AddScoped<IRetention, AccountsRetention>();
        services.AddHostedService<NightlyPrivacy>();
    }

    static void AddWaysIn(IServiceCollection services)
    {
        services.TryAddSingleton(new OutsideSettings());
        services.AddHttpClient(ProviderLine.Client, client => (client.Timeout, client.MaxResponseContentBufferSize) = (ProviderLine.Patience, ProviderLine.MostBytes))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<ProviderLine>().AddSingleton<ProviderCards>().AddSingleton<Answer>().AddSingleton<Exchange>();
        services.AddScoped<Tries>().AddScoped<PasswordDoor>().AddScoped<SecondFactor>().AddScoped<FreshProof>().AddScoped<Entrance>();

        // A passkey stands for two factors: what one has, and a finger or a code. It is found without being told whose it is.
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            (options.UserVerificationRequirement, options.ResidentKeyRequirement) = ("required", "required");
            options.ValidateOrigin = asked => ValueTask.FromResult(IsOurPage(asked));
        });
    }

    // The page that asked is this site's own, to the letter. Identity compares with the Origin of the request, which whoever sends it chooses:
    // a page of a neighbouring name, which may use our passkeys, would pass.
    static bool IsOurPage(PasskeyOriginValidationContext asked) =>
        !asked.CrossOrigin && string.Equals(asked.Origin, asked.HttpContext.Request.Root(), StringComparison.Ordinal);

    static readonly MenuEntry[] Menu =
    [
        new() { Label = "Actualités", Href = "/actualites", Order = 60, ShownTo = user => user is { Accepted: true } },
        new() { Label = "Personnes", Href = "/personnes", Order = 70, Group = MenuGroup.Administration, ShownTo = Is(Role.Superadmin, Role.ChargeDeMissionRegionale, Role.Admin) },
        new() { Label = "Structures", Href = "/structures", Order = 80, Group = MenuGroup.Administration, ShownTo = Is(Role.Superadmin, Role.ChargeDeMissionRegionale, Role.Admin) },
        new() { Label = "Courrier", Href = "/admin/courrier", Order = 85, Group = MenuGroup.Administration, ShownTo = Is(Role.Superadmin) },
        new() { Label = "Écrire aux conseillers", Href = "/admin/actualites", Order = 86, Group = MenuGroup.Administration, ShownTo = Is(Role.Superadmin) },
        new() { Label = "Avis reçus", Href = "/admin/avis", Order = 87, Group = MenuGroup.Administration, ShownTo = Is(Role.Superadmin) },
        new() { Label = "Demandes", Href = "/admin/demandes", Order = 82, Group = MenuGroup.Administration, ShownTo = Is(Role.Superadmin) },
        new() { Label = "Partenaires", Href = "/admin/partenaires", Order = 83, Group = MenuGroup.Administration, ShownTo = Is(Role.Superadmin) },
        new() { Label = "Parcours", Href = "/admin/parcours", Order = 84, Group = MenuGroup.Administration, ShownTo = Is(Role.Superadmin) },
        new() { Label = "Données personnelles", Href = ListRecords.Path, Order = 89, Group = MenuGroup.Administration, ShownTo = Is(Role.Superadmin) },
        new() { Label = "Effacements", Href = "/admin/effacements", Order = 91, Group = MenuGroup.Administration, ShownTo = Is(Role.Superadmin) },
        new() { Label = "Journal", Href = "/admin/journal", Order = 90, Group = MenuGroup.Administration, ShownTo = Is(Role.Superadmin) },
    ];

    static Func<CurrentUser?, bool> Is(params Role[] roles) => user => user is { Accepted: true } && roles.Contains(user.Role);

    static void Configure(IdentityOptions options)
    {
        // Passphrase says which passwords are good, with words for people; here only what it already guarantees.
        options.Password = new() { RequiredLength = Passphrase.MinLength, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = "";
    }
}
