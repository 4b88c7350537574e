using System.Net;
using System.Text;
using Beffroi.Incubator.Accessibility;

namespace Beffroi.Incubator.Tests;

/// <summary>An audit is written, given its results, published: the declaration and the foot of the pages say what it says, and nothing before.</summary>
public sealed class AuditDoorTests
{
    const string NotCompliant = "Accessibilité : non conforme";

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task C9_From_the_audit_to_the_declaration_and_the_foot_of_every_page_in_both_languages(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var camille = await site.SignIn(Crew.Superadmin);
        var anyone = site.Visit();
        Assert.Equal(NotCompliant, await Mention(anyone, "/"));
        var audit = await Write(site, camille, "site");

        // 2 pages: 53 criteria hold on both, 53 fail on the second.
        await Import(camille, audit, Csv(2, (criterion, page) => page == 2 && criterion >= 53 ? "NC,La couleur seule dit l’erreur," : "C,,"));
        Assert.Contains("50\u202F%", camille.Page.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(NotCompliant, await Mention(anyone, "/aide"));
        await camille.Press("Publier l’audit");

        Assert.Equal("Accessibilité : partiellement conforme", await Mention(anyone, "/"));
        Assert.Equal("Accessibilité : partiellement conforme", await Mention(anyone, "/aide"));
        Assert.Equal("Accessibility: partially compliant", (await anyone.Open("/en")).Page.QuerySelector("footer a[href='/en/accessibility']")!.TextContent);
        await anyone.Open("/accessibilite");
        foreach (var words in new[] { "Ce site est partiellement conforme", "50 % des critères applicables sont respectés : 53 sur 106", "20 novembre 2026, par Atelier des Dunes", "Critère 13.12 (Consultation ; Aide) : La couleur seule dit l’erreur", "Firefox et NVDA", "Accueil : /", "Une carte : exemptée", "vaut jusqu’au 19 novembre 2029", "Défenseur des droits" })
        {
            Assert.Contains(words, Plain(anyone.Text), StringComparison.Ordinal);
        }

        Assert.Equal(53, anyone.Page.QuerySelectorAll("main li").Count(li => li.TextContent.StartsWith("Critère", StringComparison.Ordinal)));
        await anyone.Open("/en/accessibility");
        Assert.Contains("This site is partially compliant", anyone.Text, StringComparison.Ordinal);
        Assert.Contains("50% of the criteria that apply are met: 53 of 106", anyone.Text, StringComparison.Ordinal);
        Assert.Contains(site.ReadIncubator(db => db.Audit.Select(a => a.Act).ToList()), act => act == "incubateur.publier-audit");
    }

    [Fact]
    public async Task An_audit_with_a_result_missing_is_not_published_and_one_that_is_published_changes_no_more()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);
        var audit = await Write(site, camille, "site");
        await Import(camille, audit, Csv(2, (_, _) => "C,,", skip: "13.12,2"));

        await camille.Press("Publier l’audit");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Contains("Il manque 1 résultat", camille.Mistakes.Single(), StringComparison.Ordinal);
        Assert.Equal(NotCompliant, await Mention(site.Visit(), "/"));

