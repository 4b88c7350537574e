using System.Globalization;
using System.Net;
using System.Xml.Linq;

namespace Beffroi.Site.Tests;

public sealed class WellKnownTests
{
    [Fact]
    public async Task The_security_file_says_whom_to_write_to_for_less_than_a_year()
    {
        await using var site = await SiteUnderTest.Empty();
        var visitor = await site.Visit().Open("/.well-known/security.txt");

        Assert.Equal("text/plain; charset=utf-8", visitor.Response.Content.Headers.ContentType?.ToString());
        var lines = (await visitor.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(": ", 2)).ToDictionary(l => l[0], l => l[1], StringComparer.Ordinal);
        Assert.StartsWith("mailto:", lines["Contact"], StringComparison.Ordinal);
        Assert.InRange(DateTimeOffset.Parse(lines["Expires"], CultureInfo.InvariantCulture), SiteUnderTest.Start, SiteUnderTest.Start.AddYears(1));
        Assert.Contains("fr", lines["Preferred-Languages"], StringComparison.Ordinal);
        Assert.Equal("https://localhost/.well-known/security.txt", lines["Canonical"]);
        var policy = new Uri(lines["Policy"]);
        await visitor.Open(policy.AbsolutePath);
        Assert.NotNull(visitor.Page.GetElementById(policy.Fragment[1..]));
    }

    [Fact]
    public async Task Robots_stay_out_of_what_is_not_for_them_and_find_the_map()
    {
        await using var site = await SiteUnderTest.Empty();
        var visitor = await site.Visit().Open("/robots.txt");

        var lines = (await visitor.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("Disallow: /api/", lines);
        Assert.Contains("Sitemap: https://localhost/sitemap.xml", lines);
    }

    [Fact]
    public async Task The_map_for_machines_and_the_map_for_people_list_every_page_that_is_open_to_all()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/sitemap.xml");
        Assert.Equal("application/xml; charset=utf-8", visitor.Response.Content.Headers.ContentType?.ToString());
        var machines = XDocument.Parse(await visitor.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Descendants().Where(e => e.Name.LocalName == "loc").Select(e => new Uri(e.Value).AbsolutePath).ToHashSet(StringComparer.Ordinal);
        var people = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in new[] { "/plan-du-site", "/en/site-map" })
        {
            people.UnionWith((await visitor.Open(map)).Page.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!));
        }

        var open = Places.Of(await site.Furnish()).Where(p => p.As is null && !p.Route.Contains('{', StringComparison.Ordinal)).Select(p => p.Route).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(open.Except(machines, StringComparer.Ordinal));
        Assert.Empty(open.Except(people, StringComparer.Ordinal));
        foreach (var address in machines.Union(people))
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.Open(address)).Status);
        }
    }

    [Fact]
    public async Task The_health_page_says_whether_the_database_answers()
    {
        await using var site = await SiteUnderTest.Empty();

        Assert.Equal(HttpStatusCode.OK, (await site.Visit().Open("/healthz")).Status);
    }

    [Fact]
    public async Task The_api_is_described_for_machines_and_its_pages_are_not()
    {
        await using var site = await SiteUnderTest.Empty();
        var visitor = await site.Visit().Open("/api/openapi.json");

        using var json = System.Text.Json.JsonDocument.Parse(await visitor.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var paths = json.RootElement.GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        Assert.Contains("/api/eva/evaluations/{id}/collections_evenements", paths);
        Assert.DoesNotContain(paths, path => !path.StartsWith("/api/", StringComparison.Ordinal));
    }
}
