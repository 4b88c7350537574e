using Beffroi.Accounts;
using Beffroi.Accounts.OpenId;
using Beffroi.Ads;
using Beffroi.Bots;
using Beffroi.Chat;
using Beffroi.Encyclopedia;
using Beffroi.Eva;
using Beffroi.Eva.Paper;
using Beffroi.Incubator;
using Beffroi.Incubator.Accessibility;
using Beffroi.Incubator.Compliance;
using Beffroi.Kit;
using Beffroi.Site;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Testing;

/// <summary>The whole site, started once for each engine and environment; each request goes to the database of its own test.</summary>
/// <remarks>Any type of the site names its assembly; <c>Program</c> exists twice, in the command too.</remarks>
sealed class SiteHost(DbEngine engine, string environment) : WebApplicationFactory<DatabaseHealth>
{
    public const int PasswordTurns = 1;

    static readonly Dictionary<(DbEngine, string), SiteHost> Hosts = [];
    static readonly Lock Gate = new();

    /// <summary>All that the site logged since it started.</summary>
    public CapturedLogs Logs { get; } = new();

    readonly string _data = Directory.CreateTempSubdirectory("beffroi-host-").FullName;

    public static SiteHost Of(DbEngine engine, string environment)
    {
        lock (Gate)
        {
            if (!Hosts.TryGetValue((engine, environment), out var host))
            {
                Hosts.Add((engine, environment), host = new(engine, environment));
                AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(host._data, recursive: true);
            }

            return host;
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        builder.UseStaticWebAssets();
        builder.UseSetting("Data:Directory", _data);
        // The named world signs in with its published password.
        builder.UseSetting("Site:Demo", "true");
        // No silo.
        builder.UseSetting("Bots:Engine:Enabled", "false");
        // The host is shared, and so are its people: what one of them may do at once is tested by sites of their own.
        foreach (var limit in new[] { "PostBurst", "CallBurst", "FormBurst", "MebibytesBurst", "MostAwaited", "MostAwaitedByAll" })
        {
            builder.UseSetting("Chat:Live:" + limit, "1000000");
        }

        if (engine == DbEngine.Postgres)
        {
            builder.UseSetting("ConnectionStrings:Postgres", "Host=no-test-goes-here.invalid");
        }

        builder.ConfigureTestServices(services =>
        {
            // Nothing runs by itself: a test calls each round.
            foreach (var round in services.Where(s => s.ServiceType == typeof(IHostedService) && IsOwn(s)).ToList())
            {
                services.Remove(round);
            }

            services.RemoveAll<ILoggerProvider>();
            services.AddSingleton<ILoggerProvider>(Logs);
            services.AddSingleton<IStartupFilter, TestRouting>();
            services.AddSingleton<TimeProvider>(new RoutedClock());
            // What protects a password is not what is tested here: one turn instead of 100,000.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordTurns);
            // The host is shared: each test says whether its server makes PDF files.
            services.RemoveAll<PdfSettings>();
            services.AddScoped(_ => SiteUnderTest.Current?.Pdf ?? new PdfSettings());
            services.RemoveAll<ChatNetwork>();
            services.AddScoped(_ => SiteUnderTest.Current?.Network ?? new ChatNetwork());
            services.RemoveAll<OpinionButtons>();
            services.AddScoped(_ => SiteUnderTest.Current?.Opinions ?? new OpinionButtons());
            services.RemoveAll<StepCounts>();
            services.AddScoped(_ => SiteUnderTest.Current?.Steps ?? new StepCounts());
            services.RemoveAll<OutsideSettings>();
            services.AddScoped(_ => SiteUnderTest.Current?.Outside ?? new OutsideSettings());
            // Nothing of one test's audits is remembered for another, and the site that a control walks through is its own.
            services.RemoveAll<IAccessibilityMention>();
            services.AddScoped<IAccessibilityMention, HeldMention>();
            services.RemoveAll<OwnSite>();
            services.AddScoped(_ => new OwnSite(SiteUnderTest.Current!.Stranger()));
            // What one test's site counted is not another's.
            services.Configure<OutputCacheOptions>(options => options.AddBasePolicy(policy => policy.VaryByValue(_ => KeyValuePair.Create("database", SiteUnderTest.Current!.Database.ConnectionString)), excludeDefaultPolicy: true));
            services.ConfigureDbContext<AccountsDb>((_, db) => GoTo(db));
            services.ConfigureDbContext<AdsDb>((_, db) => GoTo(db));
            services.ConfigureDbContext<BotsDb>((_, db) => GoTo(db));
            services.ConfigureDbContext<ChatDb>((_, db) => GoTo(db));
            services.ConfigureDbContext<EncyclopediaDb>((_, db) => GoTo(db));
            services.ConfigureDbContext<EvaDb>((_, db) => GoTo(db));
            services.ConfigureDbContext<IncubatorDb>((_, db) => GoTo(db));
        });
    }

    static bool IsOwn(ServiceDescriptor service) =>
        (service.ImplementationType ?? service.ImplementationFactory?.Method.ReturnType)?.Namespace?.StartsWith(nameof(Beffroi), StringComparison.Ordinal) == true;

    // Keeps everything that the product says of its connections, but where they go.
    void GoTo(DbContextOptionsBuilder db)
    {
        var site = SiteUnderTest.Current;
        if (site is not null && engine == DbEngine.Sqlite)
        {
            db.UseSqlite(site.Database.ConnectionString);
        }
        else if (site is not null)
        {
            db.UseNpgsql(site.Database.ConnectionString);
        }
    }
}
