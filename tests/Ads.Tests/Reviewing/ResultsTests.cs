using System.Globalization;
using Beffroi.Ads.Law;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Tests.Reviewing;

/// <summary>What all answers say together, and what is never said of few people.</summary>
public sealed class ResultsTests
{
    // Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section C: nominal data, several observers, values missing: 0.743.
    [Fact]
    public void Agreement_is_that_of_the_published_example()
    {
        // Units 1 to 12, values 1 to 5, as they are told there; the twelfth has one value.
        string[] units = ["1:3", "2:3;3:1", "3:4", "3:4", "2:4", "1:1;2:1;3:1;4:1", "4:4", "1:3;2:1", "2:4", "5:3", "1:2", "3:1"];
        var names = Enum.GetNames<Purpose>();
        var counts = units.Select(u => string.Join(';', u.Split(';').Select(p => names[int.Parse(p[..1], CultureInfo.InvariantCulture) - 1] + p[1..]))).ToList();
        Assert.Equal(0.743, KeptResults.Alpha(Question.Purpose, counts)!.Value, 3);
        Assert.Null(KeptResults.Alpha(Question.Political, []));
        Assert.Null(KeptResults.Alpha(Question.Political, ["Yes:1", "No:1"]));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Pages_count_answers_by_kind_and_by_week_and_name_sponsors_in_alphabetical_order_from_five_people_on(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Ad("Zèbre et fils", "Un.", GroupState.Settled, "Yes:20", "PartyOrCandidate:20");
        await site.Ad("Atelier du Port", "Deux.", GroupState.Settled, "No:5", "Commercial:5", at: SiteUnderTest.Start.AddDays(-7));
        await site.Ad("Quatre seulement", "Trois.", GroupState.Disputed, "No:2;Yes:2", at: SiteUnderTest.Start.AddDays(-14));
        await site.Ad("Témoin", "Quatre.", GroupState.Gold, "No:9");
        var stranger = site.Visit();
        await stranger.Open("/annonces/resultats");

        Assert.Equal(["Atelier du Port", "Zèbre et fils"], stranger.Page.QuerySelectorAll("main a[href*='/annonceur/']").Select(a => a.TextContent));
        Assert.Equal(["moins de 5 personnes", "5", "20"], Cells(stranger, "semaines-table"));
        Assert.Equal(["1", "1", "0"], Cells(stranger, "question-Political-table"));
        Assert.Equal(["2", "1", "1", "0"], Cells(stranger, "etats-table"));
        Assert.Contains("Ce n’est pas un sondage", stranger.Text, StringComparison.Ordinal);
        Assert.Contains("alpha de Krippendorff", stranger.Text, StringComparison.Ordinal);
        Assert.All(stranger.Page.QuerySelectorAll("figure.ad-chart"), chart => Assert.Equal("DETAILS", chart.NextElementSibling!.TagName));
        Assert.All(stranger.Page.QuerySelectorAll("svg[role=img]"), svg => Assert.NotEmpty(svg.GetAttribute("aria-label")!));
    }

    [Fact]
    public async Task The_list_is_filtered_turned_and_never_ranks()
    {
        await using var site = await SiteUnderTest.WithWorld();
        for (var i = 0; i < 32; i++)
        {
            await site.Ad(Given.Shop, $"Annonce {i:d2}", GroupState.Open, at: SiteUnderTest.Start.AddMinutes(i));
        }

        var campaign = await site.Campaign();
        var stranger = site.Visit();
        await stranger.Open("/annonces/toutes");
        Assert.Equal(30, stranger.Page.QuerySelectorAll(".ad-list > li").Length);
        await stranger.Open("/annonces/toutes?page=2");
        Assert.Equal(3, stranger.Page.QuerySelectorAll(".ad-list > li").Length);
        await stranger.Open("/annonces/toutes?purpose=PartyOrCandidate");
        Assert.Equal($"/annonces/annonce/{campaign}", stranger.Page.QuerySelector(".ad-list a")!.GetAttribute("href"));
        await stranger.Open("/en/ads/all?q=annonce+1");
        Assert.Equal(10, stranger.Page.QuerySelectorAll(".ad-list > li").Length);
        await stranger.Open("/annonces/toutes?q=%25&state=Gold&purpose=nothing&page=99999");
        Assert.Equal(System.Net.HttpStatusCode.OK, stranger.Status);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Words_are_found_without_their_accents_nor_their_capitals(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var ad = await site.Ad(Given.Shop, "ÉLECTION du délégué : tous à l’école.", GroupState.Open);
        foreach (var words in new[] { "%C3%A9lection", "election+DU+D%C3%89L", "MARTIN+pecheur", "elec%00tion" })
        {
            Assert.Contains(ad.ToString(), await site.Visit().Body("/annonces/toutes?q=" + words), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_record_of_the_library_of_Meta_is_quoted_and_not_listed()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var text = string.Concat(Enumerable.Repeat("Camille Delorme a un projet. ", 20)) + "QUEUEDUTEXTE";
        var (quoted, whole) = (await site.Ad(Given.Party, text, GroupState.Open), await site.Ad(Given.Shop, text, GroupState.Open, source: AdSource.OwnFormat));
        var page = await site.Visit().Body(Given.Page(quoted));
        Assert.DoesNotContain("QUEUEDUTEXTE", page, StringComparison.Ordinal);
        Assert.DoesNotContain("99", await Facts(site, quoted), StringComparison.Ordinal);
        Assert.Contains("noindex", page, StringComparison.Ordinal);
        Assert.Contains("facebook.com/ads/library", page, StringComparison.Ordinal);
        var other = await site.Visit().Body(Given.Page(whole));
        Assert.Contains("QUEUEDUTEXTE", other, StringComparison.Ordinal);
        Assert.DoesNotContain("noindex", other, StringComparison.Ordinal);
        var map = await site.Visit().Body("/sitemap.xml");
        Assert.DoesNotContain(quoted.ToString(), map, StringComparison.Ordinal);
        Assert.Contains(whole.ToString(), map, StringComparison.Ordinal);
    }

    static async Task<string> Facts(SiteUnderTest site, Guid ad) => (await site.Visit().Open(Given.Page(ad))).Page.QuerySelector(".ad-facts")!.TextContent;

    [Fact]
    public async Task Figures_kept_from_before_a_vote_are_not_served_during_it()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Campaign(answers: 12);
        var freeze = PublicationFreeze.Of(LawBook.Load(), "FR").First(f => f.From > SiteUnderTest.Start && f.Elections.Any(e => e.Kind == "presidential"));
        site.Clock.SetUtcNow(freeze.From.AddSeconds(-1));
        Assert.Contains("annonces_reponses", await site.Visit().Body("/stats.json"), StringComparison.Ordinal);
        site.Clock.SetUtcNow(freeze.From);
        Assert.DoesNotContain("annonces_reponses", await site.Visit().Body("/stats.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_readings_are_compared_once()
    {
        using var kept = new Beffroi.Ads.Watching.KeptComparisons();
        var (before, after, made) = (Guid.NewGuid(), Guid.NewGuid(), 0);
        Task<Beffroi.Ads.Dumps.DumpComparison> Make()
        {
            made++;
            return Beffroi.Ads.Dumps.DumpComparison.Of(AsyncEnumerable.Empty<Beffroi.Ads.Dumps.DumpFact>(), AsyncEnumerable.Empty<Beffroi.Ads.Dumps.DumpFact>(), TestContext.Current.CancellationToken);
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => kept.Of("a", before, after, Make, TestContext.Current.CancellationToken)));
        Assert.Equal(1, made);
        await kept.Of("b", before, after, Make, TestContext.Current.CancellationToken);
        Assert.Equal(2, made);
    }

    [Fact]
    public async Task Rules_and_method_are_told_in_both_languages_with_dates_and_sources()
    {
        await using var site = await SiteUnderTest.Empty();
        var stranger = site.Visit();
        await stranger.Open("/annonces/regles");
        var book = LawBook.Load();
        Assert.All(book.Jurisdictions.SelectMany(j => j.Rules), rule => Assert.Contains(Visitor.Flat(rule.Title.In("fr")), stranger.Text, StringComparison.Ordinal));
        Assert.Contains("18 avril 2027", stranger.Text, StringComparison.Ordinal);
        // Six months before the first day of April 2027 (see the vectors of the law's own tests).
        Assert.Contains("du 1er octobre 2026", stranger.Text, StringComparison.Ordinal);
        Assert.Contains("pas encore officielles", stranger.Text, StringComparison.Ordinal);
        Assert.All(stranger.Page.QuerySelectorAll("main a[rel~=external]"), a => Assert.StartsWith("https://", a.GetAttribute("href"), StringComparison.Ordinal));
        await stranger.Open("/en/ads/rules");
        Assert.Contains("1 October 2026", stranger.Text, StringComparison.Ordinal);
        await stranger.Open("/annonces/methode");
        Assert.Contains("Ce n’est pas un sondage", stranger.Text, StringComparison.Ordinal);
        Assert.Contains("7 jours", stranger.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        await stranger.Open("/en/ads/method");
        Assert.Contains("It is not a survey", stranger.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_map_and_the_figures_of_the_site_know_the_ads()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Campaign(answers: 12);
        var ad = await site.Ad(Given.Shop, "Un vélo.", GroupState.Open, source: AdSource.OwnFormat);
        Assert.Contains($"/annonces/annonce/{ad}", await site.Visit().Body("/sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("annonces_reponses", await site.Visit().Body("/stats.json"), StringComparison.Ordinal);
    }

    static IEnumerable<string> Cells(Visitor visitor, string table) => visitor.Page.QuerySelectorAll($"#{table} tbody td.figure").Select(c => Visitor.Flat(c.TextContent));
}
