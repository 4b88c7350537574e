using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Beffroi.Ads.Files;

namespace Beffroi.Ads.Tests.Intake;

/// <summary>The pages of imports and of libraries, and the format that is documented.</summary>
public sealed partial class PagesTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_operator_imports_a_file_and_reads_what_was_done_in_both_languages()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var operator_ = await site.SignIn(Crew.Superadmin);
        await operator_.Open("/annonces/import");
        await operator_.Upload("File", "annonces.json", """[{"id":"1","page":{"name":"P"},"text":"Un texte"},{"id":"2","titre":"?"}]"""u8.ToArray(), ("Source", "Own"), ("Country", "FR"));
        Assert.Equal(HttpStatusCode.OK, operator_.Status);
        Assert.Contains("1 ajoutée, 0 changée, 0 déjà là, 1 refusée", operator_.Text, StringComparison.Ordinal);
        Assert.Contains("2 : champ inconnu : titre", operator_.Text, StringComparison.Ordinal);
        await operator_.Open("/en/ads/import");
        Assert.Contains("annonces.json", operator_.Text, StringComparison.Ordinal);
        await operator_.Upload("File", "vide.json", [], ("Country", "France"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, operator_.Status);
    }

    [Fact]
    public async Task Readings_are_compared_for_everybody_and_removed_is_never_called_unlawful()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantAds(Ct);
        var citizen = await site.Visit().Open("/annonces/bibliotheques");
        Assert.Contains("Retirée ne veut pas dire interdite", citizen.Text, StringComparison.Ordinal);
        Assert.NotNull(citizen.Page.QuerySelector("svg[role=img]"));
        await citizen.Open(citizen.Page.QuerySelectorAll("main td a")[0].GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, citizen.Status);
        Assert.Contains("revers-villa", citizen.Text, StringComparison.Ordinal);
        Assert.Contains("qui paie", citizen.Text, StringComparison.Ordinal);
        Assert.Contains("hulotte-soutien", citizen.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)ill[ée]gal|illicite|unlawful", citizen.Text);
        var hash = site.ReadAds(db => db.DumpLines.Where(l => l.SourceId == "revers-villa").Select(l => l.ContentHash).Single());
        Assert.Contains(hash, citizen.Text, StringComparison.Ordinal);
        await citizen.Open("/en/ads/libraries");
        Assert.DoesNotMatch("(?i)illegal|unlawful", citizen.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visit().Open($"/annonces/bibliotheques/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task The_world_holds_ads_of_all_six_purposes_near_texts_and_missing_payers()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantAds(Ct);
        var ads = site.ReadAds(db => db.Ads.ToList());
        Assert.InRange(ads.Count, 38, 48);
        Assert.True(ads.Count(a => a.Payer is null) >= 8);
        Assert.Contains(ads, a => a.Language == "en");
        Assert.Single(ads, a => a.VanishedAt is not null);
        Assert.Equal(Enum.GetNames<Purpose>().Length, site.ReadAds(db => db.Answers.Where(a => a.Purpose != null).Select(a => a.Purpose).Distinct().ToList()).Count);
        // Three leaflets of one candidate are one; those of two towns are two.
        Assert.Equal(3, site.ReadAds(db => db.Groups.Max(g => g.Ads)));
        Assert.Equal(2, ads.Where(a => a.SourceId.StartsWith("cordees-liste", StringComparison.Ordinal)).Select(a => a.GroupId).Distinct().Count());
        Assert.Equal([1, 1], site.ReadAds(db => new[] { db.Groups.Count(g => g.State == GroupState.Disputed), db.Groups.Count(g => g.State == GroupState.Gold) }));
        Assert.Equal([1, 1, 2, 1], site.ReadAds(db => new[] { db.Reviews.Count(), db.Replies.Count(), db.Dumps.Count(), db.Submissions.Count() }));
    }

    [Fact]
    public async Task The_schema_that_is_served_knows_the_fields_that_are_read()
    {
        await using var site = await SiteUnderTest.Empty();
        var answer = await site.Visit().Http.GetAsync("/annonces/import/schema.json", Ct);
        Assert.Equal("application/schema+json", answer.Content.Headers.ContentType!.MediaType);
        using var schema = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        var ad = schema.RootElement.GetProperty("$defs").GetProperty("ad").GetProperty("properties");
        Assert.Equal(OwnReader.Known[""].Order(StringComparer.Ordinal), ad.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        foreach (var (part, names) in OwnReader.Known.Where(k => k.Key is "page" or "link" or "spend"))
        {
            Assert.Equal(names.Order(StringComparer.Ordinal), ad.GetProperty(part).GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        }

        Assert.Equal(OwnReader.Known["impressions"], schema.RootElement.GetProperty("$defs").GetProperty("range").GetProperty("properties").EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task Every_example_of_the_documentation_is_read()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "ads-import.md"), Ct);
        var examples = Examples().Matches(text);
        Assert.True(examples.Count >= 3);
        foreach (Match example in examples)
        {
            var format = Enum.Parse<FileFormat>(example.Groups["format"].Value, ignoreCase: true);
            var lines = await AdReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(example.Groups["json"].Value)), format, "FR", new(), Ct).ToListAsync(Ct);
            Assert.NotEmpty(lines);
            Assert.All(lines, l => Assert.Null(l.Fault?.In("en")));
            Assert.All(lines, l => Assert.True(l.Record!.Text.Length > 0 && l.Record.PageName.Length > 0 && l.Record.FirstShownAt is not null));
        }
    }

    [GeneratedRegex("<!-- (?<format>\\w+) -->\\s+```json\\n(?<json>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Examples();
}
