using System.Net;
using Beffroi.Testing;

namespace Beffroi.Accounts.Tests.Newsroom;

public sealed class NewsroomTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task News_are_read_once_published_and_what_is_typed_makes_no_code(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var superadmin = await site.SignIn(Crew.Superadmin);
        await superadmin.Open("/admin/actualites/nouvelle");
        await superadmin.Press("Enregistrer", ("Kind", "Evolution"), ("Title", "Deux <jeux> de plus"), ("Day", "2026-11-20"),
            ("Text", "Bonjour **à tous**.\n\n- un <script>alert(1)</script>\n- [deux](/aide)\n\n[piège](javascript:alert(1)) et [autre](//ailleurs.fr)"));
        var hugo = await site.SignIn(Crew.Hugo);
        Assert.DoesNotContain("jeux", (await hugo.Open("/actualites")).Text, StringComparison.Ordinal);

        await superadmin.Follow("Deux <jeux> de plus");
        await superadmin.Press("Enregistrer", ("Published", "true"));
        await hugo.Open("/actualites");
        Assert.Equal("Deux <jeux> de plus", hugo.Page.QuerySelector("main h2")!.TextContent);
        Assert.Equal("à tous", hugo.Page.QuerySelector("main strong")!.TextContent);
        Assert.Equal(["un <script>alert(1)</script>", "deux"], hugo.Page.QuerySelectorAll(".fr-prose li").Select(l => l.TextContent));
        Assert.Equal(["/aide"], hugo.Page.QuerySelectorAll(".fr-prose a").Select(a => a.GetAttribute("href")));
        Assert.Contains("20 novembre 2026", hugo.Text, StringComparison.Ordinal);

        await superadmin.Follow("Deux <jeux> de plus");
        await superadmin.Press("Supprimer");
        Assert.Contains("Aucune actualité", (await hugo.Open("/actualites")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_accepted_reads_no_news_and_nobody_else_writes_any()
    {
        await using var site = await SiteUnderTest.WithWorld();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignIn(Crew.Pending)).Open("/actualites")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignIn(Crew.Admin)).Open("/admin/actualites")).Status);
    }

    [Fact]
    public async Task A_source_of_help_is_seen_by_those_who_accompany_and_not_by_strangers()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var superadmin = await site.SignIn(Crew.Superadmin);
        await superadmin.Open("/admin/aide/nouvelle");
        await superadmin.Press("Enregistrer", ("Topic", "Presenter"), ("Kind", "Video"), ("Title", "Présenter Eva"), ("Address", "javascript:alert(1)"));
        Assert.Contains("https://", Assert.Single(superadmin.Mistakes), StringComparison.Ordinal);
        await superadmin.Press("Enregistrer", ("Address", "https://exemple.fr/video"));

        var hugo = await (await site.SignIn(Crew.Hugo)).Open("/aide");
        Assert.Equal("https://exemple.fr/video", hugo.Page.QuerySelectorAll("main a").Single(a => a.TextContent == "Présenter Eva").GetAttribute("href"));
        Assert.DoesNotContain("Présenter Eva", (await site.Visit().Open("/aide")).Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_banner_is_on_each_page_of_those_signed_in_from_its_first_day_to_its_last_in_Paris(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var superadmin = await site.SignIn(Crew.Superadmin);
        await superadmin.Open("/admin/bandeau");
        await superadmin.Press("Annoncer", ("Text", "Coupure <samedi>"), ("First", "2026-11-24"), ("Last", "2026-11-24"));

        foreach (var (hours, shown) in new[] { (12.9, false), (0.1, true), (23.9, true), (0.1, false) })
        {
            // From 10:00 UTC on the 23rd: Paris's midnight is at 23:00 UTC.
            site.Clock.Advance(TimeSpan.FromHours(hours));
            var hugo = await site.SignIn(Crew.Hugo);
            foreach (var page in new[] { "/", "/compte", "/eva/campagnes" })
            {
                await hugo.Open(page);
                Assert.Equal(shown, hugo.Page.QuerySelectorAll(".fr-notice__title").Any(n => n.TextContent == "Coupure <samedi>"));
            }

            Assert.DoesNotContain("Coupure", (await site.Visit().Open("/")).Page.DocumentElement.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_banner_is_taken_back_and_does_not_end_before_it_begins()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var superadmin = await site.SignIn(Crew.Superadmin);
        await superadmin.Open("/admin/bandeau");
        await superadmin.Press("Annoncer", ("Text", "Coupure"), ("First", "2026-11-23"), ("Last", "2026-11-22"));
        Assert.Single(superadmin.Mistakes);
        await superadmin.Press("Annoncer", ("Last", "2026-11-23"));
        Assert.NotNull((await superadmin.Open("/compte")).Page.QuerySelector("[aria-label=Annonce]"));
        await superadmin.Open("/admin/actualites");
        await superadmin.Press("Retirer");
        Assert.Null(superadmin.Page.QuerySelector("[aria-label=Annonce]"));
    }
}
