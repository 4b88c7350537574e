using System.Net;
using Beffroi.Incubator.Impact;
using Beffroi.Kit;

namespace Beffroi.Incubator.Tests;

/// <summary>F12, O11: indicators defined, measured and aimed at by the pages.</summary>
public sealed class ImpactDoorTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task F12_the_team_defines_an_indicator_measures_it_and_sets_a_goal_that_everybody_reads(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.OpenToday();
        var nadia = await site.SignIn(Crew.Admin);
        await nadia.Define();
        Assert.Equal("Personnes actives", nadia.Heading);
        var id = site.OneIndicator();

        await nadia.Measure(id, "2026-09", "120", "120");
        await nadia.Measure(id, "2026-10", "150,5", "150", ("Low", "140"), ("High", "160"), ("Comment", "Estimé"));
        await nadia.Open(Addresses.Goal(id));
        await nadia.Press("Fixer l’objectif", ("Target", "150"), ("DueOn", "2026-12-31"));

        Assert.Contains("au moins 150 personnes le 31 décembre 2026 : atteint", nadia.Text, StringComparison.Ordinal);
        var one = (await site.Impact()).One("personnes_actives");
        Assert.Equal([("2026-09", 120), ("2026-10", 150.5)], one.Values());
        Assert.Equal("atteint", one.GetProperty("objectifs")[0].GetProperty("etat").GetString());
        var anyone = await site.Visit().Open("/stats");
        foreach (var said in new[] { "Impact de Exemple", "150,5 personnes (entre 140 et 160)", "octobre 2026", "n = 150", "Définition 1 : Personnes différentes dans le mois", "en hausse" })
        {
            Assert.Contains(said, anyone.Text, StringComparison.Ordinal);
        }

        // A year ago nothing was measured.
        Assert.DoesNotContain("Sur un an", anyone.Text, StringComparison.Ordinal);
        Assert.Contains("150,5 personnes", (await anyone.Open("/startups/exemple")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("80", "100", "Sur un an : +25 %.")]
    [InlineData("125", "100", "Sur un an : −20 %.")]
    public async Task The_use_of_a_service_tells_how_it_moved_over_a_year(string before, string now, string said)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var nadia = await site.SignIn(Crew.Admin);
        await nadia.Define();
        await nadia.Measure(site.OneIndicator(), "2025-10", before, "80");
        await nadia.Measure(site.OneIndicator(), "2026-10", now, "100");

        Assert.Contains(said, (await site.Visit().Open("/stats")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task O11_who_pays_reads_and_does_not_write_and_others_know_of_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        await (await site.SignIn(Crew.Admin)).Define();
        var id = site.OneIndicator();
        string[] reading = [Addresses.Indicators(ImpactStory.Startup), Addresses.Indicator(id)], writing = [Addresses.NewIndicator(ImpactStory.Startup), Addresses.Definition(id), Addresses.Measure(id), Addresses.Goal(id)];

        var paul = await site.SignIn(Crew.RegionAdmin);
        foreach (var page in reading)
        {
            Assert.Equal(HttpStatusCode.OK, (await paul.Open(page)).Status);
            Assert.DoesNotContain("Écrire une mesure", paul.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Définir un indicateur", paul.Text, StringComparison.Ordinal);
        }

        foreach (var page in writing)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await paul.Open(page)).Status);
            await paul.Open(Addresses.Indicator(id));
            Assert.Equal(HttpStatusCode.NotFound, (await paul.Post(page, ("Month", "2026-10"), ("Value", "1"), ("N", "1"), ("Source", "x"), ("Version", "1"))).Status);
        }

        var hugo = await site.SignIn(Crew.Hugo);
        foreach (var page in reading.Concat(writing))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open(page)).Status);
        }

        Assert.Equal((1, 0, 0), site.ReadIncubator(db => new ValueTuple<int, int, int>(db.Definitions.Count(), db.Measures.Count(), db.Goals.Count())));
        Assert.Contains("/connexion", (await site.Visit().Open(Addresses.Indicator(id))).Address, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_new_definition_leaves_the_old_measures_under_the_old_one(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.OpenToday();
        var nadia = await site.SignIn(Crew.Admin);
        await nadia.Define();
        var id = site.OneIndicator();
        await nadia.Measure(id, "2026-09", "100", "100");
        await nadia.Open(Addresses.Goal(id));
        await nadia.Press("Fixer l’objectif", ("Target", "200"), ("DueOn", "2026-12-31"));

        await nadia.Open(Addresses.Definition(id));
        Assert.Equal("Personnes différentes dans le mois", nadia.Page.QuerySelector("textarea[name=Formula]")!.TextContent);
        await nadia.Press("Écrire une autre définition", ("Formula", "Connexions du mois"), ("Unit", "connexions"));
        await nadia.Measure(id, "2026-10", "900", "900");

        Assert.Equal([1, 2], site.ReadIncubator(db => (from m in db.Measures join d in db.Definitions on m.DefinitionId equals d.Id orderby m.Month select d.Version).ToList()));
        Assert.Equal(["Personnes différentes dans le mois", "Connexions du mois"], site.ReadIncubator(db => db.Definitions.OrderBy(d => d.Version).Select(d => d.Formula).ToList()));
        // What means something else does not reach the goal of what it meant before.
        Assert.Equal("en_cours", (await site.Impact()).One("personnes_actives").GetProperty("objectifs")[0].GetProperty("etat").GetString());
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.Write<IncubatorDb>(db => db.Remove(db.Measures.First())));
    }

    [Fact]
    public async Task Of_two_who_define_it_at_once_the_second_is_told_and_loses_nothing_typed()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var (nadia, camille) = (await site.SignIn(Crew.Admin), await site.SignIn(Crew.Superadmin));
        await nadia.Define();
        var id = site.OneIndicator();
        await nadia.Open(Addresses.Definition(id));
        await camille.Open(Addresses.Definition(id));
        await camille.Open(Addresses.Definition(id));
        await nadia.Press("Écrire une autre définition", ("Formula", "Une"));

        await camille.Press("Écrire une autre définition", ("Formula", "Deux"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Contains("entre-temps", camille.Mistakes.Single(), StringComparison.Ordinal);
        Assert.Equal("Deux", camille.Page.QuerySelector("textarea[name=Formula]")!.TextContent);
        Assert.Equal(2, site.ReadIncubator(db => db.Definitions.Count()));
    }

    [Theory]
    [InlineData("Name", "Majuscule", "Name")]
    [InlineData("Name", "deux__traits", "Name")]
    [InlineData("Name", " ", "Name")]
    [InlineData("Label", "  ", "Label")]
    [InlineData("Unit", "part", "Shape")]
    [InlineData("Axis", nameof(ImpactAxis.Useful), "Axis")]
    [InlineData("Axis", "1", "Axis")]
    [InlineData("Owner", "Personne", "Owner")]
    [InlineData("Place", "Ailleurs", "Place")]
    public async Task A_definition_that_does_not_hold_together_is_refused_with_what_was_typed(string field, string typed, string wrong)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var nadia = await site.SignIn(Crew.Admin);

        await nadia.Define((field, typed));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (nadia.Status, nadia.Mistakes.Count));
        Assert.NotNull(nadia.Page.QuerySelector($".fr-error-summary a[href*='{wrong}'], .fr-alert a[href*='{wrong}']"));
        Assert.Equal(0, site.ReadIncubator(db => db.Indicators.Count()));
    }

    [Fact]
    public async Task A_figure_of_the_site_is_one_that_it_offers_and_is_taken_each_month()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var nadia = await site.SignIn(Crew.Admin);

        await nadia.Define(("Counted", "eva_personnes"), ("Frequency", nameof(Frequency.Yearly)));
        Assert.Contains("chaque mois", nadia.Mistakes.Single(), StringComparison.Ordinal);
        await nadia.Define(("Counted", "rien_de_tel"));
        Assert.Contains("liste", nadia.Mistakes.Single(), StringComparison.Ordinal);
        await nadia.Define(("Counted", "eva_personnes"));
        Assert.Contains("personnes qui ont commencé une évaluation", nadia.Text, StringComparison.Ordinal);
        await nadia.Define();
        Assert.Contains("déjà un indicateur", nadia.Mistakes.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11", "Month")]
    [InlineData("2027-06", "Month")]
    [InlineData("juin", "Month")]
    [InlineData("2026-10|x", "Value")]
    [InlineData("2026-10|1e3", "Value")]
    [InlineData("2026-10|12|-1", "N")]
    [InlineData("2026-10|12|douze", "N")]
    [InlineData("2026-10|12|12|11", "High")]
    [InlineData("2026-10|12|12|13|14", "Low")]
    [InlineData("2026-10|12|12|1|11", "Low")]
    public async Task A_measure_that_cannot_be_is_refused(string typed, string wrong)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var nadia = await site.SignIn(Crew.Admin);
        await nadia.Define();
        var parts = typed.Split('|');

        await nadia.Measure(site.OneIndicator(), parts[0], parts.ElementAtOrDefault(1) ?? "12", parts.ElementAtOrDefault(2) ?? "12", ("Low", parts.ElementAtOrDefault(3)), ("High", parts.ElementAtOrDefault(4)));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (nadia.Status, nadia.Mistakes.Count));
        Assert.NotNull(nadia.Page.QuerySelector($"a[href*='{wrong}']"));
        Assert.Equal(parts[0], nadia.Page.QuerySelector("input[name=Month]")!.GetAttribute("value"));
        Assert.Equal(0, site.ReadIncubator(db => db.Measures.Count()));
    }

    [Theory]
    [InlineData(nameof(Frequency.Quarterly), "2026-09", "2026-08", "de juillet 2026 à septembre 2026")]
    [InlineData(nameof(Frequency.HalfYearly), "2026-06", "2026-09", "de janvier 2026 à juin 2026")]
    [InlineData(nameof(Frequency.Yearly), "2025-12", "2026-06", "de janvier 2025 à décembre 2025")]
    public async Task A_measure_of_several_months_ends_as_they_do(string frequency, string right, string wrong, string said)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var nadia = await site.SignIn(Crew.Admin);
        await nadia.Define(("Frequency", frequency));

        await nadia.Measure(site.OneIndicator(), wrong, "12", "12");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
        await nadia.Measure(site.OneIndicator(), right, "12", "12");

        Assert.Contains(said, nadia.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_is_from_0_to_1_and_reads_as_a_percentage()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var nadia = await site.SignIn(Crew.Admin);
        await nadia.Define(("Unit", "part"), ("Shape", nameof(Shape.Ratio)), ("Axis", nameof(ImpactAxis.Useful)), ("Place", nameof(MatrixPlace.Satisfaction)));

        await nadia.Measure(site.OneIndicator(), "2026-10", "75", "40");
        Assert.Contains("de 0 à 1", nadia.Mistakes.Single(), StringComparison.Ordinal);
        await nadia.Measure(site.OneIndicator(), "2026-10", "0,75", "40");

        Assert.Contains("75\u202F%", nadia.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_number_is_masked_for_everybody_and_a_correction_takes_the_place_of_what_it_corrects()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var nadia = await site.SignIn(Crew.Admin);
        await nadia.Define();
        var id = site.OneIndicator();
        await nadia.Measure(id, "2026-09", "777", "9");
        await nadia.Measure(id, "2026-10", "888", "10");
        Assert.Contains("777 personnes", nadia.Text, StringComparison.Ordinal);

        Assert.Equal([("2026-09", null), ("2026-10", 888.0)], (await site.Impact()).One("personnes_actives").Values());
        foreach (var page in new[] { "/stats", "/startups/exemple", "/stats.json" })
        {
            Assert.DoesNotContain("777", await site.Visit().Http.GetStringAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        site.Clock.Advance(TimeSpan.FromHours(1));
        await nadia.Measure(id, "2026-10", "890", "11");
        Assert.Contains("888 personnes (remplacée)", nadia.Text, StringComparison.Ordinal);
        await nadia.Open(Addresses.Indicators(ImpactStory.Startup));
        Assert.Contains("890 personnes", nadia.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("888", nadia.Text, StringComparison.Ordinal);
        Assert.Equal(3, site.ReadIncubator(db => db.Measures.Count()));
    }

    [Fact]
    public async Task A_goal_is_a_number_and_a_day_to_come()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var nadia = await site.SignIn(Crew.Admin);
        await nadia.Define();
        await nadia.Open(Addresses.Goal(site.OneIndicator()));

        await nadia.Press("Fixer l’objectif", ("Target", "beaucoup"), ("DueOn", "2026-11-22"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 2), (nadia.Status, nadia.Mistakes.Count));
        await nadia.Press("Fixer l’objectif", ("Target", "150"), ("DueOn", "2026-11-23"));
        Assert.Contains("inconnu", nadia.Text, StringComparison.Ordinal);
    }
}
