using System.Net;
using World = Beffroi.Cli.World;
using Beffroi.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Beffroi.Chat.Tests.Live;

/// <summary>The site on a port of its own, with real WebSockets and the machine's clock, beside the database of a test. Several on one database are nodes.</summary>
sealed class LiveSite : IAsyncDisposable
{
    const string AddressHeader = "X-Test-Address";
    static int _visitors;

    readonly Node _node;
    readonly SiteUnderTest? _owned;

    LiveSite(SiteUnderTest data, Node node, SiteUnderTest? owned)
    {
        (Data, _node, _owned) = (data, node, owned);
        _node.UseKestrel(0);
        _node.StartServer();
        Address = _node.ClientOptions.BaseAddress;
    }

    /// <summary>The database: what is planted in it, what is read from it.</summary>
    public SiteUnderTest Data { get; }

    public Uri Address { get; }

    public IServiceProvider Services => _node.Services;

    public CapturedLogs Logs => _node.Logs;

    public static async Task<LiveSite> Start(DbEngine engine = DbEngine.Sqlite, params (string Key, string Value)[] settings)
    {
        var data = await SiteUnderTest.WithWorld(engine);
        return new(data, new(engine, data.Database.ConnectionString, settings), data);
    }

    /// <summary>Another site on a database that somebody else looks after.</summary>
    public static LiveSite Beside(SiteUnderTest data, DbEngine engine, params (string Key, string Value)[] settings) => new(data, new(engine, data.Database.ConnectionString, settings), null);

    public async Task<LivePerson> Enter(string name)
    {
        var cookies = new CookieContainer();
        var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = Address };
        http.DefaultRequestHeaders.Add(AddressHeader, new IPAddress(0x0B000000u + (uint)Interlocked.Increment(ref _visitors)).ToString());
        var visitor = new Visitor(http);
        await visitor.SignIn(Crew.EmailOf(name), World.People.Password);
        return new(this, name, visitor, cookies);
    }

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        if (_owned is not null)
        {
            await _owned.DisposeAsync();
        }
    }

    sealed class Node(DbEngine engine, string connection, (string Key, string Value)[] settings) : WebApplicationFactory<DatabaseHealth>
    {
        readonly string _folder = Directory.CreateTempSubdirectory("beffroi-node-").FullName;

        public CapturedLogs Logs { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            // Plain http: the cookies of the service need https.
            builder.UseEnvironment("Development");
            builder.UseStaticWebAssets();
            builder.UseSetting("Data:Directory", _folder);
            builder.UseSetting("Site:Demo", "true");
            builder.UseSetting($"ConnectionStrings:{engine}", connection);
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureTestServices(services =>
            {
                services.RemoveAll<ILoggerProvider>();
                services.AddSingleton<ILoggerProvider>(Logs);
                services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
                services.AddSingleton<IStartupFilter, OwnAddress>();
            });
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }

    // Tries at a password are counted by address.
    sealed class OwnAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                if (IPAddress.TryParse(http.Request.Headers[AddressHeader], out var address))
                {
                    http.Connection.RemoteIpAddress = address;
                }

                return rest(http);
            });
            next(app);
        };
    }
}
