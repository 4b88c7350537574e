using Beffroi.Incubator.Cards;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Actor = Beffroi.Kit.Actor;

namespace Beffroi.Incubator.Tests;

/// <summary>F1: cards in the form of beta.gouv.fr go in and out without loss, and obey its rules. Facts of the two cards are public; their words are ours.</summary>
public sealed class CardTests
{
    const string Eva = """
        ---
        title: Eva
        mission: >-
          Repérer les difficultés avec les compétences de base,
          et orienter vers une solution.
        sponsors:
          - /organisations/anlci
          - /organisations/dgefp
          - /organisations/hcc
        incubator: incubateur-exemple
        contact: contact@eva.example
        link: https://eva.example
        repository: https://code.example/eva   # public
        accessibility_status: non conforme
        stats: true
        stats_url: https://eva.example/statistiques/
        budget_url: "https://eva.example/budget/"
        usertypes: [particulier, association]
        events:
        - name: national_impact
          date: 2023-12-31
        phases:
        - name: consolidation
          start: 2021-09-01
          end: 2023-12-30
        - name: transfere
          start: 2023-12-30T00:00:00.000Z
        ---

        Une page sur le service.

        - Un point : avec deux-points.
        """;

    const string Disinfo = """
        ---
        title: 'DISINFO'
        mission: "Détecter les manipulations de l’information : outils ouverts"
        sponsors:
          - /organisations/meae
        incubator: incubateur-exemple
        contact: contact@disinfo.example
        stats: false
        phases:
          - name: investigation
            start: 2019-01-10
            end: 2019-03-01
          - name: construction
            start: 2019-03-01
            end: 2022-06-30
          - name: abandon
            start: 2022-06-30
            comment: |
              Arrêté.
              Le code reste ouvert.
        ---
        """;

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task F1_the_card_of_Eva_comes_in_and_goes_out_without_loss_on_known_keys(DbEngine engine)
    {
        var (rows, text) = await Through(engine, "eva", Eva);

        var (startup, card) = (rows.Startup, rows.Card);
        Assert.Equal(("Eva", "Repérer les difficultés avec les compétences de base, et orienter vers une solution.", "contact@eva.example", "incubateur-exemple"), (startup.Title, startup.Mission, startup.Contact, startup.Incubator));
        Assert.Equal(["/organisations/anlci", "/organisations/dgefp", "/organisations/hcc"], CardText.Lines(startup.Sponsors));
        Assert.Equal(("https://eva.example", "https://code.example/eva", "non conforme", true), (startup.Link, startup.Repository, card.AccessibilityStatus, card.Stats));
        Assert.Equal(("https://eva.example/statistiques/", "https://eva.example/budget/", "particulier\nassociation"), (card.StatsUrl, card.BudgetUrl, card.UserTypes));
        Assert.Equal([("national_impact", new DateOnly(2023, 12, 31))], rows.Events.Select(e => (e.Name, e.On)));
        Assert.Equal([(PhaseName.Consolidation, new DateOnly(2021, 9, 1), new DateOnly(2023, 12, 30)), (PhaseName.Transfere, new DateOnly(2023, 12, 30), null)], startup.Phases.OrderBy(p => p.Start).Select(p => (p.Name, p.Start, p.End)));
        Assert.Equal("Une page sur le service.\n\n- Un point : avec deux-points.", card.Content);
        // Read again, it says the same; written again, not a letter moves.
        Assert.Equal(Told(rows), Told(Read("eva", text)));
        Assert.Equal(text, CardWriter.Of(Read("eva", text)));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task F1_the_card_of_DISINFO_comes_in_and_goes_out_with_its_end(DbEngine engine)
    {
        var (rows, text) = await Through(engine, "disinfo", Disinfo);

        Assert.Equal("Détecter les manipulations de l’information : outils ouverts", rows.Startup.Mission);
        Assert.Equal(PhaseName.Abandon, rows.Startup.Current!.Name);
        Assert.Equal("Arrêté.\nLe code reste ouvert.", rows.Startup.Current.Comment);
        Assert.Equal((false, null), (rows.Card.Stats, rows.Card.BudgetUrl));
        Assert.Contains("stats: false\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("budget_url", text, StringComparison.Ordinal);
        Assert.Equal(Told(rows), Told(Read("disinfo", text)));
    }

    [Fact]
    public async Task A_startup_of_ours_goes_out_as_a_card_that_obeys_the_rules_and_comes_in_once()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantIncubator(TestContext.Current.CancellationToken);
        await using var scope = site.Scope();
        var text = (await CardShelf.Out(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), "disinfo", TestContext.Current.CancellationToken))!;

        Assert.Contains("  - /organisations/meae\n", text, StringComparison.Ordinal);
        Assert.Contains("  - name: investigation\n    start: 2019-01-10\n    end: 2019-03-01\n", text, StringComparison.Ordinal);
        Assert.Equal("DISINFO", Read("autre", text).Startup.Title);
        var there = await Assert.ThrowsAsync<InvalidDataException>(() => CardShelf.In(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), Read("disinfo", text), TestContext.Current.CancellationToken));
        Assert.Contains("déjà dans cette base", there.Message, StringComparison.Ordinal);
        Assert.Null(await CardShelf.Out(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), "inconnue", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("title: Eva\n", "", "title")]
    [InlineData("title: Eva\n", "title: ''\n", "title")]
    [InlineData("contact: contact@eva.example\n", "", "contact")]
    [InlineData("incubator: incubateur-exemple\n", "", "incubator")]
    [InlineData("- name: transfere", "- name: consolidation", "deux fois")]
    [InlineData("- name: transfere", "- name: success", "success")]
    [InlineData("  end: 2023-12-30", "  end: 2021-09-01", "finit avant")]
    [InlineData("  start: 2021-09-01", "  start: septembre", "2019-01-10")]
    [InlineData("  start: 2021-09-01\n", "", "phases.start")]
    [InlineData("  - /organisations/hcc", "  - hcc", "/organisations/nom")]
    [InlineData("usertypes: [particulier, association]", "usertypes: [touristes]", "touristes")]
    [InlineData("- name: national_impact", "- name: fete", "fete")]
    [InlineData("stats: true", "stats: oui", "true ou false")]
    [InlineData("stats: true", "stats: 'true'", "true ou false")]
    [InlineData("link: https://eva.example\n", "link: eva.example\n", "adresse entière")]
    [InlineData("stats: true", "incubators: [incubateur-exemple]", "deux incubateurs")]
    [InlineData("stats: true", "incubators: [autre, encore]", "ne nomme pas")]
    [InlineData("stats: true", "incubators: [incubateur-exemple, autre, autre]", "deux fois le même")]
    [InlineData("stats: true", "fast: beaucoup", "fast")]
    [InlineData("title: Eva\n", "title: [Eva]\n", "est un texte")]
    public void A_card_that_breaks_a_rule_is_refused_with_its_reason(string what, string by, string said)
    {
        Assert.Contains(what, Eva, StringComparison.Ordinal);

        var wrong = Assert.Throws<InvalidDataException>(() => Read("eva", Eva.Replace(what, by, StringComparison.Ordinal)));

        Assert.Contains(said, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: &a Eva", "ligne 2")]
    [InlineData("title: *a", "ligne 2")]
    [InlineData("title: !!str Eva", "ligne 2")]
    [InlineData("title: {a: b}", "ligne 2")]
    [InlineData("title: \"Eva", "guillemet de la fin")]
    [InlineData("title: \"Eva\" bis", "après les guillemets")]
    [InlineData("title: \"\\q\"", "après \\")]
    [InlineData("title: Eva : le service", "entre guillemets")]
    [InlineData("title: Eva\n  suite", "plusieurs lignes")]
    [InlineData("title: Eva\ntitle: Eva", "deux fois")]
    [InlineData("\ttitle: Eva", "tabulation")]
    [InlineData("title Eva", "clé")]
    [InlineData("title: |2", "début de texte")]
    [InlineData("sponsors: [a, b", "bien fermée")]
    [InlineData("sponsors: [a b] c", "bien fermée")]
    [InlineData("fast:\n    a: b\n  c: d", "retrait")]
    [InlineData("- title", "retrait")]
    [InlineData("a:\n b:\n  c:\n   d:\n    e:\n     f:\n      g:\n       h:\n        i:\n         j: k", "emboîte")]
    public void What_is_no_YAML_of_a_card_is_refused_with_its_line(string head, string said)
    {
        var wrong = Assert.Throws<InvalidDataException>(() => Read("eva", $"---\n{head}\n---\n"));

        Assert.StartsWith("ligne ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(said, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("title: Eva")]
    [InlineData("---\ntitle: Eva")]
    public void What_has_no_front_matter_is_no_card(string text) =>
        Assert.Contains("en-tête", Assert.Throws<InvalidDataException>(() => Read("eva", text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Keys_that_are_not_ours_are_told_and_left_out()
    {
        CardReader.Read("eva", Eva.Replace("stats: true", "stats: true\nimpact_url: https://eva.example/impact", StringComparison.Ordinal), SiteUnderTest.Start, out var unknown);

        Assert.Equal(["impact_url"], unknown);
    }

    [Fact]
    public void Whatever_somebody_writes_in_a_text_comes_back_as_it_was() =>
        Gen.String[Gen.Char["aZé :#-'\"\\[]{}&*!|>%@`~,?\n\t1."], 1, 30].Where(t => t.Trim().Length > 0 && t.Trim() == t).Sample(text =>
        {
            var rows = Read("eva", Eva);
            rows = rows with { Startup = Copy(rows.Startup, text) };

            Assert.Equal(text, Read("eva", CardWriter.Of(rows)).Startup.Mission);
        });

    [Fact]
    public void However_a_card_is_damaged_it_is_read_or_refused_in_words() =>
        Gen.Select(Gen.Int[0, Eva.Length - 2], Gen.Int[0, 8], Gen.Char[":-[]{}'\"\n\t |>#&"]).Sample((at, length, put) =>
        {
            var text = Eva[..at] + put + Eva[Math.Min(Eva.Length, at + length)..];
            try
            {
                Read("eva", text);
            }
            catch (InvalidDataException wrong)
            {
                Assert.NotEmpty(wrong.Message);
            }
        });

    static CardRows Read(string slug, string text) => CardReader.Read(slug, text, SiteUnderTest.Start, out _);

    static Startup Copy(Startup from, string mission) => new() { Id = from.Id, Slug = from.Slug, Title = from.Title, Mission = mission, Contact = from.Contact, Incubator = from.Incubator, Sponsors = from.Sponsors, Phases = from.Phases };

    // Everything that a card says, as text: what is compared.
    static string Told(CardRows rows) => string.Join('\n',
    [
        rows.Startup.Title, rows.Startup.Mission, rows.Startup.Contact, rows.Startup.Incubator, rows.Startup.Sponsors, rows.Startup.Link, rows.Startup.Repository, rows.Card.AccessibilityStatus, rows.Card.DashlordUrl, $"{rows.Card.Stats}", rows.Card.StatsUrl, rows.Card.BudgetUrl,
        $"{rows.Card.RiskAnalysis}", rows.Card.RiskAnalysisUrl, $"{rows.Card.MonServiceSecurise}", rows.Card.Incubators, rows.Card.Techno, rows.Card.UserTypes, rows.Card.Thematiques, rows.Card.RedirectFrom, rows.Card.FastPromotion, rows.Card.FastMontant, rows.Card.Content,
        .. rows.Startup.Phases.OrderBy(p => p.Start).Select(p => $"{p.Name} {p.Start:O} {p.End:O} {p.Comment}"), .. rows.Events.OrderBy(e => e.On).Select(e => $"{e.Name} {e.On:O} {e.Comment}"),
    ]);

    // Into one database, out of it as rows and as text.
    static async Task<(CardRows Rows, string Text)> Through(DbEngine engine, string slug, string text)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.inscrire";
        var (db, ct) = (scope.ServiceProvider.GetRequiredService<IncubatorDb>(), TestContext.Current.CancellationToken);
        await CardShelf.In(db, Read(slug, text), ct);
        db.ChangeTracker.Clear();
        var written = (await CardShelf.Out(db, slug, ct))!;
        return (Read(slug, written), written);
    }
}
