using System.Globalization;
using System.Text.Unicode;
using Beffroi.Accounts;
using Beffroi.Accounts.Post;
using Beffroi.Eva;
using Beffroi.Eva.FollowUp;
using Beffroi.Eva.Paper;
using Beffroi.Kit;
using Beffroi.Site;
using Beffroi.Site.Errors;
using Beffroi.Site.Pages;
using Microsoft.AspNetCore.DataProtection;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = French.Culture;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
if (!builder.Environment.IsDevelopment())
{
    builder.Logging.ClearProviders().AddJsonConsole();
}

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(builder.Configuration.GetSection("Site").Get<SiteIdentity>() ?? new SiteIdentity());
builder.Services.AddSingleton<AssetPaths>();
builder.Services.AddScoped<Visitor>().AddScoped<Actor>().AddScoped<AuditInterceptor>();
builder.Services.AddHttpContextAccessor();
builder.Services.AddRazorComponents();
builder.Services.AddWebEncoders(encoding => encoding.TextEncoderSettings = new(UnicodeRanges.All));
builder.Services.AddAntiforgery(options => AntiforgeryCookie.Configure(options, builder.Environment.IsDevelopment()));
builder.Services.AddDataProtection().SetApplicationName("beffroi").PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(Storage.DataDirectory(builder.Configuration), "keys")));
builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
builder.Services.AddOutputCache(PublicPages.Cache);
builder.Services.AddProblemDetails();
// The same answer, 400, on a developer's machine as in service.
builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
builder.Services.AddOpenApi(ApiDescription.Configure);
builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
builder.Services.Configure<ForwardedHeadersOptions>(options => Proxies.Configure(options, builder.Configuration));
Storage.Add(builder.Services, builder.Configuration);
builder.Services.AddSingleton((builder.Configuration.GetSection("Mail").Get<MailSettings>() ?? new MailSettings()).Checked());
builder.Services.AddAccounts(builder.Environment);
builder.Services.AddSingleton(builder.Configuration.GetSection("Eva:Alone").Get<AloneSettings>() ?? new AloneSettings());
builder.Services.AddSingleton(builder.Configuration.GetSection("Eva:Retention").Get<RetentionSettings>() ?? new RetentionSettings());
builder.Services.AddSingleton(builder.Configuration.GetSection("Eva:Pdf").Get<PdfSettings>() ?? new PdfSettings());
builder.Services.AddEva();

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
app.UseOutputCache();

app.MapStaticAssets();
app.MapPublicPages();
app.MapErrorPages();
app.MapOpenApi("/api/openapi.json").AllowAnonymous().CacheOutput();
app.MapHealthChecks("/healthz").AllowAnonymous();
app.MapAccounts();
app.MapEva();
app.MapFallbackToFile("/jouer/{*path:nonfile}", "jouer/index.html").AllowAnonymous();

await Storage.MigrateWhenAsked(app);
await app.RunAsync();

public partial class Program;
