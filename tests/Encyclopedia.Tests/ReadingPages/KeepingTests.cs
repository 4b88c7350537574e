using System.Net;
using System.Xml.Linq;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Encyclopedia.Tests.ReadingPages;

/// <summary>What a publication throws away is thrown away for every test of the host: nothing runs beside these.</summary>
[CollectionDefinition(nameof(KeepingTests), DisableParallelization = true), Collection(nameof(KeepingTests))]
public sealed class KeepingTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_page_is_kept_until_something_is_published_and_no_longer(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.Publish(("a", Given.Entry(EntryType.Practice, "Avant")));
        Assert.Equal("Avant", (await site.Visit().Open("/encyclopedie/fiche/a")).Heading);
        // Written behind the site's back: who sees it was not served what is kept.
        site.ReadEncyclopedia(db => db.Database.ExecuteSqlRaw("UPDATE encyclopedia_versions SET \"Content\" = replace(\"Content\", 'Avant', 'Autre')"));
        Assert.Equal("Avant", (await site.Visit().Open("/encyclopedie/fiche/a?utm_source=x")).Heading);

        await site.Renew("a", Given.Entry(EntryType.Practice, "Après"));

        Assert.Equal("Après", (await site.Visit().Open("/encyclopedie/fiche/a")).Heading);
        Assert.Contains("Après", (await site.Visit().Open("/encyclopedie")).Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_another_node_changed_is_seen_within_a_second(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.Publish(("a", Given.Entry(EntryType.Practice, "Avant")));
        Assert.Equal("Avant", (await site.Visit().Open("/encyclopedie/fiche/a")).Heading);

        // As another process would: nothing here is told.
        site.ReadEncyclopedia(db => db.Database.ExecuteSqlRaw("UPDATE encyclopedia_versions SET \"Content\" = replace(\"Content\", 'Avant', 'Ailleurs'); UPDATE encyclopedia_entries SET \"ReviewedOn\" = '2026-11-22'"));
        site.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("Ailleurs", (await site.Visit().Open("/encyclopedie/fiche/a")).Heading);
    }

    [Fact]
    public async Task Lists_that_anybody_can_make_up_are_not_kept()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Publish(("a", Given.Entry(EntryType.Practice, "Mesurer")));
        string[] kept = ["", "?phase=detection", "?phase=detection&page=1", "?page=01&utm_source=x&phase=detection&phase=nulle"];
        string[] made = ["?q=mesurer", "?phase=detection&type=practice", "?phase=detection&phase=reaction"];
        foreach (var query in kept.Concat(made))
        {
            Assert.Contains("Mesurer", (await site.Visit().Open("/encyclopedie/fiches" + query)).Text, StringComparison.Ordinal);
        }

        site.ReadEncyclopedia(db => db.Database.ExecuteSqlRaw("UPDATE encyclopedia_words SET \"Title\" = 'Changée'"));

        foreach (var query in kept)
        {
            Assert.Contains("Mesurer", (await site.Visit().Open("/encyclopedie/fiches" + query)).Text, StringComparison.Ordinal);
        }

        foreach (var query in made)
        {
            Assert.Contains("Changée", (await site.Visit().Open("/encyclopedie/fiches" + query)).Text, StringComparison.Ordinal);
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Answers_for_programs_are_kept_as_pages_are_but_those_that_anybody_can_make_up(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.Publish(("a", Given.Entry(EntryType.Practice, "Avant")));
        const string Api = "/api/encyclopedia/entries";
        string[] kept = ["/a", "/a/versions/1", "", "?type=practice", "?limit=100", "?language=fr&skip=0"];
        string[] made = ["?q=avant", "?limit=7", "?type=practice&phase=detection", "?type=practice&type=tool", "?skip=3"];
        foreach (var address in kept.Concat(made))
        {
            await site.Visit().Open(Api + address);
        }

        // Written behind the site's back: who sees it was not served what is kept.
        site.ReadEncyclopedia(db => db.Database.ExecuteSqlRaw("UPDATE encyclopedia_versions SET \"Content\" = replace(\"Content\", 'Avant', 'Autre'); UPDATE encyclopedia_words SET \"Title\" = 'Autre'"));
        foreach (var address in kept)
        {
            Assert.Contains("Avant", await Said(site, Api + address), StringComparison.Ordinal);
        }

        foreach (var address in made.Where(m => m != "?skip=3"))
        {
            Assert.Contains("Autre", await Said(site, Api + address), StringComparison.Ordinal);
        }

        await site.Renew("a", Given.Entry(EntryType.Practice, "Après"));
        foreach (var address in kept.Where(k => k != "/a/versions/1"))
        {
            Assert.Contains("Après", await Said(site, Api + address), StringComparison.Ordinal);
        }
    }

    static async Task<string> Said(SiteUnderTest site, string address) =>
        await (await site.Visit().Open(address)).Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task One_address_asks_for_so_much_a_minute_and_the_others_do_not_wait()
    {
        await using var site = await SiteUnderTest.Empty();
        var hasty = site.Visit();
        for (var i = 0; i < 300; i++)
        {
            using var answer = await hasty.Http.GetAsync(OneLetter, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        foreach (var address in new[] { "/encyclopedie/fiches.json?q=a", "/encyclopedie/fiches?q=a", "/api/encyclopedia/entries" })
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, (await hasty.Open(address)).Status);
            Assert.Equal(HttpStatusCode.OK, (await site.Visit().Open(address)).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await hasty.Open("/encyclopedie")).Status);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_file_of_everything_is_made_once_for_both_languages_and_again_after_a_publication(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.Publish(("a", Given.Entry(EntryType.Practice, "Avant")));
        var first = await File(site, French);
        site.ReadEncyclopedia(db => db.Database.ExecuteSqlRaw("UPDATE encyclopedia_versions SET \"Content\" = replace(\"Content\", 'Avant', 'Autre')"));

        Assert.Contains("Avant", first.Text, StringComparison.Ordinal);
        Assert.Equal(first, await File(site, French));
        Assert.Equal(first, await File(site, English));
        await site.Renew("a", Given.Entry(EntryType.Practice, "Après"));
        var second = await File(site, English);
        Assert.Contains("Après", second.Text, StringComparison.Ordinal);
        Assert.NotEqual(first.Tag, second.Tag);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Readings_are_counted_by_entry_language_and_day_kept_pages_too_and_nothing_of_the_reader(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var key = "lue-" + Guid.NewGuid().ToString("N");
        await site.Publish((key, Given.Entry(EntryType.Practice, "Lue")));
        for (var i = 0; i < 3; i++)
        {
            await site.Visit().Open("/encyclopedie/fiche/" + key);
        }

        await site.Visit().Open("/en/encyclopedia/entry/" + key);
        await site.Visit().Open("/encyclopedie/fiche/" + key + "-absente");
        var robot = site.Visit();
        robot.Http.DefaultRequestHeaders.UserAgent.ParseAdd("Examplebot/1.0");
        await robot.Open("/encyclopedie/fiche/" + key);
        await Keep(site);
        await site.Visit().Open("/encyclopedie/fiche/" + key);
        await Keep(site);

        var readings = site.ReadEncyclopedia(db => db.Readings.OrderBy(r => r.Count).ToList());
        Assert.Equal([(Lang.English, 1), (Lang.French, 4)], readings.Select(r => (r.Language, r.Count)));
        Assert.All(readings, r => Assert.Equal(new DateOnly(2026, 11, 23), r.Day));
        Assert.Equal(["Count", "Day", "EntryId", "Language"], typeof(Reading).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_figures_for_everybody_count_entries_and_readings_and_mask_small_ones()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Publish([.. Enumerable.Range(0, 12).Select(i => ($"e{i}", Given.Entry(EntryType.Practice, $"E{i}", english: i == 0 ? null : "")))]);
        await site.Write<EncyclopediaDb>(db =>
        {
            var ids = db.Entries.Select(e => e.Id).ToList();
            db.Add(new Reading { EntryId = ids[0], Day = new(2026, 11, 20), Language = Lang.French, Count = 70 });
            db.Add(new Reading { EntryId = ids[1], Day = new(2026, 11, 21), Language = Lang.English, Count = 30 });
            db.Add(new Reading { EntryId = ids[0], Day = new(2026, 1, 1), Language = Lang.French, Count = 900 });
        });
        await using var scope = site.Scope();
        var figures = (await scope.ServiceProvider.GetServices<IPublicFigures>().Single(f => f is EncyclopediaFigures).Read(TestContext.Current.CancellationToken)).ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);

        Assert.Equal(12, figures["encyclopedie_fiches"]);
        Assert.Equal(11.0 / 12, figures["encyclopedie_part_bilingue"]!.Value, 12);
        Assert.Equal((1000, 100, 0.3), (figures["encyclopedie_lectures"], figures["encyclopedie_lectures_30_jours"], figures["encyclopedie_part_anglais_30_jours"]));
        Assert.Null(figures["encyclopedie_usages"]);
        Assert.Contains("Lectures de fiches", (await site.Visit().Open("/stats")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_for_machines_lists_every_entry_in_both_languages_with_its_day()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Publish(("a", Given.Entry(EntryType.Practice, "A")), ("b", Given.Entry(EntryType.Case, "B")));

        var visitor = await site.Visit().Open("/sitemap.xml");
        var urls = XDocument.Parse(await visitor.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!.Elements().ToList();

        string Of(XElement url, string name) => url.Elements().Single(e => e.Name.LocalName == name).Value;
        foreach (var address in new[] { "/encyclopedie/fiche/a", "/encyclopedie/fiche/b", "/en/encyclopedia/entry/a", "/en/encyclopedia/entry/b" })
        {
            var url = Assert.Single(urls, u => Of(u, "loc") == "https://localhost" + address);
            Assert.Equal("2026-11-23T10:00:00Z", Of(url, "lastmod"));
            Assert.Equal(["fr", "en"], url.Elements().Where(e => e.Name.LocalName == "link").Select(l => l.Attribute("hreflang")!.Value));
        }

        Assert.Contains(urls, u => Of(u, "loc") == "https://localhost/encyclopedie");
    }

    static readonly Uri OneLetter = new("/encyclopedie/fiches.json?q=a", UriKind.Relative);
    static readonly Uri French = new("/encyclopedie/donnees/encyclopedia.json", UriKind.Relative);
    static readonly Uri English = new("/en/encyclopedia/data/encyclopedia.json", UriKind.Relative);

    static async Task<(string Text, string? Tag)> File(SiteUnderTest site, Uri address)
    {
        using var answer = await site.Visit().Http.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer.Headers.ETag?.Tag);
    }

    static async Task Keep(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<ReadingLedger>().Keep(TestContext.Current.CancellationToken);
    }
}
