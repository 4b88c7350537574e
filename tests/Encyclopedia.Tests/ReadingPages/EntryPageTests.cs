using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Beffroi.Kit;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Encyclopedia.Tests.ReadingPages;

public sealed class EntryPageTests
{
    static EntryContent Practice => Given.Entry(EntryType.Practice, "Archiver une preuve", phase: Phase.Qualification, fields: [("what", "Garder une **copie** datée. Voir [[coffre]]."), ("whatFor", "Prouver."), ("how", "Avec soin.")]) with
    {
        Links = [new("coffre", Relation.Uses), new("absente")],
        Criteria = [new() { Criterion = Criterion.Artificial, Why = new() { Fr = "Elle garde les traces.", En = "It keeps traces." } }],
        Steps = [Given.Step("capturer", "Capturer la page", ProcessRole.Watcher, 4, blocking: true, "coffre"), Given.Step("sceller", "Sceller la copie", due: 72)],
        Reliability = [Given.Note(Grade.Good)],
    };

    [Theory, ClassData(typeof(Engines))]
    public async Task An_entry_shows_all_that_it_says_and_all_that_leads_to_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.Publish(("archiver", Practice), ("coffre", Given.Entry(EntryType.Tool, "Coffre")), ("une-affaire", Given.Entry(EntryType.Case, "Une affaire") with { Links = [new("archiver", Relation.Shows)] }));

        var page = await site.Visit().Open("/encyclopedie/fiche/archiver");

        Assert.Equal((HttpStatusCode.OK, "Archiver une preuve"), (page.Status, page.Heading));
        Assert.Equal(["what", "whatFor", "how", "steps", "criteria", "reliability", "sources", "links", "backlinks", "about"], page.Page.QuerySelectorAll("main h2").Select(h => h.Id!));
        Assert.Equal("copie", page.Page.QuerySelector(".entry-body strong")!.TextContent);
        foreach (var words in new[] { "Qualification", "Capturer la page", "Veille", "4 heures après le début", "3 jours après le début", "Rien de ce qui suit ne commence avant.", "Elle garde les traces.", "Bonne", "Une source", "lu le 1er novembre 2026", "Utilise", "absente", "Cas (1)", "Relue le", "1er novembre 2026" })
        {
            Assert.Contains(words, page.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        }

        Assert.Equal("https://localhost/encyclopedie/fiche/archiver/version/1", page.Page.QuerySelector(".facts code")!.TextContent);
        Assert.Equal(3, page.Page.QuerySelectorAll("main a[href='/encyclopedie/fiche/coffre']").Length);
        Assert.NotNull(page.Page.QuerySelector("main a[href='/encyclopedie/fiche/une-affaire']"));
        Assert.Null(page.Page.QuerySelector("main a[href$='absente']"));
        // Offered by its script only.
        Assert.True(page.Page.QuerySelector("button[data-print]")!.HasAttribute("hidden"));
        Assert.NotNull(page.Page.QuerySelector("script[type=module][src*='/print']"));
        Assert.Equal("external noopener noreferrer", page.Page.QuerySelector(".entry-sources a")!.GetAttribute("rel"));
    }

    [Fact]
    public async Task An_entry_that_many_name_shows_the_first_fifty_and_how_many()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Publish([("citee", Given.Entry(EntryType.Tool, "Citée")), .. Enumerable.Range(100, 60).Select(i => ($"e-{i}", Given.Entry(EntryType.Practice, $"Fiche {i}") with { Links = [new("citee")] }))]);

        var page = await site.Visit().Open("/encyclopedie/fiche/citee");

        Assert.Equal(50, page.Page.QuerySelectorAll("a[href^='/encyclopedie/fiche/e-']").Length);
        Assert.Contains("Les 50 premières par titre, sur 60.", page.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        await page.Open("/encyclopedie/phase/detection");
        Assert.Equal(50, page.Page.QuerySelectorAll("a[href^='/encyclopedie/fiche/e-']").Length);
        Assert.NotNull(page.Page.QuerySelector("a[href='/encyclopedie/fiches?phase=detection&type=practice']"));
    }

    [Fact]
    public async Task What_to_do_next_stands_before_the_text()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Publish(("archiver", Practice));

        var page = await site.Visit().Open("/encyclopedie/fiche/archiver");

