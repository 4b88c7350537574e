using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Beffroi.Encyclopedia.LinkHealth;
using Beffroi.Encyclopedia.Links;
using Beffroi.Encyclopedia.Tests.ReadingPages;
using Beffroi.Encyclopedia.Tests.Searching;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Encyclopedia.Tests.Freshness;

public sealed class LinkCheckTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Each_address_is_asked_for_and_what_it_answered_is_kept(DbEngine engine)
    {
        await using var outside = await Outside.Start();
        await using var site = await SiteUnderTest.Empty(engine);
        await site.PublishLinks(outside, "/ok", "/gone", "/moved", "/no-head", "/busy", "/circle", "/secret/page", "/inside");

        Assert.Equal(8, await outside.Check(site));

        var health = site.ReadEncyclopedia(db => db.UrlHealth.ToDictionary(h => new Uri(h.Url).AbsolutePath, StringComparer.Ordinal));
        Assert.Equal((200, LinkState.Alive, "\"one\""), (health["/ok"].Status, health["/ok"].State(), health["/ok"].ETag));
        Assert.Equal((404, LinkState.Failing, site.Clock.GetUtcNow()), (health["/gone"].Status, health["/gone"].State(), health["/gone"].FailsSince));
        Assert.Equal((200, LinkState.Alive), (health["/moved"].Status, health["/moved"].State()));
        Assert.Equal((200, LinkState.Alive), (health["/no-head"].Status, health["/no-head"].State()));
        Assert.Equal((LinkFailure.RoundInCircles, LinkState.Failing), (health["/circle"].Failure, health["/circle"].State()));
        Assert.Equal((LinkFailure.Robots, LinkState.NotAsked), (health["/secret/page"].Failure, health["/secret/page"].State()));
        Assert.DoesNotContain(outside.Asked, a => a.Contains("secret", StringComparison.Ordinal));
        // A site that is busy is there, and is left alone as long as it asks.
        Assert.Equal((429, LinkState.Alive, site.Clock.GetUtcNow().AddDays(30)), (health["/busy"].Status, health["/busy"].State(), health["/busy"].NextCheckAt));
        // A redirection into the private network is not followed.
        Assert.Equal((LinkFailure.Refused, LinkState.NotAsked), (health["/inside"].Failure, health["/inside"].State()));
        // A head is enough where it is given.
        Assert.Equal(["HEAD /ok"], outside.Asked.Where(a => a.EndsWith("/ok", StringComparison.Ordinal) && !a.Contains("moved", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_address_that_fails_three_times_days_apart_is_dead_and_a_copy_is_suggested_until_it_answers()
    {
        await using var outside = await Outside.Start();
        await using var site = await SiteUnderTest.Empty();
        await site.PublishLinks(outside, "/gone");
        foreach (var (pause, state) in new[] { (0, LinkState.Failing), (1, LinkState.Failing), (2, LinkState.Dead) })
        {
            site.Clock.Advance(TimeSpan.FromDays(pause));
            Assert.Equal(1, await outside.Check(site));
            // Before its turn comes again nothing is asked.
            Assert.Equal(0, await outside.Check(site));
            Assert.Equal(state, site.ReadEncyclopedia(db => db.UrlHealth.Single()).State());
        }

        var visitor = site.Visit();
        await visitor.Open("/encyclopedie/fraicheur");
        Assert.Contains("Ne répond plus, depuis le 23 novembre 2026 (réponse 404)", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(visitor.Page.QuerySelectorAll("a[href]"), a => string.Equals(a.GetAttribute("href"), $"https://web.archive.org/web/20261101/{outside.Address}/gone", StringComparison.Ordinal));
        await visitor.Open("/encyclopedie/fiche/liens");
        Assert.Contains("Ne répond plus depuis le 23 novembre 2026", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(visitor.Page.QuerySelectorAll("a[href]"), a => a.GetAttribute("href")!.StartsWith("https://web.archive.org/web/20261123/", StringComparison.Ordinal));
        await visitor.Open("/en/encyclopedia/freshness");
        Assert.Contains("No longer answers, since 23 November 2026 (answer 404)", visitor.Text, StringComparison.Ordinal);

        outside.Found.TryAdd("/gone", true);
        site.Clock.Advance(TimeSpan.FromDays(4));
        await outside.Check(site);
        Assert.Equal((LinkState.Alive, null), (site.ReadEncyclopedia(db => db.UrlHealth.Single()).State(), site.ReadEncyclopedia(db => db.UrlHealth.Single()).FailsSince));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task An_address_that_no_entry_gives_any_more_is_forgotten(DbEngine engine)
    {
        await using var outside = await Outside.Start();
        await using var site = await SiteUnderTest.Empty(engine);
        await site.PublishLinks(outside, "/gone", "/ok");
        await outside.Check(site);
        await site.Renew("liens", WithUrls(outside.Address + "/ok"));

        Assert.Equal(0, await outside.Check(site));

        Assert.Equal(outside.Address + "/ok", Assert.Single(site.ReadEncyclopedia(db => db.UrlHealth.Select(h => h.Url).ToList())));
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_asked_for_with_its_mark()
    {
        await using var outside = await Outside.Start();
        await using var site = await SiteUnderTest.Empty();
        await site.PublishLinks(outside, "/ok");
        await outside.Check(site);
        site.Clock.Advance(TimeSpan.FromDays(15));
        await outside.Check(site);

        var health = site.ReadEncyclopedia(db => db.UrlHealth.Single());
        Assert.Equal((304, LinkState.Alive, "\"one\""), (health.Status, health.State(), health.ETag));
    }

    [Fact]
    public async Task Rules_for_robots_that_do_not_come_tell_nothing_of_the_page_and_are_asked_for_once_a_day()
    {
        await using var outside = await Outside.Start();
        outside.Found.TryAdd(Outside.NoRules, true);
        await using var site = await SiteUnderTest.Empty();
        await site.PublishLinks(outside, "/ok", "/moved", "/gone");
        await using var scope = site.Scope();
        var round = new LinkRound(scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>(), outside.Settings, site.Clock);

        Assert.Equal(3, await round.Check(TestContext.Current.CancellationToken));
        site.Clock.Advance(TimeSpan.FromHours(23));
        await site.Renew("liens", WithUrls(outside.Address + "/ok", outside.Address + "/new"));
        Assert.Equal(1, await round.Check(TestContext.Current.CancellationToken));

        Assert.Single(outside.Asked, a => string.Equals(a, "GET /robots.txt", StringComparison.Ordinal));
        var health = site.ReadEncyclopedia(db => db.UrlHealth.ToDictionary(h => new Uri(h.Url).AbsolutePath, h => h.State(), StringComparer.Ordinal));
        // Those that the entry no longer gives are forgotten.
        Assert.Equal(["/new", "/ok"], health.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(LinkState.Alive, health["/ok"]);
    }

    [Theory]
    [InlineData("http://127.0.0.1:80/")]
    [InlineData("http://localhost/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("http://93.184.216.34:22/")]
    [InlineData("ftp://example.com/")]
    [InlineData("http://name:word@example.com/")]
    public async Task Nothing_private_is_ever_asked_for(string url)
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Write<EncyclopediaDb>(db => Publishing.Open("a", WithUrls(url), new() { Comment = "Essai" }, GivenEntries.Reviewed, db, site.Clock.GetUtcNow()));

        await Round(site, new() { SecondsBetweenRequests = 0, TimeoutSeconds = 2 });

        Assert.Equal(LinkFailure.Refused, site.ReadEncyclopedia(db => db.UrlHealth.Single()).Failure);
    }

    [Theory]
    [InlineData("1.1.1.1", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("172.15.0.1", true)]
    [InlineData("172.31.255.255", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("192.0.0.8", false)]
    [InlineData("198.19.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("239.1.1.1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:10.1.1.1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2001::1", false)]
    [InlineData("ff02::1", false)]
    public void Public_addresses_are_told_from_others(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public void The_rules_for_robots_are_read_as_RFC_9309_says()
    {
        const string Text = "# hello\nUser-agent: *\nDisallow: /secret/\nAllow: /secret/open\nDisallow: /*.pdf$\nDisallow:\n\nUser-agent: other\nUser-agent: beffroi\nDisallow: /b\n";
        var all = RobotRules.Read(Text, "Someone");
        var own = RobotRules.Read(Text, "Beffroi");

        Assert.Equal([false, true, false, true, true], new[] { "/secret/a", "/secret/open/a", "/x/y.pdf", "/x/y.pdf?a", "/b" }.Select(all.Allow));
        Assert.Equal([true, false], new[] { "/secret/a", "/b/c" }.Select(own.Allow));
        Assert.True(RobotRules.Read("<html>not found", "Beffroi").Allow("/"));
    }

    [Fact]
    public async Task Nothing_is_asked_unless_the_operator_turned_it_on()
    {
        await using var site = await SiteUnderTest.Empty();

        Assert.False(site.Scope().ServiceProvider.GetRequiredService<LinkSettings>().Enabled);
    }

    internal static EntryContent WithUrls(params string[] urls) =>
        GivenEntries.Content("Fiche", "Une fiche avec ses sources.") with { Sources = [.. urls.Select(u => new Source { Title = "Source", Url = u })] };

    internal static async Task<int> Round(SiteUnderTest site, LinkSettings settings)
    {
        await using var scope = site.Scope();
        return await new LinkRound(scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>(), settings, site.Clock).Check(TestContext.Current.CancellationToken);
    }
}

/// <summary>A site of the outside world, on this machine.</summary>
sealed class Outside : IAsyncDisposable
{
    readonly WebApplication _app;

    Outside(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>Method and path of each request.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Pages that came back.</summary>
    public ConcurrentDictionary<string, bool> Found { get; } = new(StringComparer.Ordinal);

    public static async Task<Outside> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var outside = new Outside(app);
        app.Run(outside.Answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return outside;
    }

    public Task<int> Check(SiteUnderTest site) =>
        LinkCheckTests.Round(site, Settings);

    public LinkSettings Settings => new() { SecondsBetweenRequests = 0, TimeoutSeconds = 5, PrivateHosts = [new Uri(Address).Authority] };

    /// <summary>Among the pages found: the rules for robots break off.</summary>
    public const string NoRules = "no rules";

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    Task Answer(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        Asked.Enqueue($"{http.Request.Method} {path}");
        if (path == "/robots.txt" && Found.ContainsKey(NoRules))
        {
            http.Abort();
            return Task.CompletedTask;
        }

        http.Response.StatusCode = path switch
        {
            "/robots.txt" or "/ok" => http.Request.Headers.IfNoneMatch.Count > 0 ? 304 : 200,
            "/moved" or "/circle" or "/inside" => 302,
            "/no-head" => HttpMethods.IsHead(http.Request.Method) ? 405 : 200,
            "/busy" => 429,
            _ => Found.ContainsKey(path) ? 200 : 404,
        };
        http.Response.Headers.ETag = path == "/ok" ? "\"one\"" : default;
        http.Response.Headers.RetryAfter = path == "/busy" ? TimeSpan.FromDays(30).TotalSeconds.ToString(CultureInfo.InvariantCulture) : default;
        http.Response.Headers.Location = path switch { "/moved" => "/ok", "/circle" => "/circle", "/inside" => "http://127.0.0.1:1/admin", _ => default };
        return path == "/robots.txt" ? http.Response.WriteAsync("User-agent: *\nDisallow: /secret/\n") : Task.CompletedTask;
    }
}

static class PublishingLinks
{
    public static Task PublishLinks(this SiteUnderTest site, Outside outside, params string[] paths) =>
        site.Write<EncyclopediaDb>(db => Publishing.Open("liens", LinkCheckTests.WithUrls([.. paths.Select(p => outside.Address + p)]), new() { Comment = "Essai" }, GivenEntries.Reviewed, db, site.Clock.GetUtcNow()));
}
