using System.Net;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Tests.Contributing;

public sealed class HistoryTests
{
    /// <summary>Nobody could tell which holds which, and no file of them could come in again.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task What_would_make_entries_parts_of_one_another_in_a_circle_is_refused(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Published(Samples.Practice with { Links = [new("au-milieu", Relation.PartOf)] });
        await site.Published(Samples.Practice with { Links = [] }, "au-milieu");
        await site.Published(Samples.Practice with { Links = [] }, "en-haut");
        await site.Changed(Samples.Practice with { Links = [] });
        await site.Changed(Samples.Practice with { Links = [new("en-haut", Relation.PartOf)] }, "au-milieu");
        await site.Changed(Samples.Practice with { Links = [new(Given.Key, Relation.PartOf)] }, "en-haut");
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open($"/encyclopedie/fiche/{Given.Key}/version/1");
        await camille.Press("Rétablir cette version");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Contains($"en rond : {Given.Key} → au-milieu → en-haut → {Given.Key}", camille.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Empty(site.Now().Links);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Any_two_versions_are_compared_by_anybody_and_any_is_restored_by_a_reviewer(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Published();
        await site.Changed(Samples.Practice.With(Lang.French, "how", "Avec trois outils au moins."));
        await site.Changed(Samples.Practice.With(Lang.French, "how", "Avec quatre outils au moins."));
        var stranger = site.Visit();

        await stranger.Open("/encyclopedie/fiche/garder-une-preuve/historique");
        Assert.Equal(3, stranger.Page.QuerySelectorAll("#versions tbody tr").Length);
        await stranger.Press("Comparer", ("from", "1"), ("to", "3"));
        Assert.Contains("quatre", Assert.Single(stranger.Page.QuerySelectorAll("ins")).TextContent, StringComparison.Ordinal);
        await stranger.Open("/en/encyclopedia/entry/garder-une-preuve/version/1");
        Assert.Contains("Avec deux outils au moins.", stranger.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(stranger.Page.QuerySelectorAll("button"), b => b.TextContent.Contains("Restore", StringComparison.Ordinal));

        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open("/encyclopedie/fiche/garder-une-preuve/version/1");
        await camille.Press("Rétablir cette version");
        Assert.Equal((4, Samples.Practice.Json()), (site.Versions(), site.Now().Json()));
    }

    [Theory]
    [InlineData("/encyclopedie/fiche/garder-une-preuve/version/9")]
    [InlineData("/encyclopedie/fiche/garder-une-preuve/comparer?from=0&to=9")]
    [InlineData("/encyclopedie/fiche/inconnue/historique")]
    [InlineData("/encyclopedie/fiche/inconnue/discussion")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();

        Assert.Equal(HttpStatusCode.NotFound, (await site.Visit().Open(address)).Status);
    }

    [Fact]
    public async Task Members_are_named_to_members_only()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        await (await site.SignIn(Crew.Rose)).Proposing(site, "texts.fr.fields.how", "Avec trois outils au moins.");
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open($"/encyclopedie/proposition/{site.LastProposal()}");
        await camille.Press("Accepter ce qui est coché", Given.Checked);

        Assert.DoesNotContain(Crew.Rose, (await site.Visit().Open("/encyclopedie/fiche/garder-une-preuve/historique")).Text, StringComparison.Ordinal);
        Assert.Contains(Crew.Rose, (await camille.Open("/encyclopedie/fiche/garder-une-preuve/historique")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_is_restored_over_what_the_reviewer_saw_only()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        await site.Changed(Samples.Practice.With(Lang.French, "how", "Avec trois outils au moins."));
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open("/encyclopedie/fiche/garder-une-preuve/version/1");
        await site.Changed(Samples.Practice.With(Lang.French, "how", "Avec quatre outils au moins."));

        await camille.Press("Rétablir cette version");
        Assert.Equal((HttpStatusCode.Conflict, 3), (camille.Status, site.Versions()));
        Assert.Contains("a changé depuis", camille.Text, StringComparison.Ordinal);
        await camille.Press("Rétablir cette version");

        Assert.Equal(4, site.Versions());
    }

    [Fact]
    public async Task A_version_that_may_not_be_published_any_more_is_not_restored()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published(Samples.Practice with { Sources = [new() { Title = "Un guide", Url = "javascript:alert(1)" }] });
        await site.Changed(Samples.Practice);
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open("/encyclopedie/fiche/garder-une-preuve/version/1");

        await camille.Press("Rétablir cette version");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 2), (camille.Status, site.Versions()));
    }

    [Fact]
    public async Task Those_who_look_after_an_entry_find_the_way_from_its_page_and_others_do_not()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        foreach (var (visitor, way) in new[] { (await site.SignIn(Crew.Superadmin), true), (await site.SignIn(Crew.Rose), false), (site.Visit(), false) })
        {
            await visitor.Open("/encyclopedie/fiche/garder-une-preuve");
            Assert.Equal(way, visitor.Page.QuerySelector("a[href='/encyclopedie/fiche/garder-une-preuve/entretien']") is not null);
        }
    }
}
