using System.Net;
using System.Text.Json;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;

namespace Beffroi.Eva.Tests.Restitution;

/// <summary>Row 59: standard scores, runs, raw events and versions, for superadmins.</summary>
public sealed class InspectionTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Row_59_the_standard_scores_and_versions_are_those_of_the_kept_result(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.CreateComplete("Calcul");
        await (await Participant.Enter(site, campaign.Code)).PlayAll(id => id.Length % 2 == 0 || id.EndsWith('1'), seconds: 9, wordSeconds: 1.3);
        var evaluation = site.LastEvaluation(campaign.Id);
        var camille = await site.SignIn(Crew.Superadmin);

        await (await camille.Open($"/eva/evaluations/{evaluation.Id}")).Follow("Voir le calcul");

        var kept = Score.FromJson(evaluation.Results.Single(r => r.Engine == "historique").Score);
        var shown = camille.Page.QuerySelectorAll("main .fr-table").ToList()[1].QuerySelectorAll("tbody tr").Select(r => r.LastElementChild!.TextContent.Trim());
        Assert.Equal([.. kept.StandardScores.Select(z => French.Number(z.Z, 3)), French.Number(kept.Litteratie!.Value, 3), French.Number(kept.Numeratie!.Value, 3)], shown);
        Assert.Equal(
            evaluation.Results.Select(row => $"{row.Engine} {row.EngineVersion} {row.NormsVersion}").Order(StringComparer.Ordinal),
            camille.Page.QuerySelectorAll("main .fr-table")[0].QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.Children.Take(3).Select(c => c.TextContent.Trim()))));
        Assert.Contains("une seule partie par situation, par construction", camille.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_59_every_event_can_be_read_page_after_page_and_taken_as_a_file(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.CreateComplete("Événements");
        await (await Participant.Enter(site, campaign.Code)).Play(4, "controle", "tri");
        var evaluation = site.LastEvaluation(campaign.Id);
        var camille = await site.SignIn(Crew.Superadmin);
        var belt = evaluation.Runs.Single(r => r.Situation == "controle");

        await camille.Open($"/eva/evaluations/{evaluation.Id}/calcul?partie={belt.Id}");
        var positions = new List<string>();
        for (var page = 1; page <= 2; page++)
        {
            await camille.Open($"/eva/evaluations/{evaluation.Id}/calcul?partie={belt.Id}&page={page}");
            positions.AddRange(camille.Page.QuerySelectorAll("main .fr-table")[^1].QuerySelectorAll("tbody tr").Select(r => r.FirstElementChild!.TextContent));
        }

        Assert.True(belt.Events.Count > 100);
        Assert.Equal(belt.Events.Select(e => $"{e.Position}"), positions);

        var json = JsonDocument.Parse(await camille.Http.GetStringAsync(new Uri($"/eva/evaluations/{evaluation.Id}/calcul/evenements.json", UriKind.Relative), TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(evaluation.Runs.Sum(r => r.Events.Count), json.GetArrayLength());
        Assert.Equal(
            evaluation.Runs.SelectMany(r => r.Events.Select(e => $"{r.Id} {e.Position} {e.Name}")).Order(StringComparer.Ordinal),
            json.EnumerateArray().Select(e => $"{e.GetProperty("session_id").GetGuid()} {e.GetProperty("position").GetInt32()} {e.GetProperty("nom").GetString()}").Order(StringComparer.Ordinal));
        var csv = await camille.Http.GetStringAsync(new Uri($"/eva/evaluations/{evaluation.Id}/calcul/evenements.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(evaluation.Runs.Sum(r => r.Events.Count) + 1, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("situation;partie;position;", csv.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.DoesNotContain('\uFEFF', csv[1..]);
    }

    [Fact]
    public async Task Row_59_before_the_end_the_figures_are_said_to_be_of_the_moment()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "En cours");
        await Participant.Enter(site, campaign.Code);
        var camille = await site.SignIn(Crew.Superadmin);

        await camille.Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}/calcul");

        Assert.Equal(HttpStatusCode.OK, camille.Status);
        Assert.Contains("calculés à l’instant", camille.Text, StringComparison.Ordinal);
        Assert.Contains("Aucune partie n’est commencée", camille.Text, StringComparison.Ordinal);
    }
}
