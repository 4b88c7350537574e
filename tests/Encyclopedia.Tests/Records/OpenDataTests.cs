using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Beffroi.Encyclopedia.Exporting;
using Beffroi.Encyclopedia.Importing;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Encyclopedia.Tests.Records;

/// <summary>Everything leaves in one click, without an account, and says where it comes from.</summary>
public sealed class OpenDataTests
{
    const string Data = "/encyclopedie/donnees/encyclopedia.";

    [Fact]
    public async Task The_page_leads_to_each_file_in_both_languages()
    {
        await using var site = await SiteUnderTest.WithWorld();
        foreach (var address in new[] { "/encyclopedie/donnees", "/en/encyclopedia/data" })
        {
            var visitor = site.Visit();
            await visitor.Open(address);
            var links = visitor.Page.QuerySelectorAll("main a[download]").Select(a => a.GetAttribute("href")!).ToList();
            Assert.Equal(4, links.Count);
            foreach (var link in links)
            {
                using var answer = await site.Visit().Http.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
                Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            }
        }
    }

    [Fact]
    public async Task The_JSON_of_the_site_comes_back_the_same_elsewhere()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var other = await SiteUnderTest.Empty();
        var json = Encoding.UTF8.GetString(await Bytes(site, Data + "json"));

        Assert.Empty((await other.ImportOwn(json)).Faults);
        Assert.Equal(json, Encoding.UTF8.GetString(await Bytes(other, Data + "json")));
    }

    [Fact]
    public async Task The_table_has_a_line_for_each_entry_and_language_and_no_formula()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Import(OwnFileReading.States([Sample.File("piege") with { Content = Sample.Of(EntryType.Definition) with { Texts = new() { Fr = Sample.Of(EntryType.Definition).Texts.Fr! with { Title = "=1+1", Summary = "un ; deux \"trois\"" } } } }], "x", "y"));

        var text = Encoding.UTF8.GetString(await Bytes(site, Data + "csv"));

        Assert.StartsWith("\uFEFFcle;type;phases;", text, StringComparison.Ordinal);
        // Five of the world are in two languages, one in French; and the trap.
        Assert.Equal(12, text.Split("\r\n").Count(line => line.Split(';') is [_, "practice" or "tool" or "actor" or "case" or "rule" or "definition", ..]));
        Assert.Contains("piege;definition;detection, reaction;", text, StringComparison.Ordinal);
        Assert.Contains(";'=1+1;\"un ; deux \"\"trois\"\"\";", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_folder_has_a_text_for_each_entry_and_language()
    {
        await using var site = await SiteUnderTest.WithWorld();
        using var zip = new ZipArchive(new MemoryStream(await Bytes(site, Data + "zip")));

        Assert.Equal(11, zip.Entries.Count);
        using var reader = new StreamReader(zip.GetEntry($"fr/{TestEntries.Practice}.md")!.Open());
        var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith($"---\nkey: {TestEntries.Practice}\nlang: fr\ntype: practice\nphases: detection, qualification\n", text, StringComparison.Ordinal);
        Assert.Contains("# Relire une image\n", text, StringComparison.Ordinal);
        Assert.Contains("## Comment\n\nDécouper, chercher, comparer les dates.", text, StringComparison.Ordinal);
        Assert.Contains("- Chercher les copies de l’image (Analyse, 2 h) → Une liste datée de copies", text, StringComparison.Ordinal);
        Assert.Contains($"- Utilise [[{TestEntries.Tool}]]", text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_feed_tells_the_last_versions_and_where_they_are(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        foreach (var address in new[] { "/encyclopedie/changements.atom", "/en/encyclopedia/changes.atom" })
        {
            var feed = XDocument.Load(new MemoryStream(await Bytes(site, address))).Root!;
            var entries = feed.Elements(atom + "entry").ToList();
            Assert.Equal(7, entries.Count);
            Assert.Equal("Le site copié est fermé", entries[0].Element(atom + "summary")!.Value);
            Assert.Equal("2026-11-11T10:00:00Z", entries[0].Element(atom + "updated")!.Value);
            Assert.Equal(entries.Count, entries.Select(e => e.Element(atom + "id")!.Value).Distinct().Count());
            using var page = await site.Visit().Http.GetAsync(new Uri(entries[0].Element(atom + "link")!.Attribute("href")!.Value), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    [Fact]
    public async Task The_one_file_site_asks_for_nothing_outside_and_its_links_stay_inside()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var page = await new HtmlParser().ParseDocumentAsync(new MemoryStream(await Bytes(site, Data + "html")), TestContext.Current.CancellationToken);

        Assert.Equal(6, page.QuerySelectorAll("details").Length);
        Assert.Empty(page.QuerySelectorAll("[src], link, iframe, object, embed"));
        Assert.Contains("default-src 'none'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), StringComparison.Ordinal);
        var inside = page.QuerySelectorAll("details a").Select(a => a.GetAttribute("href")!).Where(h => !h.StartsWith("https://", StringComparison.Ordinal)).ToList();
        Assert.Contains("#" + TestEntries.Case, inside);
        Assert.All(inside, h => Assert.NotNull(page.GetElementById(h[1..])));
    }

    [Fact]
    public async Task What_an_entry_says_runs_nothing_in_the_one_file_site()
    {
        await using var site = await SiteUnderTest.Empty();
        const string Script = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        var text = Sample.Of(EntryType.Definition).Texts.Fr! with { Title = Script, Summary = Script, Synonyms = [Script], Fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["text"] = Script + " [a](javascript:alert(1))" } };
        Assert.Empty((await site.Import(OwnFileReading.States([Sample.File("piege") with { Content = Sample.Of(EntryType.Definition) with { Texts = new() { Fr = text } } }], Script, Script))).Faults);

        var page = await new HtmlParser().ParseDocumentAsync(new MemoryStream(await Bytes(site, Data + "html")), TestContext.Current.CancellationToken);

        Assert.Single(page.QuerySelectorAll("script"));
        Assert.Empty(page.QuerySelectorAll("img"));
        Assert.DoesNotContain(page.QuerySelectorAll("a"), a => a.GetAttribute("href")!.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_one_file_site_of_1697_entries_weighs_less_than_5_MB()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Import(Readings.DisarmCorpus(SharedFiles.Bytes("encyclopedia/corpus_disarm.json")));
        await using var scope = site.Scope();
        using var body = new MemoryStream();

        await OfflineSite.Write(body, Lang.French, scope.ServiceProvider.GetRequiredService<EncyclopediaDb>(), SiteUnderTest.Start, TestContext.Current.CancellationToken);

        Assert.InRange(body.Length, 500_000, 5_000_000);
        var page = await new HtmlParser().ParseDocumentAsync(new MemoryStream(body.ToArray()), TestContext.Current.CancellationToken);
        Assert.Equal(1697, page.QuerySelectorAll("details").Length);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_program_finds_reads_and_goes_back_in_time(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);

        var all = await Json(site, "/api/encyclopedia/entries");
        Assert.Equal(6, all.GetProperty("total").GetInt32());
        var found = await Json(site, "/api/encyclopedia/entries?q=image&language=en&type=practice&type=tool&phase=qualification&limit=1");
        Assert.Equal(2, found.GetProperty("total").GetInt32());
        var head = Assert.Single(found.GetProperty("entries").EnumerateArray());
        Assert.Equal((TestEntries.Practice, "Read an image again", "en"), (head.GetProperty("key").GetString(), head.GetProperty("title").GetString(), head.GetProperty("language").GetString()));
        Assert.Equal(["misleading"], head.GetProperty("criteria").EnumerateArray().Select(c => c.GetString()!));

        var last = await Json(site, $"/api/encyclopedia/entries/{TestEntries.Case}");
        var first = await Json(site, $"/api/encyclopedia/entries/{TestEntries.Case}/versions/1");
        Assert.Equal((2, 1), (last.GetProperty("version").GetInt32(), first.GetProperty("version").GetInt32()));
        Assert.NotEqual(last.GetProperty("content").ToString(), first.GetProperty("content").ToString());
        Assert.Equal(["Fiche d’essai", "Le site copié est fermé"], (await Json(site, $"/api/encyclopedia/entries/{TestEntries.Case}/versions")).EnumerateArray().Select(v => v.GetProperty("comment").GetString()!));
    }

    [Theory]
    [InlineData("/api/encyclopedia/entries?type=poem", HttpStatusCode.BadRequest)]
    [InlineData("/api/encyclopedia/entries?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/encyclopedia/entries?limit=deux", HttpStatusCode.BadRequest)]
    [InlineData("/api/encyclopedia/entries?skip=-1", HttpStatusCode.BadRequest)]
    [InlineData("/api/encyclopedia/entries?language=de", HttpStatusCode.BadRequest)]
    [InlineData("/api/encyclopedia/entries/aucune", HttpStatusCode.NotFound)]
    [InlineData("/api/encyclopedia/entries/Une%20Fiche", HttpStatusCode.NotFound)]
    [InlineData("/api/encyclopedia/entries/aucune/versions", HttpStatusCode.NotFound)]
    [InlineData("/api/encyclopedia/entries/port-imaginaire/versions/3", HttpStatusCode.NotFound)]
    public async Task What_is_asked_wrongly_is_told(string address, HttpStatusCode expected)
    {
        await using var site = await SiteUnderTest.WithWorld();
        using var answer = await site.Visit().Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task The_description_of_the_API_tells_each_of_its_routes_and_asks_for_no_token()
    {
        await using var site = await SiteUnderTest.Empty();
        var paths = (await Json(site, "/api/openapi.json")).GetProperty("paths").EnumerateObject().Where(p => p.Name.StartsWith("/api/encyclopedia/", StringComparison.Ordinal)).ToList();

        Assert.Equal(["/api/encyclopedia/entries", "/api/encyclopedia/entries/{key}", "/api/encyclopedia/entries/{key}/versions", "/api/encyclopedia/entries/{key}/versions/{number}"], paths.Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.All(paths, p =>
        {
            var get = p.Value.GetProperty("get");
            Assert.False(get.TryGetProperty("security", out _));
            Assert.False(string.IsNullOrWhiteSpace(get.GetProperty("summary").GetString()));
            Assert.True(get.GetProperty("responses").TryGetProperty("200", out _));
        });
    }

    [Fact]
    public async Task Another_site_may_read_the_API_from_a_browser()
    {
        await using var site = await SiteUnderTest.WithWorld();
        using var answer = await site.Visit().Http.GetAsync(new Uri("/api/encyclopedia/entries", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    static async Task<byte[]> Bytes(SiteUnderTest site, string address) => await site.Visit().Http.GetByteArrayAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    static async Task<JsonElement> Json(SiteUnderTest site, string address)
    {
        using var json = JsonDocument.Parse(await Bytes(site, address));
        return json.RootElement.Clone();
    }
}
