using System.Net;
using System.Text.RegularExpressions;

namespace Beffroi.Site.Tests;

public sealed partial class FilesTests
{
    [Fact]
    public async Task Every_file_that_a_page_asks_for_is_there()
    {
        await using var site = await SiteUnderTest.Empty();
        var visitor = await site.Visit().Open("/");

        var files = visitor.Page.QuerySelectorAll("link[rel=stylesheet], script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            await visitor.Open(file);
            Assert.Equal(HttpStatusCode.OK, visitor.Status);
            Headers.AreStrict(visitor.Response);
        }
    }

    [Theory]
    [InlineData("/jouer/", true)]
    [InlineData("/jouer/index.html", true)]
    [InlineData("/jouer", null)]
    [InlineData("/jouerie", false)]
    [InlineData("/", false)]
    [InlineData("/eva", false)]
    [InlineData("/api/eva/evaluations/moi", false)]
    [InlineData("/healthz", false)]
    public async Task Only_the_games_may_compile_WebAssembly(string address, bool? player)
    {
        await using var site = await SiteUnderTest.Empty();

        var visitor = await site.Visit().Open(address);

        Headers.AreStrict(visitor.Response, player ?? visitor.Address.StartsWith("/jouer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_of_the_games_has_no_script_or_style_in_itself()
    {
        await using var site = await SiteUnderTest.Empty();

        var visitor = await site.Visit().Open("/jouer/");

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal("fr", visitor.Page.DocumentElement.GetAttribute("lang"));
        Assert.Empty(visitor.Page.QuerySelectorAll("style, [style]"));
        Assert.All(visitor.Page.QuerySelectorAll("script"), s => Assert.True(s.HasAttribute("src") && s.TextContent.Trim().Length == 0));
    }

    [Fact]
    public async Task A_page_can_be_asked_about_without_being_sent()
    {
        await using var site = await SiteUnderTest.Empty();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/");

        var response = await site.Visit().Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>C28: what the code writes of the web is standards, vocabularies and examples.</summary>
    [Fact]
    public void No_source_names_a_host_in_production()
    {
        string[] allowed = ["localhost", "www.w3.org", "www.sitemaps.org", "schema.org", "web.archive.org", "schemas.microsoft.com", "schemas.openxmlformats.org", "purl.oclc.org", "gexf.net", "graphml.graphdrawing.org",
            // Names of vocabularies in feeds, where DISARM is, and pages that a person may open with a picture: the program asks none of them.
            "search.yahoo.com", "www.google.com", "www.itunes.com", "github.com", "lens.google.com", "tineye.com", "yandex.com",
            // Where a reader finds an ad at its source, the name of a schema’s language, and the licence of open data.
            "www.facebook.com", "json-schema.org", "www.etalab.gouv.fr",
            // The networks that an analyst opens an account or a post in, or whose public address an operator lets the detector listen to (off until then).
            "bsky.app", "x.com",
            // Where a person reads what the buttons of the State’s identity providers are.
            "franceconnect.gouv.fr", "www.proconnect.gouv.fr",
            // Where a person opens the State’s form of opinions, when the operator declared a button: a link, nothing of it is fetched.
            "jedonnemonavis.numerique.gouv.fr",
            // Where who audits reads the words of a criterion.
            "accessibilite.numerique.gouv.fr"];
        var found = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor" or ".json" or ".js" or ".html" && !f.Contains("node_modules", StringComparison.Ordinal) && !f.Contains("packages.lock", StringComparison.Ordinal) && !f.Contains("package-lock", StringComparison.Ordinal) && !f.Contains("/dist/", StringComparison.Ordinal)
                // Sources that entries and rules of law cite: a reader may follow them, the program does not.
                && !f.Contains("/Encyclopedia/Content/", StringComparison.Ordinal) && !f.Contains("/Ads/Law/Data/", StringComparison.Ordinal))
            .SelectMany(f => Address().Matches(File.ReadAllText(f)).Select(m => (File: Path.GetRelativePath(Repository.Root, f), Host: m.Groups["host"].Value)))
            .Where(f => !allowed.Contains(f.Host, StringComparer.Ordinal) && !f.Host.EndsWith(".example", StringComparison.Ordinal))
            .Distinct();

        Assert.Empty(found);
    }

    /// <summary>C28: whoever is in the demonstration is nobody: no address of theirs can exist (RFC 2606).</summary>
    [Fact]
    public void C28_Every_address_of_the_demonstration_is_of_nobody()
    {
        var addresses = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Cli", "World"), "*", SearchOption.AllDirectories)
            .SelectMany(f => Email().Matches(File.ReadAllText(f)).Select(m => (File: Path.GetRelativePath(Repository.Root, f), Host: m.Groups["host"].Value))).ToList();

        Assert.True(addresses.Count > 10, $"Only {addresses.Count} addresses were found.");
        Assert.DoesNotContain(addresses, a => !a.Host.EndsWith(".example", StringComparison.Ordinal));
    }

    /// <summary>C28: no telephone of theirs rings, and no register knows their establishments.</summary>
    [Fact]
    public void C28_The_demonstration_has_no_number_of_a_telephone_or_of_an_establishment()
    {
        Assert.All(["06 12 34 56 78", "+33 1 23 45 67 89", "0123456789", "12345678901234", "123 456 789 01234"], n => Assert.Matches(Number(), n));

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Cli", "World"), "*", SearchOption.AllDirectories)
            .SelectMany(f => Number().Matches(File.ReadAllText(f)).Select(m => (File: Path.GetRelativePath(Repository.Root, f), m.Value))));
    }

    [GeneratedRegex(@"(\b0|\+33 ?)[1-9]([ .-]?[0-9]{2}){4}\b|\b[0-9]{3} ?[0-9]{3} ?[0-9]{3} ?[0-9]{5}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"[\p{L}\d._+-]+@(?<host>[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();

    [GeneratedRegex("https?://(?<host>[a-zA-Z0-9][a-zA-Z0-9.-]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
