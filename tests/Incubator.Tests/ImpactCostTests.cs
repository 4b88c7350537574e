using System.Text.Json;
using Beffroi.Cli.World;
using Beffroi.Incubator.Impact;
using Beffroi.Incubator.Steering;

namespace Beffroi.Incubator.Tests;

/// <summary>F12: what one use and one effect cost, what the matrix misses, and both in the file of committees. The expected figures were computed by hand from the demonstration.</summary>
public sealed class ImpactCostTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_was_spent_is_divided_by_what_was_measured_in_the_same_half_year_and_year(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.PlantIncubator(TestContext.Current.CancellationToken);

        var eva = await site.Impact(WorldIncubator.Eva);

        // 216 000 € engaged from January to June, 56 000 € paid from July to December. Events: 6 × 180 + 17 × 15 = 1 335, then 6 × 180 + 17 × 51 = 1 947.
        Assert.Equal((null, 161.80m), Cost(eva, "evaluations_terminees", "2020-01", "2020-06"));
        Assert.Equal((28.76m, null), Cost(eva, "evaluations_terminees", "2020-07", "2020-12"));
        Assert.Equal((17.06m, 65.81m), Cost(eva, "evaluations_terminees", "2020-01", "2020-12"));
        // People who are there: a mean of 295, of 427, of 361 over the year.
        Assert.Equal((null, 732.20m), Cost(eva, "personnes_actives", "2020-01", "2020-06"));
        Assert.Equal((131.15m, null), Cost(eva, "personnes_actives", "2020-07", "2020-12"));
        Assert.Equal((155.12m, 598.34m), Cost(eva, "personnes_actives", "2020-01", "2020-12"));
        // A median and a share cost nothing.
        Assert.DoesNotContain(eva.GetProperty("couts").EnumerateArray(), c => c.GetProperty("indicateur").GetString() is "intensite_usage" or "satisfaction");
        // 28 000 € paid for 6 × 12 + 51 = 123 manipulations.
        Assert.Equal((227.64m, null), Cost(await site.Impact(WorldIncubator.Disinfo), "manipulations", "2020-07", "2020-12"));
    }

    [Fact]
    public async Task A_month_that_is_masked_missing_or_means_something_else_makes_the_cost_unknown()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantIncubator(TestContext.Current.CancellationToken);
        var (finished, people) = (site.OneIndicator("evaluations_terminees"), site.OneIndicator());
        var one = site.ReadIncubator(db => db.Definitions.Single(d => d.IndicatorId == finished));
        await site.Write<IncubatorDb>(db =>
        {
            db.Add(Hand(finished, one.Id, new(2020, 3, 1), 214, 9));
            var second = ImpactStory.Definition(people, 2, null, Shape.Level);
            db.AddRange(second, Hand(people, second.Id, new(2020, 11, 1), 460, 460));
        });

        var eva = await site.Impact(WorldIncubator.Eva);

        Assert.Equal((null, null), Cost(eva, "evaluations_terminees", "2020-01", "2020-06"));
        Assert.Equal((28.76m, null), Cost(eva, "evaluations_terminees", "2020-07", "2020-12"));
        Assert.Equal((null, null), Cost(eva, "evaluations_terminees", "2020-01", "2020-12"));
        Assert.Equal((null, 732.20m), Cost(eva, "personnes_actives", "2020-01", "2020-06"));
        Assert.Equal((null, null), Cost(eva, "personnes_actives", "2020-07", "2020-12"));
    }

    [Fact]
    public void A_half_year_that_is_not_over_has_no_cost_yet()
    {
        var (indicator, definition) = (new Indicator { Id = Guid.NewGuid(), StartupId = Guid.NewGuid(), Name = "x" }, default(Definition)!);
        definition = ImpactStory.Definition(indicator.Id, 1, null);
        var followed = new Followed { Indicator = indicator, Definitions = [definition], Goals = [], All = [.. Enumerable.Range(1, 12).Select(m => Hand(indicator.Id, definition.Id, new(2026, m, 1), 10, 10))] };

        Assert.Empty(Costs.Of([followed], [], new(2026, 6, 30)));
        Assert.Equal([new DateOnly(2026, 1, 1)], Costs.Of([followed], [], new(2026, 7, 1)).Select(c => c.From));
        Assert.Equal([new DateOnly(2026, 1, 1), new(2026, 7, 1), new(2026, 1, 1)], Costs.Of([followed], [], new(2027, 1, 1)).Select(c => c.From));
    }

    [Theory]
    [InlineData("2025-05-23", true)]
    [InlineData("2025-05-24", false)]
    public async Task The_matrix_is_late_eighteen_months_after_the_first_phase_began(string started, bool late)
    {
        await using var site = await SiteUnderTest.Empty();
        await site.Follow("robots_questions", phase: PhaseName.Investigation, started: DateOnly.ParseExact(started, "yyyy-MM-dd", null));

        var missing = (await site.Impact()).GetProperty("obligatoires_manquants").EnumerateArray().Select(m => m.GetString()!).ToList();

        Assert.Equal(late ? 7 : 0, missing.Count);
        Assert.Equal(late, missing.Contains("Utilisateurs actifs par mois"));
        Assert.Equal(late, missing.Contains("Coût d’un usage"));
    }

    [Fact]
    public async Task What_is_measured_is_not_missing_and_an_indicator_without_a_measure_is()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantIncubator(TestContext.Current.CancellationToken);
        var disinfo = site.ReadIncubator(db => db.Startups.Single(s => s.Slug == WorldIncubator.Disinfo).Id);
        var indicator = new Indicator { Id = Guid.NewGuid(), StartupId = disinfo, Name = "facilite" };
        await site.Write<IncubatorDb>(db => db.AddRange(indicator, new Definition
        {
            Id = Guid.NewGuid(), IndicatorId = indicator.Id, Version = 1, Label = "Facilité", Formula = "Note.", Source = "Questionnaire.", Unit = "points", Axis = Kit.ImpactAxis.Usable, Place = MatrixPlace.EaseOfUse, Shape = Shape.Ratio, Frequency = Frequency.Yearly,
            LessIsBetter = false, Owner = Duty.Coach, Counted = null, By = Guid.NewGuid(), At = SiteUnderTest.Start,
        }));
        var camille = await site.SignIn(Crew.Superadmin);

        await camille.Open(Addresses.Indicators(WorldIncubator.Disinfo));

        Assert.Equal(["Note de facilité d’utilisation", "Utilisateurs actifs par mois", "Part du public visé qui est touchée", "Taux de satisfaction"], camille.Page.QuerySelectorAll(".fr-alert li").Select(l => l.TextContent.Trim()));
        Assert.Contains("10 juillet 2020", camille.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task O11_the_file_of_a_committee_shows_indicators_goals_and_what_moved_and_is_locked_with_them()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantIncubator(TestContext.Current.CancellationToken);
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Addresses.Committee(WorldIncubator.Committee));

        foreach (var said in new[] { "Évaluations terminées", "au moins 400 personnes le 31 décembre 2020 : atteint", "au moins 90", "pas atteint", "au moins 30 orientations le 30 septembre 2020 : atteint", "161,80", "28,76", "inconnu" })
        {
            Assert.Contains(said, camille.Text, StringComparison.Ordinal);
        }

        await site.Night();
        var locked = Dossier.Of(site.ReadIncubator(db => db.Committees.Single(c => c.Id == WorldIncubator.Committee).DossierText))!;
        Assert.Equal(5, locked.Indicators.Count);
        var people = site.OneIndicator();
        var definition = site.ReadIncubator(db => db.Definitions.Single(d => d.IndicatorId == people).Id);
        await site.Write<IncubatorDb>(db => db.Add(Hand(people, definition, new(2021, 1, 1), 4_321, 4_321)));
        await camille.Open(Addresses.Committee(WorldIncubator.Committee));
        Assert.DoesNotContain("4 321", camille.Text.Replace('\u202F', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_locked_before_there_were_indicators_still_opens()
    {
        const string Old = """{"at":"2020-07-08T02:00:00+00:00","phase":"Construction","allocated":370000,"engaged":1,"paid":0,"planned":0,"byPrestation":[],"before":[]}""";

        var dossier = Dossier.Of(Old)!;

        Assert.Equal((370_000m, 0, 0), (dossier.Allocated, dossier.Indicators.Count, dossier.Costs.Count));
    }

    [Fact]
    public void Costs_of_two_half_years_tell_how_they_moved()
    {
        Kit.PublishedCost Of(DateOnly from, decimal? paid, decimal? engaged) => new("x", "X", "choses", from, from.AddMonths(5), paid, engaged);

        var lines = DossierCost.Of([Of(new(2025, 1, 1), 10, 5), Of(new(2025, 7, 1), 8, 5), Of(new(2026, 1, 1), null, 7.5m), Of(new(2027, 1, 1), 1, 1)]);

        Assert.Equal(["inconnu", "\u221220\u202F% (payé)", "+50\u202F% (engagé)", "inconnu"], lines.Select(l => l.Change));
    }

    static (decimal? Paid, decimal? Engaged) Cost(JsonElement impact, string indicator, string from, string to)
    {
        var one = impact.GetProperty("couts").EnumerateArray().Single(c => (c.GetProperty("indicateur").GetString(), c.GetProperty("de").GetString(), c.GetProperty("a").GetString()) == (indicator, from, to));
        decimal? Read(string name) => one.GetProperty(name).ValueKind == JsonValueKind.Null ? null : one.GetProperty(name).GetDecimal();
        return (Read("cout_paye"), Read("cout_engage"));
    }

    static Measure Hand(Guid indicator, Guid definition, DateOnly month, double value, int n) =>
        new() { Id = Guid.NewGuid(), IndicatorId = indicator, DefinitionId = definition, Month = month, Value = value, N = n, Taken = Taken.ByHand, Source = "Relevé", By = Guid.NewGuid(), At = SiteUnderTest.Start };
}
