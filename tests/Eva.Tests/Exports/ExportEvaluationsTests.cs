using System.Globalization;
using System.Net;
using System.Text;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Entry;
using Beffroi.Eva.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Tests.Exports;

/// <summary>Row 44: the evaluations as a file, whole, in the reader's own scope.</summary>
public sealed class ExportEvaluationsTests
{
    const string Csv = "/eva/evaluations/export.csv";
    const string Xlsx = "/eva/evaluations/export.xlsx";

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_44_each_evaluation_is_a_line_with_its_levels_and_how_likely_they_are(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Export");
        await (await Participant.Enter(site, campaign.Code, "Zoé; « dite \"Zo\" »")).PlayAll(id => id.GetHashCode(StringComparison.Ordinal) % 3 != 0, seconds: 9, wordSeconds: 1.3);
        await Participant.Enter(site, campaign.Code, "Bao");
        var played = site.Read(db => db.Evaluations.AsNoTracking().Include(e => e.Beneficiary).Include(e => e.Results).Single(e => e.CampaignId == campaign.Id && e.FinishedAt != null));
        var hugo = await site.SignIn(Crew.Hugo);

        var rows = OutsideReading.Csv(await Bytes(hugo, Csv));

        Assert.True(rows[0].Count >= 14);
        var line = rows.Single(r => r["Code personnel"] == played.Beneficiary!.Code);
        var score = Score.FromJson(played.Results.Single(r => r.Engine == "beffroi").Score);
        var reading = score.Litteratie!;
        Assert.Equal("Zoé; « dite \"Zo\" »", line["Personne"]);
        Assert.Equal(("Export", campaign.Code, "competences_de_base", "terminée", "complete"), (line["Campagne"], line["Code de la campagne"], line["Parcours"], line["État"], line["Complétude"]));
        Assert.Equal(reading.FrameworkLevel, line["Littératie : niveau CECRL"]);
        Assert.Equal(Math.Round(reading.Value, 2), double.Parse(line["Littératie : mesure (logits)"], CultureInfo.GetCultureInfo("fr-FR")), 6);
        Assert.Equal(Math.Round(reading.FrameworkProbabilities!.Single(p => p.Level == reading.FrameworkLevel).Probability, 2), double.Parse(line["Littératie : probabilité du niveau CECRL"], CultureInfo.GetCultureInfo("fr-FR")), 6);
        Assert.Equal(score.SubResults.Sum(s => s.Correct).ToString(CultureInfo.InvariantCulture), line["Réponses justes"]);
        Assert.Contains(score.NormsVersion, line["Moteur et normes"], StringComparison.Ordinal);
        // 10:00 UTC of a winter's day is 11:00 in Paris.
        Assert.Equal("2026-11-23 11:00", line["Commencée le"]);
        var begun = rows.Single(r => r["Personne"] == "Bao");
        Assert.Equal(("en cours", "", "", ""), (begun["État"], begun["Terminée le"], begun["Synthèse"], begun["Réponses justes"]));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_44_the_workbook_says_the_same_as_the_separated_values(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await site.SignIn(Crew.Hugo);

        var csv = OutsideReading.Csv(await Bytes(hugo, Csv));
        var (name, rows) = Assert.Single(OutsideReading.Xlsx(await Bytes(hugo, Xlsx)));

        Assert.Equal("Évaluations", name);
        Assert.NotEmpty(rows);
        Assert.Equal(
            csv.Select(row => string.Join('|', row.Select(c => $"{c.Key}={c.Value}"))),
            rows.Select(row => string.Join('|', row.Select(c => $"{c.Key}={(c.Value.IsFigure ? c.Value.Text.Replace('.', ',') : c.Value.Text)}"))));
        Assert.Contains(rows, row => row["Littératie : mesure (logits)"].IsFigure);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_44_everybody_gets_the_own_scope_and_nothing_else(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        foreach (var (person, label, isPrivate) in new[] { (Crew.Hugo, "De Hugo", false), (Crew.Rose, "De Rose", false), (Crew.Rose, "À Rose seule", true), (Crew.OtherAdviser, "D’ailleurs", false) })
        {
            var campaign = await site.Create(person, label, isPrivate);
            await Participant.Enter(site, campaign.Code);
        }

        await Participant.AloneAtTheEnd(site);
        foreach (var (person, seen) in new[]
        {
            (Crew.Hugo, new[] { "De Hugo", "De Rose" }), (Crew.Rose, ["De Hugo", "De Rose", "À Rose seule"]), (Crew.Admin, ["De Hugo", "De Rose"]), (Crew.OtherAdviser, ["D’ailleurs"]), (Crew.Superadmin, ["De Hugo", "De Rose", "D’ailleurs"]),
        })
        {
            var visitor = await site.SignIn(person);
            await visitor.Open("/eva/evaluations");
            var listed = int.Parse(string.Concat(visitor.Page.QuerySelector("main caption")!.TextContent.Where(char.IsDigit)), CultureInfo.InvariantCulture);

            var rows = OutsideReading.Csv(await Bytes(visitor, Csv));

            Assert.Equal(listed, rows.Count);
            Assert.Equal(rows.Count, OutsideReading.Xlsx(await Bytes(visitor, Xlsx))[0].Rows.Count);
            Assert.Equal(seen.Order(StringComparer.Ordinal), rows.Select(r => r["Campagne"]).Where(c => c.StartsWith('D') || c.StartsWith('À')).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        }

        foreach (var address in new[] { Csv, Xlsx })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignIn(Crew.Pending)).Open(address)).Status);
            Assert.StartsWith("/connexion", (await site.Visit().Open(address)).Address, StringComparison.Ordinal);
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_44_pages_of_the_database_follow_each_other_without_a_gap_or_a_double(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        // Two whole pages and a little more, many begun at the same instant.
        var codes = await Plant(site, 401 + 7);

        var rows = OutsideReading.Csv(await Bytes(await site.SignIn(Crew.Hugo), Csv));

        Assert.Equal(codes.Order(StringComparer.Ordinal), rows.Where(r => r["Campagne"] == "Foule").Select(r => r["Code personnel"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Row_44_the_filter_of_the_list_is_kept_by_its_links()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await (await site.SignIn(Crew.Hugo)).Open("/eva/evaluations?q=Awa");
        var link = hugo.Page.QuerySelectorAll("main a[download]").Select(a => a.GetAttribute("href")!).Single(h => h.StartsWith(Csv, StringComparison.Ordinal));

        var rows = OutsideReading.Csv(await Bytes(hugo, link));

        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Equal("Awa", r["Personne"]));
    }

    [Fact]
    public async Task Row_44_nothing_typed_is_run_as_a_formula()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await Plant(site, 6, n => "=+-@\t\r"[n] + "HYPERLINK(\"http://mal.example\";\"ici\")");
        var hugo = await site.SignIn(Crew.Hugo);

        var rows = OutsideReading.Csv(await Bytes(hugo, Csv));

        Assert.Equal(6, rows.Count(r => r["Personne"].Contains("HYPERLINK", StringComparison.Ordinal)));
        Assert.All(rows.SelectMany(r => r.Values).Where(v => v.Length > 0 && "=+-@\t\r".Contains(v[0], StringComparison.Ordinal)), v => Assert.True(double.TryParse(v, NumberStyles.Float, CultureInfo.GetCultureInfo("fr-FR"), out _), v));
        // In a workbook a text is said to be one: OutsideReading looks for formulas.
        Assert.Equal(6, OutsideReading.Xlsx(await Bytes(hugo, Xlsx))[0].Rows.Count(r => r["Personne"].Text.Contains("HYPERLINK", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Health_self_answers_and_free_text_never_leave()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.CreateWith("Santé", "WithHealth", "WithSelfPositioning", "WithWriting");
        var awa = await Participant.Enter(site, campaign.Code, "Awa");
        await awa.AnswerQuestionnaire(("sante_accord", "oui"), ("sante_vue", "un_peu"), ("sante_dys", "ne_sait_pas"), ("auto_concentration", "tres_difficile"));
        var play = await awa.Start("livraison");
        var writing = play.Items.Single(i => i.Kind is ItemKind.Writing);
        await awa.Send(new Story(play).Answer(writing.Id, "Je m’appelle Awa Texte-Libre.", 20).Events);
        await awa.PlayAll(_ => true);
        var hugo = await site.SignIn(Crew.Hugo);

        var csv = Encoding.UTF8.GetString(await Bytes(hugo, Csv));

        Assert.Contains("Santé", csv, StringComparison.Ordinal);
        foreach (var secret in new[] { "sante_", "un_peu", "ne_sait_pas", "tres_difficile", "Texte-Libre" })
        {
            Assert.DoesNotContain(secret, csv, StringComparison.Ordinal);
            Assert.DoesNotContain(OutsideReading.Xlsx(await Bytes(hugo, Xlsx))[0].Rows.SelectMany(r => r.Values), c => c.Text.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Who_took_how_many_out_is_written_down_and_a_refused_one_is_not(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var before = site.Read(db => db.Audit.Count());
        var count = OutsideReading.Csv(await Bytes(await site.SignIn(Crew.Hugo), Csv)).Count;
        await (await site.SignIn(Crew.Pending)).Open(Xlsx);

        var row = site.Read(db => db.Audit.Single(a => a.Act == "evaluations.exporter"));
        Assert.Equal(before + 1, site.Read(db => db.Audit.Count()));
        Assert.Equal(($"compte:{site.IdOf(Crew.Hugo)}", "evaluations.exporter", $"Evaluation×{count.ToString(CultureInfo.InvariantCulture)}", "Exported", "csv"), (row.Who, row.Act, row.Subject, row.Change, row.Fields));
    }

    internal static async Task<byte[]> Bytes(Visitor visitor, string address)
    {
        using var response = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>People who entered a campaign of Hugo’s, without the time it takes.</summary>
    static async Task<List<string>> Plant(SiteUnderTest site, int count, Func<int, string>? name = null)
    {
        var campaign = await site.Create(Crew.Hugo, "Foule");
        var people = Enumerable.Range(0, count).Select(n => new Beneficiary { Id = Guid.NewGuid(), StructureId = campaign.StructureId, Name = name?.Invoke(n) ?? "Awa", Code = $"F{Guid.NewGuid():N}"[..12], CreatedAt = SiteUnderTest.Start }).ToList();
        await site.Given([.. people, .. people.Select(p => new Evaluation
        {
            Id = Guid.NewGuid(), CampaignId = campaign.Id, BeneficiaryId = p.Id, StartedAt = SiteUnderTest.Start, ConsentedAt = SiteUnderTest.Start, ConsentVersion = ConsentText.Version, TokenHash = [],
        })]);
        return people.ConvertAll(p => p.Code);
    }
}
