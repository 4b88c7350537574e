using System.Net;
using AngleSharp.Dom;

namespace Beffroi.Eva.Tests.FollowUp;

public sealed class ListPeopleTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task People_are_found_by_a_part_of_the_name_or_by_code(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await site.SignIn(Crew.Hugo);

        Assert.Equal(["Colette"], Names(await hugo.Open("/eva/beneficiaires?q=colet")));
        Assert.Equal(["Colette"], Names(await hugo.Open("/eva/beneficiaires?q=ett")));
        Assert.Equal(["Colette"], Names(await hugo.Open("/eva/beneficiaires?q=clt-10003")));
        Assert.Empty(Names(await hugo.Open("/eva/beneficiaires?q=%25")));
        // Met by Rose alone, in a private campaign.
        Assert.Empty(Names(await hugo.Open("/eva/beneficiaires?q=Fabrice")));
        Assert.Equal(["Fabrice"], Names(await (await site.SignIn(Crew.Rose)).Open("/eva/beneficiaires?q=Fabrice")));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_list_is_narrowed_by_the_state_of_the_follow_up_and_by_who_is_responsible(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await site.SignIn(Crew.Hugo);
        await Follow(site, hugo, "Awa", "suivi_en_cours", Crew.Hugo);
        await Follow(site, hugo, "Bernard", "suivi_effectue", Crew.Rose);
        await Follow(site, hugo, "Colette", "suivi_en_cours", Crew.Rose);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await Follow(site, hugo, "Colette", "a_suivre", null);

        Assert.Equal(["Awa"], Names(await hugo.Open("/eva/beneficiaires?suivi=suivi_en_cours")));
        Assert.Equal(["Bernard"], Names(await hugo.Open("/eva/beneficiaires?suivi=suivi_effectue")));
        var waiting = Names(await hugo.Open("/eva/beneficiaires?suivi=a_suivre"));
        Assert.Contains("Colette", waiting);
        Assert.Contains("Dylan", waiting);
        Assert.DoesNotContain("Awa", waiting);
        Assert.Equal(["Awa"], Names(await hugo.Open("/eva/beneficiaires?par=moi")));
        Assert.Equal(["Bernard"], Names(await hugo.Open($"/eva/beneficiaires?par={site.IdOf(Crew.Rose)}")));
        Assert.DoesNotContain("Bernard", Names(await hugo.Open("/eva/beneficiaires?par=personne")));
        Assert.Empty(Names(await hugo.Open("/eva/beneficiaires?suivi=suivi_effectue&par=moi")));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Beyond_a_page_the_others_are_on_the_next_and_the_filter_goes_with_them(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        for (var i = 10; i < 37; i++)
        {
            await site.Measured($"Zoé {i}", new Mark(0, 1));
        }

        var hugo = await (await site.SignIn(Crew.Hugo)).Open("/eva/beneficiaires?q=Zoé");
        Assert.Equal(25, Names(hugo).Count);
        Assert.Contains("27 personnes", hugo.Text, StringComparison.Ordinal);
        await hugo.Open(hugo.Page.QuerySelectorAll("nav.fr-pagination a[href]").Select(a => a.GetAttribute("href")!).First(h => h.Contains("page=2", StringComparison.Ordinal)));

        Assert.Equal(["Zoé 35", "Zoé 36"], Names(hugo));
    }

    [Fact]
    public async Task A_menu_entry_leads_there_and_a_stranger_is_sent_to_sign_in()
    {
        await using var site = await SiteUnderTest.WithWorld();

        var hugo = await (await site.SignIn(Crew.Hugo)).Open("/");
        await hugo.Follow("Personnes accompagnées");

        Assert.Equal("Personnes accompagnées", hugo.Heading);
        Assert.StartsWith("/connexion", (await site.Visit().Open("/eva/beneficiaires")).Address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignIn(Crew.Pending)).Open("/eva/beneficiaires")).Status);
    }

    internal static async Task Follow(SiteUnderTest site, Visitor adviser, string person, string state, string? responsible)
    {
        await adviser.Open(site.PageOf(person));
        Assert.Equal(HttpStatusCode.OK, adviser.Status);
        await adviser.Press("Enregistrer le suivi", ("State", state), ("Responsible", responsible is null ? "" : site.IdOf(responsible).ToString()));
        Assert.Equal(HttpStatusCode.OK, adviser.Status);
    }

    static List<string> Names(Visitor list) => [.. list.Page.QuerySelectorAll("main tbody tr td:first-child").Select(c => c.TextContent.Trim())];
}
