using System.Globalization;
using System.Text.Unicode;
using Beffroi.Accounts;
using Beffroi.Accounts.OpenId;
using Beffroi.Accounts.Post;
using Beffroi.Ads;
using Beffroi.Bots;
using Beffroi.Bots.Engine.Silos;
using Beffroi.Chat;
using Beffroi.Encyclopedia;
using Beffroi.Encyclopedia.LinkHealth;
using Beffroi.Eva;
using Beffroi.Eva.FollowUp;
using Beffroi.Eva.Paper;
using Beffroi.Incubator;
using Beffroi.Incubator.Compliance;
using Beffroi.Kit;
using Beffroi.Site;
using Beffroi.Site.Board;
using Beffroi.Site.Errors;
using Beffroi.Site.Pages;
using Beffroi.Site.Privacy;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = French.Culture;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
if (!builder.Environment.IsDevelopment())
{
    builder.Logging.ClearProviders().AddJsonConsole();
}

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(builder.Configuration.GetSection("Site").Get<SiteIdentity>() ?? new SiteIdentity());
builder.Services.AddSingleton(OpinionButtons.Checked(builder.Configuration.GetSection("Site:Opinions").Get<Dictionary<string, OpinionButton>>()));
builder.Services.AddSingleton<AssetPaths>();
builder.Services.AddScoped<Visitor>().AddScoped<Surroundings>().AddScoped<Actor>().AddScoped<AuditInterceptor>();
builder.Services.AddScoped<JournalRound>().AddHostedService<NightlyJournal>();
builder.Services.AddHttpContextAccessor();
builder.Services.AddRazorComponents();
builder.Services.AddWebEncoders(encoding => encoding.TextEncoderSettings = new(UnicodeRanges.All));
builder.Services.AddAntiforgery(options => AntiforgeryCookie.Configure(options, builder.Environment.IsDevelopment()));
Nodes.Add(builder.Services, builder.Configuration);
builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
builder.Services.AddOutputCache(options => PublicPages.Cache(options, builder.Configuration["Mail:SiteUrl"]));
builder.Services.AddProblemDetails();
// The same answer, 400, on a developer's machine as in service.
builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
builder.Services.AddOpenApi(ApiDescription.Configure);
builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
builder.Services.Configure<ForwardedHeadersOptions>(options => Proxies.Configure(options, builder.Configuration));
Storage.Add(builder.Services, builder.Configuration);
builder.Services.AddSingleton((builder.Configuration.GetSection("Mail").Get<MailSettings>() ?? new MailSettings()).Checked());
builder.Services.AddSingleton((builder.Configuration.GetSection("SignIn").Get<OutsideSettings>() ?? new OutsideSettings()).Checked());
builder.Services.AddAccounts(builder.Environment);
builder.Services.AddSingleton(builder.Configuration.GetSection("Eva:Alone").Get<AloneSettings>() ?? new AloneSettings());
builder.Services.AddSingleton(builder.Configuration.GetSection("Eva:Retention").Get<RetentionSettings>() ?? new RetentionSettings());
builder.Services.AddSingleton(builder.Configuration.GetSection("Eva:Pdf").Get<PdfSettings>() ?? new PdfSettings());
builder.Services.AddSingleton(builder.Configuration.GetSection("Encyclopedia:Links").Get<LinkSettings>() ?? new LinkSettings());
builder.Services.AddEncyclopedia();
builder.Services.AddSingleton(builder.Configuration.GetSection("Chat:Network").Get<ChatNetwork>() ?? new ChatNetwork());
builder.Services.AddSingleton(builder.Configuration.GetSection("Chat:Scale").Get<Beffroi.Chat.Answering.ScaleSettings>() ?? new Beffroi.Chat.Answering.ScaleSettings());
builder.Services.AddChat();
builder.Services.AddSingleton((builder.Configuration.GetSection("Ads:Publication").Get<PublicationSettings>() ?? new PublicationSettings()).Checked());
builder.Services.AddSingleton(builder.Configuration.GetSection("Ads:Answering").Get<AnsweringSettings>() ?? new AnsweringSettings());
builder.Services.AddScoped<IRetention, Beffroi.Ads.AdsRetention>().AddScoped<IRetention, Beffroi.Encyclopedia.EncyclopediaRetention>();
builder.Services.AddSingleton(builder.Configuration.GetSection("Incubator:Purchasing").Get<Beffroi.Incubator.PurchasingSettings>() ?? new Beffroi.Incubator.PurchasingSettings());
builder.Services.AddSingleton(builder.Configuration.GetSection("Ads:Submissions").Get<Beffroi.Ads.Submitting.SubmissionSettings>() ?? new Beffroi.Ads.Submitting.SubmissionSettings());
builder.Services.AddAds();
builder.Services.AddBots();
builder.AddBotsEngine();
builder.Services.AddEva();
builder.Services.AddSingleton(builder.Configuration.GetSection("Incubator:Board").Get<BoardSettings>() ?? new BoardSettings());
builder.Services.AddIncubator();
builder.Services.AddScoped<ICheck, SignInCheck>().AddScoped<ICheck, RegisterCheck>().AddScoped(OwnAddress.Open);

var app = builder.Build();
app.UseForwardedHeaders();
app.UseSecurityHeaders();
app.UseHeadRequests();
app.UseErrorPages();
app.UseResponseCompression();
app.UseRouting();
app.UseAccounts();
app.UseAntiforgery();
app.UsePrivatePages();
app.UseReadingCounts();
app.UseStepCounts();
app.UseOutputCache();

app.MapStaticAssets();
app.MapPublicPages();
TakeMyData.Map(app);
ReadRetention.Map(app);
app.MapErrorPages();
app.MapOpenApi("/api/openapi.json").AllowAnonymous().CacheOutput(policy => policy.SetVaryByQuery([]));
app.MapHealthChecks("/healthz").AllowAnonymous();
app.MapAccounts();
app.MapEncyclopedia();
app.MapChat();
app.MapAds();
app.MapBots();
app.MapEva();
app.MapIncubator();
app.MapFallbackToFile("/jouer/{*path:nonfile}", "jouer/index.html").AllowAnonymous();

await Storage.MigrateWhenAsked(app);
await app.RunAsync();

public partial class Program;
