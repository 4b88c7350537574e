using System.Net;
using System.Text.Json;
using AngleSharp.Dom;

namespace Beffroi.Encyclopedia.Tests.Searching;

public sealed class ListEntriesTests
{
    static readonly Uri Suggested = new("/encyclopedie/fiches.json?q=d%C3%A9s", UriKind.Relative);

    [Fact]
    public async Task A_visitor_finds_an_entry_by_words_and_filters_without_a_script()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.PublishTen();
        var visitor = site.Visit();

        await visitor.Open("/encyclopedie/fiches");
        Assert.Contains("10 fiches", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Prévention (3)", visitor.Text, StringComparison.Ordinal);
        await visitor.Press("Rechercher une fiche", ("q", "étude"), ("type", "actor"));

        Assert.Contains("type=actor", visitor.Address, StringComparison.Ordinal);
        Assert.Equal(["Observatoire des médias"], Titles(visitor));
        Assert.Equal(["études"], visitor.Page.QuerySelectorAll("mark").Select(m => m.TextContent));
        Assert.Equal("/encyclopedie/fiches?q=%C3%A9tude", visitor.Page.QuerySelector(".chosen-filters .fr-tag")!.GetAttribute("href"), ignoreCase: true);
        await visitor.Follow("Tout montrer");
        Assert.Equal("/encyclopedie/fiches?q=%C3%A9tude", visitor.Address, ignoreCase: true);
    }

    [Fact]
    public async Task The_same_list_is_in_English_with_what_is_not_translated_marked()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.PublishTen();
        var visitor = site.Visit();

        await visitor.Open("/en/encyclopedia/entries?q=verification&phase=detection");

        Assert.Equal("Entries of the encyclopedia", visitor.Heading);
        Assert.Equal(["Image verification tools"], Titles(visitor));
        Assert.Contains(visitor.Page.QuerySelectorAll("a[href]"), a => string.Equals(a.GetAttribute("href"), "/encyclopedie/fiches?q=verification&phase=detection", StringComparison.Ordinal));
        await visitor.Open("/en/encyclopedia/entries?q=observatoire");
        Assert.Equal("fr", visitor.Page.QuerySelector(".entry-list a")!.GetAttribute("lang"));
        Assert.Contains("in French, not translated", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_search_says_so_and_nothing_found_says_what_to_do()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.PublishTen();
        var visitor = site.Visit();

        await visitor.Open("/encyclopedie/fiches?q=obsrvatoire");
        Assert.Contains("résultats pour observatoire", visitor.Text, StringComparison.Ordinal);
        await visitor.Open("/encyclopedie/fiches?q=xyzxyzxyz");
        Assert.Contains("Essayez d’autres mots", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_lists_have_pages_that_keep_the_words_and_the_filters()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Publish([.. Enumerable.Range(10, 45).Select(i => ($"fiche-{i}", GivenEntries.Content($"Fiche {i}", "Une fiche parmi d’autres.")))]);
        var visitor = site.Visit();

        await visitor.Open("/encyclopedie/fiches?q=fiche&type=practice&page=3");
        Assert.Equal(5, Titles(visitor).Count);
        Assert.Contains(visitor.Page.QuerySelectorAll(".fr-pagination a[href]"), a => string.Equals(a.GetAttribute("href"), "/encyclopedie/fiches?q=fiche&type=practice&page=2", StringComparison.Ordinal));
        // Past the end is the end; what an address says wrongly is left out.
        await visitor.Open("/encyclopedie/fiches?page=9999999999&phase=zzz&type=&criterion=9&written=de&review=x");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        await visitor.Open("/encyclopedie/fiches?page=50");
        Assert.Equal(5, Titles(visitor).Count);
    }

    [Fact]
    public async Task Titles_are_suggested_as_they_are_typed()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.PublishTen();

        var json = JsonDocument.Parse(await site.Visit().Http.GetStringAsync(Suggested, TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal(("Désinformation", "/encyclopedie/fiche/desinformation"), (json[0].GetProperty("title").GetString(), json[0].GetProperty("address").GetString()));
    }

    [Fact]
    public async Task Script_in_an_entry_or_in_the_words_typed_stays_text()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Publish(("script", GivenEntries.Content("<script>alert(1)</script>", "<img src=x onerror=alert(2)> résumé", "<b onclick=alert(3)>corps</b>")));
        var visitor = site.Visit();

        foreach (var address in new[] { "/encyclopedie/fiches?q=<script>alert(1)</script>", "/encyclopedie/fiches?q=alert", "/encyclopedie/changements" })
        {
            await visitor.Open(address);
            Assert.Empty(visitor.Page.QuerySelectorAll("main script, main img, main b"));
            Assert.Contains("<script>alert(1)</script>", visitor.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Changes_come_last_first_with_their_reasons()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Publish(("a", GivenEntries.Content("Ancienne", "Une fiche.")));
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.Publish(("b", GivenEntries.Content("Récente", "Une autre.").In(Beffroi.Kit.Lang.English, "Recent", "Another.")));
        var visitor = site.Visit();

        await visitor.Open("/encyclopedie/changements");
        Assert.Equal(["Récente", "Ancienne"], Titles(visitor));
        Assert.Contains("24 novembre 2026", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Première version", visitor.Text, StringComparison.Ordinal);
        await visitor.Open("/en/encyclopedia/changes");
        Assert.Equal(["Recent", "Ancienne"], Titles(visitor));
    }

    static List<string> Titles(Visitor visitor) => [.. visitor.Page.QuerySelectorAll(".entry-list a:not(.fr-link)").Select(a => a.TextContent.Trim())];
}
