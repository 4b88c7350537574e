using System.Globalization;
using System.Net;
using System.Text.Json;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;
using Beffroi.Eva.Tests.Positionnement;

namespace Beffroi.Eva.Tests.Exports;

/// <summary>Rows 18 and 44: the answers of a positioning as a file.</summary>
public sealed class ExportAnswersTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Row_18_i_do_not_know_is_its_own_word_beside_wrong(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Position("positionnement_litteratie", "historique");
        var awa = await Participant.Enter(site, campaign.Code);
        var play = await awa.Start("cafe_de_la_place");
        var told = Story.Whole(play, id => id.Sum(c => c) % 2 == 0, 6).Events;
        // Every other wrong answer becomes « je ne sais pas »: by the published rules the way is the same.
        var wrong = told.Where(e => e.Name == EventNames.Answered && Id(e).Sum(c => c) % 2 != 0).ToList();
        var unknown = wrong.Where((_, n) => n % 2 == 0).Select(e => e.Position).ToHashSet();
        await awa.Send(told.Select(e => unknown.Contains(e.Position) ? e with { Data = new(StringComparer.Ordinal) { ["question"] = e.Data!["question"], ["neSaisPas"] = JsonSerializer.SerializeToElement(true) } } : e));
        var evaluation = site.LastEvaluation(campaign.Id);
        var hugo = await site.SignIn(Crew.Hugo);

        var rows = OutsideReading.Csv(await ExportEvaluationsTests.Bytes(hugo, $"/eva/evaluations/{evaluation.Id}/reponses.csv"));

        Assert.True(wrong.Count > 3);
        Assert.Equal(told.Where(e => e.Name == EventNames.Answered).Select(Id), rows.Select(r => r["Question"]));
        Assert.Equal(told.Where(e => unknown.Contains(e.Position)).Select(Id), rows.Where(r => r["Résultat"] == "je ne sais pas").Select(r => r["Question"]));
        Assert.All(rows.Where(r => r["Résultat"] == "je ne sais pas"), r => Assert.Equal(("", "0"), (r["Réponse donnée"], r["Points"])));
        Assert.Contains(rows, r => r["Résultat"] == "faux" && r["Réponse donnée"].Length > 0);
        Assert.All(rows, r => Assert.Equal("6", r["Temps (s)"]));
        var tally = evaluation.Kept(PositioningEngine.Historique).Skills;
        var line = OutsideReading.Csv(await ExportEvaluationsTests.Bytes(hugo, "/eva/evaluations/export.csv")).Single(r => r["Campagne"] == campaign.Label);
        Assert.Equal(
            (tally.Sum(s => s.Right), tally.Sum(s => s.Wrong), tally.Sum(s => s.DontKnow)),
            (int.Parse(line["Réponses justes"], CultureInfo.InvariantCulture), int.Parse(line["Réponses fausses"], CultureInfo.InvariantCulture), int.Parse(line["« Je ne sais pas »"], CultureInfo.InvariantCulture)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_44_numeracy_has_its_thirteen_columns_and_a_sheet_of_the_whole(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Position("positionnement", "historique");
        var evaluation = await site.Played(campaign, id => id.Sum(c => c) % 5 != 0);

        var sheets = OutsideReading.Xlsx(await ExportEvaluationsTests.Bytes(await site.SignIn(Crew.Hugo), $"/eva/evaluations/{evaluation.Id}/reponses.xlsx"));

        Assert.Equal(["Littératie", "Numératie", "Synthèse CléA"], sheets.Select(s => s.Name));
        Assert.True(sheets[0].Rows[0].Count >= 7);
        Assert.True(sheets[1].Rows[0].Count >= 13);
        Assert.All(sheets[1].Rows, r => Assert.Equal(r["Question"].Text[1].ToString(), r["Niveau"].Text));
        Assert.All(sheets[1].Rows, r => Assert.Equal(r["Question"].Text[2] == 'R' ? "oui" : "non", r["Rattrapage"].Text));
        var kept = evaluation.Kept(PositioningEngine.Historique).Clea;
        Assert.Equal(kept.Select(d => d.Code), sheets[2].Rows.Select(r => r["Domaine CléA"].Text).Where(code => code.Length == 3));
        Assert.Equal(kept.Select(d => d.Percent.ToString("0.##", CultureInfo.InvariantCulture)), sheets[2].Rows.Where(r => r["Domaine CléA"].Text.Length == 3).Select(r => r["Résultat (%)"].Text));
        Assert.Equal(["2.1.5", "2.1.6", "2.3.6", "2.5.1", "2.5.2"], sheets[2].Rows.Where(r => r["État"].Text == "Pas de question").Select(r => r["Domaine CléA"].Text));
    }

    [Fact]
    public async Task Row_44_answers_exist_for_those_who_read_the_evaluation_and_only_where_there_is_a_positioning()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Position("positionnement_numeratie", "beffroi");
        var evaluation = await site.Played(campaign, _ => true);
        var diagnostic = await site.Create(Crew.Hugo, "Sans positionnement");
        await Participant.Enter(site, diagnostic.Code);
        var other = site.LastEvaluation(diagnostic.Id).Id;
        var before = site.Read(db => db.Audit.Count(a => a.Act == "reponses.exporter"));

        foreach (var end in new[] { "csv", "xlsx" })
        {
            foreach (var (person, status) in new[] { (Crew.Hugo, HttpStatusCode.OK), (Crew.Rose, HttpStatusCode.OK), (Crew.OtherAdviser, HttpStatusCode.NotFound), (Crew.Pending, HttpStatusCode.Forbidden) })
            {
                Assert.Equal(status, (await (await site.SignIn(person)).Open($"/eva/evaluations/{evaluation.Id}/reponses.{end}")).Status);
            }

            Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignIn(Crew.Hugo)).Open($"/eva/evaluations/{other}/reponses.{end}")).Status);
            Assert.StartsWith("/connexion", (await site.Visit().Open($"/eva/evaluations/{evaluation.Id}/reponses.{end}")).Address, StringComparison.Ordinal);
        }

        Assert.Equal(4, site.Read(db => db.Audit.Count(a => a.Act == "reponses.exporter" && a.Subject == $"Evaluation:{evaluation.Id}")) - before);
    }

    static string Id(GameEvent told) => told.Data!["question"].GetString()!;
}
