using Beffroi.Encyclopedia.LinkHealth;
using Beffroi.Encyclopedia.Tests.Searching;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Tests.Freshness;

using ReadingPages;

public sealed class LinksOfTextsTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Addresses_inside_the_texts_are_asked_for_and_marked_where_they_no_longer_answer(DbEngine engine)
    {
        await using var outside = await Outside.Start();
        await using var site = await SiteUnderTest.Empty(engine);
        var body = $"Voir [la page]({outside.Address}/gone), <{outside.Address}/ok> et {outside.Address}/no-head mais pas `{outside.Address}/code` ni [[autre]].";
        var content = GivenEntries.Content("Fiche", "Résumé.", body).In(Lang.English, "Entry", "Summary.", $"See {outside.Address}/moved");
        await GivenEntries.Publish(site, ("liens", content));

        Assert.Equal(4, await outside.Check(site));

        var health = site.ReadEncyclopedia(db => db.UrlHealth.ToDictionary(h => new Uri(h.Url).AbsolutePath, h => h.State(), StringComparer.Ordinal));
        Assert.Equal([("/gone", LinkState.Failing), ("/moved", LinkState.Alive), ("/no-head", LinkState.Alive), ("/ok", LinkState.Alive)], health.Select(h => (h.Key, h.Value)).OrderBy(h => h.Key, StringComparer.Ordinal));
        var page = await site.Visit().Open("/encyclopedie/fiche/liens");
        Assert.Contains("la page (ne répond plus depuis le 23 novembre 2026 ; copie archivée)", page.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal($"https://web.archive.org/web/20261123/{outside.Address}/gone", page.Page.QuerySelectorAll(".entry-body a").Single(a => a.TextContent is "copie archivée").GetAttribute("href"));
        Assert.Contains("/gone", (await page.Open("/encyclopedie/fraicheur")).Page.QuerySelector("th code")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Addresses_of_texts_published_before_they_were_looked_for_are_found(DbEngine engine)
    {
        await using var outside = await Outside.Start();
        await using var site = await SiteUnderTest.Empty(engine);
        await GivenEntries.Publish(site, ("liens", GivenEntries.Content("Fiche", "Résumé.", $"Voir {outside.Address}/ok")));
        await site.Write<EncyclopediaDb>(db => db.RemoveRange(db.Urls));

        Assert.Equal(1, await outside.Check(site));

        Assert.Equal(outside.Address + "/ok", Assert.Single(site.ReadEncyclopedia(db => db.Urls.Select(u => u.Url).ToList())));
    }

    [Fact]
    public async Task The_site_of_a_tool_says_how_it_stands_as_its_sources_do()
    {
        await using var outside = await Outside.Start();
        await using var site = await SiteUnderTest.Empty();
        await GivenEntries.Publish(site, ("vif", GivenEntries.Content("Vif", "Outil.", type: EntryType.Tool) with { Website = outside.Address + "/ok" }), ("mort", GivenEntries.Content("Mort", "Outil.", type: EntryType.Tool) with { Website = outside.Address + "/gone" }));
        await outside.Check(site);

        var page = await site.Visit().Open("/encyclopedie/fiche/vif");
        Assert.Contains("/ok, vérifié le 23 novembre 2026", page.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        await page.Open("/en/encyclopedia/entry/mort");
        Assert.Contains("No answer since 23 November 2026", page.Page.QuerySelector("dl.facts .fr-badge")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector($"dl.facts a[href='https://web.archive.org/web/20261123/{outside.Address}/gone']"));
    }

    [Fact]
    public async Task What_no_longer_answers_is_listed_page_after_page()
    {
        await using var site = await SiteUnderTest.Empty();
        var urls = Enumerable.Range(100, 60).Select(i => $"https://site.example/{i}").ToArray();
        await GivenEntries.Publish(site, ("liens", LinkCheckTests.WithUrls(urls)));
        await site.Write<EncyclopediaDb>(db => db.AddRange(urls.Select(url => new UrlHealth { Url = url, CheckedAt = SiteUnderTest.Start, FailsSince = SiteUnderTest.Start, FailuresInARow = 3, Status = 404 })));

        var page = await site.Visit().Open("/encyclopedie/fraicheur");
        var first = page.Page.QuerySelectorAll("th code").Select(c => c.TextContent).ToList();
        await page.Open(page.Page.QuerySelector("nav[aria-label*='adresses'] a[href$='broken=2']")!.GetAttribute("href")!);
        var second = page.Page.QuerySelectorAll("th code").Select(c => c.TextContent).ToList();

        Assert.Equal((50, 10), (first.Count, second.Count));
        Assert.Equal(urls, first.Concat(second));
        Assert.Contains("dont 60 en panne", page.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }
}