        await Import(camille, audit, $"{AuditCsv.Head}\n13.12,2,NA,,\n");
        await camille.Press("Publier l’audit");
        Assert.Equal("Accessibilité : totalement conforme", await Mention(site.Visit(), "/"));
        await camille.Open(Addresses.NewAudit);
        await camille.Post(Addresses.Audit(audit) + "/resultats", ("Csv", $"{AuditCsv.Head}\n1.1,1,NC,faux,\n"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await camille.Open(Addresses.AuditTheme(audit, 1, 1))).Status);
        Assert.Equal(0, site.ReadIncubator(db => db.Set<AuditedCriterion>().Count(r => r.Result == CriterionResult.NotCompliant)));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_wrong_line_keeps_the_file_out_whole_and_gives_back_what_was_typed(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var camille = await site.SignIn(Crew.Superadmin);
        var audit = await Write(site, camille, "site");
        await Import(camille, audit, $"{AuditCsv.Head}\n1.1,1,C,,\n1.2,1,C,,\n");
        var typed = $"{AuditCsv.Head}\n1.1,1,NA,,\n1.2,1,NC,,\n99.1,1,C,,\n";

        await camille.Open(Addresses.Audit(audit));
        await camille.Press("Importer", ("Csv", typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Contains("2 lignes à corriger", camille.Mistakes.Single(), StringComparison.Ordinal);
        Assert.Contains("Ligne 3", camille.Text, StringComparison.Ordinal);
        Assert.Contains("Ligne 4", camille.Text, StringComparison.Ordinal);
        Assert.Equal(typed, camille.Page.QuerySelector("textarea[name=Csv]")!.TextContent.ReplaceLineEndings("\n"));
        Assert.Equal(["1.1 Compliant", "1.2 Compliant"], site.ReadIncubator(db => db.Set<AuditedCriterion>().OrderBy(r => r.Criterion).ToList()).Select(r => $"{r.Criterion} {r.Result}"));
        // Put right, the file replaces what it names and leaves the rest.
        await camille.Press("Importer", ("Csv", $"{AuditCsv.Head}\n1.2,1,NC,\"Sans texte, ici\",oui\n"));
        Assert.Equal(["1.1 Compliant ", "1.2 NotCompliant Sans texte, ici"], site.ReadIncubator(db => db.Set<AuditedCriterion>().OrderBy(r => r.Criterion).ToList()).Select(r => $"{r.Criterion} {r.Result} {r.Comment}"));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Results_are_given_theme_by_theme_and_a_failure_without_words_is_refused(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var camille = await site.SignIn(Crew.Superadmin);
        var audit = await Write(site, camille, "eva");
        await camille.Open(Addresses.AuditTheme(audit, 2, 3));

        await camille.Press("Garder ces résultats", ("R-3.1", "NC"), ("R-3.2", "C"), ("T-3.3", "sans résultat"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 2), (camille.Status, camille.Mistakes.Count));
        Assert.Equal(0, site.ReadIncubator(db => db.Set<AuditedCriterion>().Count()));
        await camille.Press("Garder ces résultats", ("T-3.1", "Gris sur gris"), ("D-3.1", "true"), ("T-3.3", ""));

        Assert.Equal(Addresses.Audit(audit), camille.Address);
        Assert.Equal([("3.1", CriterionResult.NotCompliant, "Gris sur gris", true), ("3.2", CriterionResult.Compliant, null, false)],
            site.ReadIncubator(db => db.Set<AuditedCriterion>().OrderBy(r => r.Criterion).ToList()).Select(r => (r.Criterion, r.Result, r.Comment, r.IsDerogated)));
        await camille.Open(Addresses.AuditTheme(audit, 2, 3));
        Assert.Equal("Gris sur gris", camille.Page.QuerySelector("textarea[name='T-3.1']")!.TextContent);
        foreach (var nowhere in new[] { Addresses.AuditTheme(audit, 3, 1), Addresses.AuditTheme(audit, 1, 14), Addresses.AuditTheme(Guid.NewGuid(), 1, 1), Addresses.Audit(Guid.NewGuid()) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await camille.Open(nowhere)).Status);
        }
    }

    [Fact]
    public async Task An_audit_holds_three_years_to_the_day_and_what_is_withdrawn_counts_no_more()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);
        var audit = await Write(site, camille, "site");
        await Import(camille, audit, Csv(2, (_, _) => "C,,"));
        await camille.Press("Publier l’audit");

        // Midnight in Paris is 23:00 UTC the day before.
        site.Clock.SetUtcNow(new(2029, 11, 19, 22, 59, 0, TimeSpan.Zero));
        Assert.Equal("Accessibilité : totalement conforme", await Mention(site.Visit(), "/"));
        site.Clock.SetUtcNow(new(2029, 11, 19, 23, 0, 0, TimeSpan.Zero));
        Assert.Equal(NotCompliant, await Mention(site.Visit(), "/"));
        Assert.Contains("n’est plus en vigueur depuis le 20 novembre 2029", (await site.Visit().Open("/accessibilite")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_audit_gives_way_to_the_one_before_and_then_to_none()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);
        foreach (var (day, result) in new[] { ("2026-10-01", "C,,"), ("2026-11-20", "NC,Rien ne va,") })
        {
            var audit = await Write(site, camille, "site", day);
            await Import(camille, audit, Csv(2, (_, _) => result));
            await camille.Press("Publier l’audit");
        }

        Assert.Equal(NotCompliant, await Mention(site.Visit(), "/"));
        await camille.Press("Retirer l’audit");
        Assert.Equal("Accessibilité : totalement conforme", await Mention(site.Visit(), "/"));
        await camille.Open(Addresses.Audits);
        Assert.Contains("retiré le 23 novembre 2026", camille.Text, StringComparison.Ordinal);
        Assert.Equal(2, site.ReadIncubator(db => db.Audits.Count()));
    }

    [Fact]
    public async Task An_audit_of_one_service_is_told_and_does_not_make_the_mention_of_the_site()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);
        var audit = await Write(site, camille, "discussion");
        await Import(camille, audit, Csv(2, (_, _) => "C,,"));
        await camille.Press("Publier l’audit");