        var doors = page.Page.QuerySelector(".entry-doors")!;
        Assert.Contains("fr-text--lead", doors.PreviousElementSibling!.ClassName, StringComparison.Ordinal);
        Assert.Equal(["Proposer un changement", "Discussion", "Toutes les versions", "Citer"], doors.QuerySelectorAll("a").Select(a => a.TextContent.Trim()));
        Assert.Contains("Relue le 1er novembre 2026", doors.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_English_the_same_entry_speaks_English_and_the_switch_leads_back()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Publish(("archiver", Practice));
        var page = await site.Visit().Open("/encyclopedie/fiche/archiver");

        await page.Follow("English");

        Assert.Equal(("/en/encyclopedia/entry/archiver", "Archiver une preuve (en)", "en"), (page.Address, page.Heading, page.Page.DocumentElement.GetAttribute("lang")));
        foreach (var words in new[] { "Practice", "Capturer la page (en)", "Watcher", "4 hours after the start", "It keeps traces.", "Good", "Reviewed on", "1 November 2026", "Propose a change" })
        {
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotMatch("Relue|Proposer|Étapes|Fiabilité", page.Page.Body!.TextContent);
        await page.Follow("Français");
        Assert.Equal("/encyclopedie/fiche/archiver", page.Address);
    }

    [Fact]
    public async Task An_entry_that_is_not_translated_is_shown_in_its_own_language_and_says_so()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Publish(("seule", Given.Entry(EntryType.Definition, "Seule", english: null, fields: [("text", "En français.")])));

        var page = await site.Visit().Open("/en/encyclopedia/entry/seule");

        Assert.Equal((HttpStatusCode.OK, "Seule"), (page.Status, page.Heading));
        Assert.Contains("not translated yet", page.Text, StringComparison.Ordinal);
        Assert.Equal("fr", page.Page.QuerySelector("h1")!.GetAttribute("lang"));
        // What people wrote is marked, the labels around it are not.
        Assert.Equal("en", page.Page.QuerySelector(".entry-body")!.GetAttribute("lang"));
        Assert.Equal("fr", page.Page.QuerySelector("#text")!.Closest("[lang]")!.GetAttribute("lang"));
        Assert.Null(page.Page.QuerySelector("#sources")!.ParentElement!.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_defined_term_in_any_entry_leads_to_its_definition()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Publish(
            ("recit", Given.Entry(EntryType.Definition, "Récit", "Ce qui est raconté.", english: "Narrative", fields: [("text", "Un récit se répète.")])),
            ("cas", Given.Entry(EntryType.Case, "Un cas", fields: [("background", "Deux récits en concurrence ; ce récit gagne.")])));

        var links = (await site.Visit().Open("/encyclopedie/fiche/cas")).Page.QuerySelectorAll("a.defined-term");
        var own = (await site.Visit().Open("/encyclopedie/fiche/recit")).Page.QuerySelectorAll("a.defined-term");

        Assert.Equal([("récits", "/encyclopedie/fiche/recit")], links.Select(a => (a.TextContent, a.GetAttribute("href")!)));
        Assert.Empty(own);
    }

    [Fact]
    public async Task A_defined_term_leads_to_its_definition_from_steps_criteria_assessments_and_summary_where_it_first_stands()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Publish(
            ("recit", Given.Entry(EntryType.Definition, "Récit", "Ce qui est <raconté>.", english: "Narrative")),
            ("suivre", Given.Entry(EntryType.Practice, "Suivre un récit", "Un récit suivi.", fields: [("what", "# Le récit\n\n`récit` [récit](https://a.example) puis récit & récits.")]) with
            {
                Steps = [Given.Step("un", "Nommer le récit <b>"), Given.Step("deux", "Compter les récits")],
                Criteria = [new() { Criterion = Criterion.Massive, Why = new() { Fr = "Le récit est repris.", En = "The narrative is repeated." } }, new() { Criterion = Criterion.Foreign, Why = new() { Fr = "Un récit venu d’ailleurs." } }],
                Reliability = [Given.Note(Grade.Good) with { Limits = new() { Fr = "Un seul récit." } }],
            }));

        var page = await site.Visit().Open("/encyclopedie/fiche/suivre");

        Assert.Equal(
            [("P", "récit"), ("P", "récit"), ("P", "récit"), ("DD", "récit"), ("DD", "récit")],
            page.Page.QuerySelectorAll("a.defined-term[href='/encyclopedie/fiche/recit']").Select(a => (a.ParentElement!.TagName, a.TextContent)));
        Assert.Equal(["Un récit suivi.", "récit récit puis récit & récits.", "Nommer le récit <b>", "Le récit est repris.", "Un seul récit."], page.Page.QuerySelectorAll("a.defined-term").Select(a => a.ParentElement!.TextContent.Trim()));
        Assert.All(page.Page.QuerySelectorAll("a.defined-term"), a => Assert.Equal("Ce qui est <raconté>.", a.GetAttribute("title")));
        Assert.Contains("The <a href=\"/en/encyclopedia/entry/recit\"", (await page.Open("/en/encyclopedia/entry/suivre")).Page.QuerySelector(".entry-criteria")!.InnerHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nulle-part")]
    [InlineData("ARCHIVER")]
    [InlineData("..%2f..%2fetc")]
    [InlineData("%ff%fe")]
    public async Task An_address_of_no_entry_is_a_page_that_is_not_found(string key)
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Publish(("archiver", Practice));

        Assert.Equal(HttpStatusCode.NotFound, (await site.Visit().Open("/encyclopedie/fiche/" + key)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visit().Open("/en/encyclopedia/entry/" + key)).Status);
    }

    [Fact]
    public async Task What_was_not_looked_at_for_a_year_is_marked_the_day_after()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Publish(("archiver", Practice));
        site.Clock.SetUtcNow(new(2027, 11, 1, 10, 0, 0, TimeSpan.Zero));
        Assert.DoesNotContain("À relire", (await site.Visit().Open("/encyclopedie/fiche/archiver?a")).Text, StringComparison.Ordinal);

        await using var later = await SiteUnderTest.Empty();
        await later.Publish(("archiver", Practice));
        later.Clock.SetUtcNow(new(2027, 11, 2, 10, 0, 0, TimeSpan.Zero));
        Assert.Contains("À relire", (await later.Visit().Open("/encyclopedie/fiche/archiver")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_reads_a_translation_is_told_what_the_original_says_since_and_others_are_not()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Publish(("archiver", Practice));
        await site.Renew("archiver", Practice with { Texts = Practice.Texts with { Fr = Practice.Texts.Fr! with { Summary = "Un autre résumé." } } });

        Assert.Contains("The translation is behind the original", (await site.Visit().Open("/en/encyclopedia/entry/archiver")).Text, StringComparison.Ordinal);
        Assert.Contains("Un autre résumé.", (await site.Visit().Open("/en/encyclopedia/entry/archiver")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("en retard sur l’original", (await site.Visit().Open("/encyclopedie/fiche/archiver")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_source_is_marked_and_its_archived_copy_is_offered()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Publish(("archiver", Practice));
        await site.Write<EncyclopediaDb>(db => db.Add(new UrlHealth { Url = "https://source.example/a", Status = 404, FailsSince = SiteUnderTest.Start.AddDays(-3) }));

        var sources = (await site.Visit().Open("/encyclopedie/fiche/archiver")).Page.QuerySelector(".entry-sources")!;

        Assert.Contains("Ne répond plus depuis le 20 novembre 2026", sources.TextContent, StringComparison.Ordinal);
        Assert.NotNull(sources.QuerySelector("a[href^='https://web.archive.org/web/'][href$='/https://source.example/a']"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_practice_says_how_often_it_was_used_how_that_ended_and_the_median_time(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.Publish(("archiver", Practice), ("coffre", Given.Entry(EntryType.Tool, "Coffre")));
        await site.Write<EncyclopediaDb>(db =>
        {
            db.Use("archiver", UseOutcome.Worked, 2, "Prévenir plus tôt.");
            db.Use("archiver", UseOutcome.Worked, 30);
            db.Use("archiver", UseOutcome.Failed, 5);
            db.Use("archiver", UseOutcome.Abandoned, 400);
            db.Use("archiver", null);
        });

        var page = await site.Visit().Open("/encyclopedie/fiche/archiver");
        var tool = await site.Visit().Open("/encyclopedie/fiche/coffre");

        Assert.Equal(["Commencés 5", "Réussis 2", "Réussis en partie 0", "Sans succès 1", "Abandonnés 1", "Durée médiane 5,0 heures (n = 3)"], Uses(page));
        Assert.Equal(["Prévenir plus tôt."], page.Page.QuerySelectorAll("#uses ~ ul li").Select(l => l.TextContent));
        Assert.Equal(["Commencés 5", "Réussis 2", "Réussis en partie 0", "Sans succès 1", "Abandonnés 1"], Uses(tool));

        static IEnumerable<string> Uses(Visitor visitor) => visitor.Page.QuerySelectorAll("#uses + dl dt").Select(t => $"{t.TextContent} {Visitor.Flat(t.NextElementSibling!.TextContent)}");
    }

    [Fact]
    public async Task Search_engines_are_told_what_it_is_where_it_is_and_where_its_translation_is()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Publish(("archiver", Practice with { Texts = Practice.Texts with { Fr = Practice.Texts.Fr! with { Summary = "Fin </script><script>alert(1)</script> & \"guillemets\"." } } }));

        var page = await site.Visit().Open("/encyclopedie/fiche/archiver");

        var head = page.Page.Head!;
        Assert.Equal("Fin </script><script>alert(1)</script> & \"guillemets\".", head.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        Assert.Equal("https://localhost/encyclopedie/fiche/archiver", head.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(
            [("fr", "https://localhost/encyclopedie/fiche/archiver"), ("en", "https://localhost/en/encyclopedia/entry/archiver")],
            head.QuerySelectorAll("link[rel=alternate][hreflang]").Select(l => (l.GetAttribute("hreflang")!, l.GetAttribute("href")!)));
        using var json = JsonDocument.Parse(Assert.Single(page.Page.QuerySelectorAll("script[type='application/ld+json']")).TextContent);
        var thing = json.RootElement;
        Assert.Equal(("Article", "Archiver une preuve", "fr"), (thing.GetProperty("@type").GetString(), thing.GetProperty("name").GetString(), thing.GetProperty("inLanguage").GetString()));
        Assert.Equal("Fin </script><script>alert(1)</script> & \"guillemets\".", thing.GetProperty("description").GetString());
        Assert.Equal("HowTo", thing.GetProperty("about").GetProperty("@type").GetString());
        Assert.Equal(2, thing.GetProperty("about").GetProperty("step").GetArrayLength());
        Assert.DoesNotContain("alert(1)", page.Page.QuerySelectorAll("script:not([type])").Select(s => s.TextContent));
    }

    [Fact]
    public async Task A_script_in_every_field_is_shown_as_words()
    {
        const string Bad = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        await using var site = await SiteUnderTest.Empty();
        await site.Publish(("mauvaise", Practice with
        {
            Texts = new() { Fr = new() { Title = Bad, Summary = Bad, Fields = Template.Of(EntryType.Practice).ToDictionary(f => f.Name, _ => Bad, StringComparer.Ordinal), Synonyms = [Bad] } },
            Criteria = [new() { Criterion = Criterion.Massive, Why = new() { Fr = Bad } }],
            Sources = [new() { Title = Bad, Url = "javascript:alert(1)", Publisher = Bad, Published = Bad, Archive = "data:text/html,x" }],
            Links = [new(Bad)],
            Steps = [new() { Id = "a", Act = new() { Fr = Bad }, Expected = new() { Fr = Bad }, Role = ProcessRole.Analyst, Tools = [Bad] }],
            Reliability = [Given.Note(Grade.Weak, Bad) with { Method = new() { Fr = Bad }, Url = "javascript:alert(1)" }],
            Website = "javascript:alert(1)",
            Origin = new() { Name = Bad, Licence = Bad, Url = "javascript:alert(1)", Id = Bad },
        }));

        var page = await site.Visit().Open("/encyclopedie/fiche/mauvaise");

        Assert.Equal((HttpStatusCode.OK, Bad), (page.Status, page.Heading));
        Assert.Empty(page.Page.QuerySelectorAll("main script, main img, [onerror]"));
        Assert.DoesNotContain(page.Page.QuerySelectorAll("a[href]"), a => a.GetAttribute("href")!.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || a.GetAttribute("href")!.StartsWith("data:", StringComparison.OrdinalIgnoreCase));
    }
}
