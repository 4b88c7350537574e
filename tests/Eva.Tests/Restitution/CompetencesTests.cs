using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Restitution;

/// <summary>Row 28 on the adviser's page: the steps of the published rules with what they rest on, our observations without any level. The expected levels are read by hand
/// in the table of the reference (2.9).</summary>
public sealed class CompetencesTests
{
    // 4 s an act: 48 sweets in 192 s (rapidité 2), 60 biscuits none missed nor misplaced (4, 4, 4), a danger opened after 4 s (4), 19 openings (4), right at the first sheet (4), 80 s (4).
    [Theory, ClassData(typeof(Engines))]
    public async Task Row_28_each_level_is_that_of_the_table_and_each_step_that_of_their_mean(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var evaluation = await Played(site, "Manières", 4);

        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open($"/eva/evaluations/{evaluation.Id}");

        Assert.Equal(
            ["rapidite 2", "comparaison_tri 3", "attention_concentration 3", "organisation_methode 3", "vigilance_controle 3"],
            hugo.Page.QuerySelectorAll(".manner").Select(m => $"{m.Id!["competence-".Length..]} {m.QuerySelector(".manner-step strong")!.TextContent["Ancien calcul : palier ".Length]}"));
        Assert.Equal(
            ["4", "4", "2", "4", "4", "4", "4", "4", "4"],
            hugo.Page.QuerySelectorAll(".manners tbody tr").Select(r => r.QuerySelector("td.figure")!.TextContent));
        Assert.Contains("3 min 12 s pour ranger les bonbons", hugo.Text, StringComparison.Ordinal);
        Assert.Contains("0 bonbon mis dans le bac d’une autre sorte, sur 48 rangés", hugo.Text, StringComparison.Ordinal);
        Assert.Contains("19 ouvertures des 19 contenants", hugo.Text, StringComparison.Ordinal);
        Assert.Contains("4,0 s en moyenne pour trouver un danger", hugo.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_28_our_engine_gives_observations_and_says_why_there_is_no_level()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var evaluation = await Played(site, "Sans palier", 4);

        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open($"/eva/evaluations/{evaluation.Id}");

        string Of(string competence) => Visitor.Flat(hugo.Page.QuerySelector($"#competence-{competence}")!.TextContent);
        Assert.Contains("ces chiffres viennent du temps", Of("rapidite"), StringComparison.Ordinal);
        Assert.Contains("la fidélité de ces chiffres n’est pas encore connue", Of("comparaison_tri"), StringComparison.Ordinal);
        Assert.Contains("il faut au moins 2 jeux", Of("attention_concentration"), StringComparison.Ordinal);
        Assert.Contains("il compte le temps", Of("rapidite"), StringComparison.Ordinal);
        Assert.DoesNotContain("il compte le temps", Of("comparaison_tri"), StringComparison.Ordinal);
        Assert.All(hugo.Page.QuerySelectorAll(".manner"), m => Assert.Single(m.QuerySelectorAll("strong"), s => s.TextContent.Contains("palier", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task The_results_of_both_are_kept_with_their_versions_and_come_out_the_same()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var evaluation = await Played(site, "Gardés", 4);

        foreach (var (engine, norms) in new[] { (TransversalEngine.Historique, "historique-2020-11"), (TransversalEngine.Beffroi, "beffroi-expert-2026-11") })
        {
            var kept = Assert.Single(evaluation.Results, r => r.Engine == TechnicalName.Of(engine));
            Assert.Equal(("1", norms), (kept.EngineVersion, kept.NormsVersion));
            var again = Results.Scorebook.Rows(evaluation).Single(r => r.Engine == kept.Engine);
            Assert.Equal(kept.Score, again.Json);
        }
    }

    [Fact]
    public async Task Effort_and_pace_are_figures_beside_no_level()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Effort");
        // 31 questions of 10 s, all right: 6 a minute; 56 words at 2 s: 30 a minute.
        await (await Participant.Enter(site, campaign.Code)).PlayAll(_ => true, seconds: 10, wordSeconds: 2);

        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}");

        Assert.Equal(
            ["Aux questions 31 0 6,0", "Aux mots 56 0 30,0"],
            hugo.Page.QuerySelectorAll(".effort tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent.Trim()))));
    }

    [Fact]
    public async Task A_campaign_without_these_games_shows_none_of_it()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "De base");
        await (await Participant.Enter(site, campaign.Code)).PlayAll(_ => true);

        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}");

        Assert.Empty(hugo.Page.QuerySelectorAll(".manners"));
    }

    static async Task<Evaluation> Played(SiteUnderTest site, string label, double seconds)
    {
        var campaign = await site.CreateComplete(label);
        var awa = await Participant.Enter(site, campaign.Code);
        await awa.PlayAll(_ => true, seconds, seconds);
        return site.LastEvaluation(campaign.Id);
    }
}
