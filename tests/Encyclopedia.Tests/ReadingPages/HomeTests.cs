using System.Net;
using AngleSharp.Dom;
using Beffroi.Kit;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Encyclopedia.Tests.ReadingPages;

public sealed class HomeTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task The_grid_counts_the_entries_of_each_phase_and_type_and_leads_to_them(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.Publish(
            ("a", Given.Entry(EntryType.Tool, "A")),
            ("b", Given.Entry(EntryType.Tool, "B") with { Phases = [Phase.Detection, Phase.Prevention] }),
            ("c", Given.Entry(EntryType.Case, "C", phase: Phase.Attribution)),
            ("d", Given.Entry(EntryType.Rule, "D", phase: Phase.Reaction)),
            ("e", Given.Entry(EntryType.Definition, "E")));

        var page = await site.Visit().Open("/encyclopedie");

        Assert.Equal(["Phase", "Cas", "Pratiques", "Outils", "Acteurs"], page.Page.QuerySelectorAll("#grille thead th").Select(h => h.TextContent));
        var rows = page.Page.QuerySelectorAll("#grille tbody tr").Select(r => r.QuerySelector("th a")!.TextContent + " " + string.Join(' ', r.QuerySelectorAll("td").Select(d => d.TextContent.Trim()))).ToList();
        Assert.Equal(["Détection 0 0 2 0", "Qualification 0 0 0 0", "Réaction 0 0 0 0", "Attribution 1 0 0 0", "Recherche 0 0 0 0", "Prévention 0 0 1 0"], rows);
        Assert.Equal("Détection\u00A0: 2 outils", page.Page.QuerySelector("#grille a[href='/encyclopedie/phase/detection#tool']")!.GetAttribute("aria-label"));
        Assert.Contains("1 règle de droit", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 définition", page.Text, StringComparison.Ordinal);
        Assert.Contains("Toutes les fiches (5)", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/encyclopedie", "Encyclopédie des manipulations de l’information")]
    [InlineData("/en/encyclopedia", "Encyclopedia of information manipulation")]
    public async Task An_encyclopedia_that_holds_nothing_yet_opens(string address, string title)
    {
        await using var site = await SiteUnderTest.Empty();

        var page = await site.Visit().Open(address);

        Assert.Equal((HttpStatusCode.OK, title), (page.Status, page.Heading));
        Assert.Equal("page", page.Page.QuerySelector($"nav.fr-nav a[href='{address}']")!.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task The_home_pages_of_the_site_lead_to_it_in_their_language()
    {
        await using var site = await SiteUnderTest.Empty();

        Assert.NotNull((await site.Visit().Open("/")).Page.QuerySelector("main .fr-card a[href='/encyclopedie']"));
        Assert.NotNull((await site.Visit().Open("/en")).Page.QuerySelector("main .fr-card a[href='/en/encyclopedia']"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task In_a_phase_practices_come_in_the_order_of_what_is_known_of_them_with_how_many(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.Publish(
            ("inconnue", Given.Entry(EntryType.Practice, "Inconnue")),
            ("eprouvee", Given.Entry(EntryType.Practice, "Éprouvée") with { Reliability = [Given.Note(Grade.Strong)] }),
            ("refutee", Given.Entry(EntryType.Practice, "Réfutée") with { Reliability = [Given.Note(Grade.Refuted)] }),
            ("jouee", Given.Entry(EntryType.Practice, "Jouée")),
            ("ratee", Given.Entry(EntryType.Practice, "Ratée") with { Steps = [Given.Step("a", "A", tools: "marteau")] }),
            ("marteau", Given.Entry(EntryType.Tool, "Marteau")),
            ("ailleurs", Given.Entry(EntryType.Practice, "Ailleurs", phase: Phase.Research)));
        await site.Write<EncyclopediaDb>(db =>
        {
            for (var i = 0; i < 3; i++)
            {
                db.Use("jouee", UseOutcome.Worked);
                db.Use("jouee", UseOutcome.Abandoned);
            }

            db.Use("ratee", UseOutcome.Failed);
        });

        var page = await site.Visit().Open("/encyclopedie/phase/detection");

        // (2 + 3) / 7, (2 + 3) / 7 with grade, 1/2, 2/5, 2/7: the two first by title.
        Assert.Equal(["Éprouvée", "Jouée", "Inconnue", "Ratée", "Réfutée"], Titles(page, "practice"));
        Assert.Equal(["Marteau"], Titles(page, "tool"));
        var notes = page.Page.QuerySelectorAll("#practice ~ ol .fr-hint-text").Select(p => p.TextContent).ToList();
        Assert.Equal(["1 évaluation (très bonne)", "3 usages terminés (3 réussis, 0 en partie)", "Ni évaluation ni usage connu (n = 0)", "1 usage terminé (0 réussi, 0 en partie)", "1 évaluation (réfutée)"], notes);
    }

    static IEnumerable<string> Titles(Visitor page, string type) => page.Page.GetElementById(type)!.ParentElement!.QuerySelectorAll("li > a").Select(a => a.TextContent);

    [Theory]
    [InlineData("/encyclopedie/phase/Detection")]
    [InlineData("/encyclopedie/phase/12")]
    [InlineData("/en/encyclopedia/phase/x%20")]
    public async Task There_is_no_other_phase(string address)
    {
        await using var site = await SiteUnderTest.Empty();

        Assert.Equal(HttpStatusCode.NotFound, (await site.Visit().Open(address)).Status);
    }

    [Fact]
    public void Evidence_draws_to_the_middle_while_little_is_known()
    {
        Assert.Equal(0.5, Evidence.None.Score, 12);
        Assert.Equal((2 + 1.0) / 5, new Evidence { Worked = 1 }.Score, 12);
        Assert.Equal((2 + 0.5) / 5, new Evidence { Partly = 1 }.Score, 12);
        Assert.Equal(2.0 / 5, new Evidence { Failed = 1 }.Score, 12);
        Assert.Equal(0.5, new Evidence { Abandoned = 9, Running = 9 }.Score, 12);
        Assert.Equal((2 + 3 * 0.75 + 3 * 0.25) / 10, new Evidence { Grades = [Grade.Good, Grade.Weak] }.Score, 12);
        Assert.True(new Evidence { Worked = 100 }.Score > 0.97);
    }

    [Fact]
    public async Task Links_to_entries_that_do_not_exist_are_listed_with_who_asks_for_them()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Publish(("a", Given.Entry(EntryType.Practice, "A", fields: [("what", "Voir [[promise]] et [[b]].")])), ("b", Given.Entry(EntryType.Practice, "B") with { Links = [new("promise"), new("a")] }));

        var page = await site.Visit().Open("/encyclopedie/fiches-a-ecrire");

        Assert.Equal(["promise"], page.Page.QuerySelectorAll("main dt").Select(d => d.TextContent.Trim()));
        Assert.Equal(["A", "B"], page.Page.QuerySelectorAll("main dd a").Select(a => a.TextContent).Order(StringComparer.Ordinal));
        await site.Publish(("promise", Given.Entry(EntryType.Definition, "Promise")));
        Assert.Contains("Chaque lien mène à une fiche qui existe.", (await site.Visit().Open("/encyclopedie/fiches-a-ecrire")).Text, StringComparison.Ordinal);
    }
}
