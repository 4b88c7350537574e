using System.Collections.Concurrent;
using System.Net;
using Beffroi.Accounts;
using Beffroi.Accounts.OpenId;
using Beffroi.Ads;
using Beffroi.Bots;
using Beffroi.Chat;
using Beffroi.Encyclopedia;
using Beffroi.Eva;
using Beffroi.Eva.Paper;
using Beffroi.Incubator;
using Beffroi.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Beffroi.Testing;

/// <summary>The whole site as one test sees it: its own database, its own clock, standing still.</summary>
public sealed class SiteUnderTest : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    static readonly ConcurrentDictionary<Guid, SiteUnderTest> Open = new();
    static uint _visitors;
    static readonly AsyncLocal<SiteUnderTest?> Here = new();

    readonly Guid _id = Guid.NewGuid();
    readonly SiteHost _host;

    SiteUnderTest(SiteHost host, TestDatabase database)
    {
        (_host, Database) = (host, database);
        Open[_id] = this;
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public TestDatabase Database { get; }

    /// <summary>Who makes PDF files here; nobody, unless a test says so.</summary>
    public PdfSettings Pdf { get; set; } = new();

    /// <summary>Whether the chat goes outside here: it does not, unless a test says so.</summary>
    public ChatNetwork Network { get; set; } = new();

    /// <summary>The providers that vouch for people here: none, unless a test says so.</summary>
    public OutsideSettings Outside { get; set; } = new();

    /// <summary>Where opinions are given: on this site, unless a test says so.</summary>
    public OpinionButtons Opinions { get; set; } = new();

    /// <summary>What was counted here and is not written down yet.</summary>
    public StepCounts Steps { get; } = new();

    internal static SiteUnderTest? Current => Here.Value;

    /// <summary>A site that holds the named world.</summary>
    public static Task<SiteUnderTest> WithWorld(DbEngine engine = DbEngine.Sqlite) => Make(engine, Content.World, "Production");

    /// <summary>A site whose tables are empty.</summary>
    public static Task<SiteUnderTest> Empty(DbEngine engine = DbEngine.Sqlite) => Make(engine, Content.Empty, "Production");

    /// <summary>The named world on a developer's machine: demo doors open, plain http.</summary>
    public static Task<SiteUnderTest> InDevelopment() => Make(DbEngine.Sqlite, Content.World, "Development");

    /// <summary>A new person with a browser, at an address of their own.</summary>
    public Visitor Visit(string scheme = "https") => new(Client(new CookieContainerHandler { InnerHandler = _host.Server.CreateHandler() }, scheme));

    /// <summary>Whoever keeps no cookie: the site when it looks at itself.</summary>
    internal HttpClient Stranger() => Client(_host.Server.CreateHandler(), "https");

    HttpClient Client(HttpMessageHandler handler, string scheme)
    {
        var client = new HttpClient(handler) { BaseAddress = new($"{scheme}://localhost") };
        client.DefaultRequestHeaders.Add(TestRouting.SiteHeader, _id.ToString());
        // Unlike that of any other visitor of the run: the host, and so its limits, are shared.
        client.DefaultRequestHeaders.Add(TestRouting.AddressHeader, new IPAddress(0x0A000000u + Interlocked.Increment(ref _visitors)).ToString());
        return client;
    }

    /// <summary>Saves rows as the system would.</summary>
    public Task Given(params object[] rows) => Write<EvaDb>(db => db.AddRange(rows));

    public async Task Write<TDb>(Action<TDb> change) where TDb : DbContext
    {
        await using var scope = Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.preparer";
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        change(db);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Statements upon the tables of ads.</summary>
    public async Task WriteAds(Func<AdsDb, Task> change)
    {
        await using var scope = Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.preparer";
        await change(scope.ServiceProvider.GetRequiredService<AdsDb>());
    }

    public T Read<T>(Func<EvaDb, T> query) => Ask(query);

    public T ReadEncyclopedia<T>(Func<EncyclopediaDb, T> query) => Ask(query);

    public T ReadAds<T>(Func<AdsDb, T> query) => Ask(query);

    public T ReadBots<T>(Func<BotsDb, T> query) => Ask(query);

    public T ReadChat<T>(Func<ChatDb, T> query) => Ask(query);

    public T ReadAccounts<T>(Func<AccountsDb, T> query) => Ask(query);

    public T ReadIncubator<T>(Func<IncubatorDb, T> query) => Ask(query);

    /// <summary>Services of the site, at the database and clock of this test.</summary>
    public AsyncServiceScope Scope()
    {
        Here.Value = this;
        return _host.Services.CreateAsyncScope();
    }

    /// <summary>What the site logged, this test's requests among others.</summary>
    public IReadOnlyList<string> Logs => _host.Logs.Lines;

    /// <summary>Everything that can be asked for, as the running site maps it.</summary>
    public IReadOnlyList<Endpoint> Endpoints => _host.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    public async ValueTask DisposeAsync()
    {
        Open.TryRemove(_id, out _);
        await Database.DisposeAsync();
    }

    internal static void Enter(Guid id) => Here.Value = Open[id];

    T Ask<TDb, T>(Func<TDb, T> query) where TDb : DbContext
    {
        using var scope = Scope();
        return query(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    static async Task<SiteUnderTest> Make(DbEngine engine, Content content, string environment) =>
        new(SiteHost.Of(engine, environment), engine switch
        {
            DbEngine.Sqlite => await SqliteTemplates.Copy(content),
            DbEngine.Postgres => await PostgresTemplates.Copy(content),
        });
}