        Assert.Equal(NotCompliant, await Mention(site.Visit(), "/"));
        var anyone = await site.Visit().Open("/accessibilite");
        Assert.Contains("Ce site est non conforme", anyone.Text, StringComparison.Ordinal);
        Assert.Contains("Discussion", anyone.Page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("100\u202F%", anyone.Page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("About", "ailleurs")]
    [InlineData("Organisation", " ")]
    [InlineData("On", "2026-11-24")]
    [InlineData("On", "hier")]
    [InlineData("Pages", "")]
    [InlineData("Pages", "Accueil")]
    [InlineData("Pages", "Accueil javascript:alert(1)")]
    [InlineData("Pages", "Accueil /\naccueil /aide")]
    [InlineData("Technologies", "")]
    [InlineData("Environments", "")]
    [InlineData("Tools", "")]
    public async Task An_audit_that_lacks_something_is_refused_with_what_was_typed(string field, string typed)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Addresses.NewAudit);

        await camille.Press("Écrire l’audit", [.. Whole("site", "2026-11-20").Where(f => f.Item1 != field), (field, typed)]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1, 0), (camille.Status, camille.Mistakes.Count, site.ReadIncubator(db => db.Audits.Count())));
        Assert.Contains("Atelier", field == "Organisation" ? "Atelier" : camille.Page.QuerySelector("input[name=Organisation]")!.GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sample_has_at_most_sixty_pages()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Addresses.NewAudit);
        await camille.Press("Écrire l’audit", [.. Whole("site", "2026-11-20").Where(f => f.Item1 != "Pages"), ("Pages", string.Join('\n', Enumerable.Range(1, 61).Select(n => $"Page {n} /{n}")))]);
        Assert.Contains("60 pages au plus", camille.Mistakes.Single(), StringComparison.Ordinal);
        await camille.Press("Écrire l’audit", ("Pages", string.Join('\n', Enumerable.Range(1, 60).Select(n => $"Page {n} /{n}"))));
        Assert.Equal(60, site.ReadIncubator(db => db.AuditedPages.Count()));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Plans_are_shown_while_they_run_and_the_newest_stands_first(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Addresses.Plans);
        await camille.Press("Écrire le plan", ("Kind", "Schema"), ("From", "2026-11-01"), ("To", "2029-11-01"), ("Text", "Former l’équipe."));
        Assert.Contains("3 ans au plus", camille.Mistakes.Single(), StringComparison.Ordinal);
        await camille.Press("Écrire le plan", ("To", "2029-10-31"));
        await camille.Press("Écrire le plan", ("Kind", "Year"), ("From", "2026-11-01"), ("To", "2026-10-01"), ("Text", "Auditer."));
        Assert.Contains("vient après", camille.Mistakes.Single(), StringComparison.Ordinal);
        await camille.Press("Écrire le plan", ("To", "2026-11-30"));
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await camille.Press("Écrire le plan", ("Kind", "Year"), ("From", "2026-11-01"), ("To", "2026-12-31"), ("Text", "Auditer deux fois.\nCorriger."));

        // Signed in: never served from the cache, whose clock is the machine’s.
        await camille.Open("/accessibilite");
        Assert.Contains("Former l’équipe.", camille.Text, StringComparison.Ordinal);
        Assert.Contains("Auditer deux fois.", camille.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Auditer.", camille.Text, StringComparison.Ordinal);
        site.Clock.SetUtcNow(new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.DoesNotContain("Auditer", (await camille.Open("/accessibilite")).Text, StringComparison.Ordinal);
        Assert.Contains("Former l’équipe.", (await camille.Open("/accessibilite")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_superadmins_write_audits_and_plans_and_strangers_are_led_to_sign_in()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);
        var audit = await Write(site, camille, "site");
        string[] pages = [Addresses.Audits, Addresses.NewAudit, Addresses.Audit(audit), Addresses.AuditTheme(audit, 1, 1), Addresses.Plans];
        foreach (var person in new[] { Crew.Charge, Crew.Admin, Crew.Hugo })
        {
            var visitor = await site.SignIn(person);
            await visitor.Open("/compte");
            foreach (var page in pages)
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Open(page)).Status);
            }

            await visitor.Open("/compte");
            foreach (var act in new[] { Addresses.Audit(audit) + "/publier", Addresses.Audit(audit) + "/retirer", Addresses.Audit(audit) + "/resultats", Addresses.NewAudit, Addresses.Plans, Addresses.AuditTheme(audit, 1, 1) })
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Post(act)).Status);
                await visitor.Open("/compte");
            }
        }

        Assert.StartsWith("/connexion", (await site.Visit().Open(Addresses.Audits)).Address, StringComparison.Ordinal);
        Assert.True(site.ReadIncubator(db => db.Audits.Single()).IsDraft);
    }

    static (string, string?)[] Whole(string about, string on) =>
        [("About", about), ("Organisation", "Atelier des Dunes"), ("On", on), ("Pages", "Accueil /\nAide /aide"), ("Technologies", "HTML\nCSS"), ("Environments", "Firefox et NVDA"), ("Tools", "axe"), ("Derogations", "Une carte : exemptée")];

    static async Task<Guid> Write(SiteUnderTest site, Visitor camille, string about, string on = "2026-11-20")
    {
        await camille.Open(Addresses.NewAudit);
        await camille.Press("Écrire l’audit", Whole(about, on));
        Assert.StartsWith(Addresses.Audits + "/", camille.Address, StringComparison.Ordinal);
        return Guid.Parse(camille.Address.Split('/')[^1]);
    }

    static async Task Import(Visitor camille, Guid audit, string csv)
    {
        await camille.Open(Addresses.Audit(audit));
        await camille.Press("Importer", ("Csv", csv));
        Assert.Equal((HttpStatusCode.OK, Addresses.Audit(audit)), (camille.Status, camille.Address));
    }

    static string Csv(int pages, Func<int, int, string> result, string? skip = null)
    {
        var text = new StringBuilder(AuditCsv.Head).Append('\n');
        foreach (var page in Enumerable.Range(1, pages))
        {
            foreach (var (at, criterion) in Rgaa.All.Index())
            {
                if ($"{criterion},{page}" != skip)
                {
                    text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{criterion},{page},{result(at, page)}\n");
                }
            }
        }

        return text.ToString();
    }

    static async Task<string> Mention(Visitor anyone, string address) => (await anyone.Open(address)).Page.QuerySelector("footer a[href='/accessibilite']")!.TextContent.Trim();

    static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
