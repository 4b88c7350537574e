using System.Text.Json;
using System.Text.Json.Nodes;
using Beffroi.Cli.Db;
using Beffroi.Eva;
using Beffroi.Eva.Bank;
using Beffroi.Eva.BankFiles;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Cli.Tests.Eva;

/// <summary>People invented from known questions, their answers kept as real events: the command finds the questions again.</summary>
public sealed class CalibrateTests : IDisposable
{
    const int People = 500;

    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Fact]
    public async Task Known_questions_are_found_within_the_error_that_is_said()
    {
        var truth = await Played();
        var file = Path.Combine(_typed.Data, "etalonnage.csv");
        var draft = Path.Combine(_typed.Data, "brouillon.csv");

        var answer = await _typed.Run(["eva", "calibrate", "livraison", "--scale", "litteratie", "--reference", "--out", file, "--draft", draft, "--json", "--data", _typed.Data]);

        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        var said = JsonNode.Parse(answer.Output)!;
        var found = said["questions"]!.AsArray().ToDictionary(q => (string)q!["id"]!, q => (A: (double)q!["a"]!, SeA: (double)q["se_a"]!, B: (double)q["b"]![0]!, SeB: (double)q["se_b"]![0]!, N: (int)q["n"]!), StringComparer.Ordinal);
        Assert.Equal(truth.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.All(found.Values, f => Assert.Equal(People, f.N));
        // 16 questions: at 95 %, fewer than 12 inside has a chance under 1 in 10,000.
        Assert.True(truth.Count(t => Math.Abs(found[t.Key].B - t.Value.B) <= 1.96 * found[t.Key].SeB) >= 12, string.Join(' ', truth.Select(t => $"{t.Key}:{t.Value.B:F2}/{found[t.Key].B:F2}±{found[t.Key].SeB:F2}")));
        Assert.True(truth.Count(t => Math.Abs(found[t.Key].A - t.Value.A) <= 1.96 * found[t.Key].SeA) >= 12, string.Join(' ', truth.Select(t => $"{t.Key}:{t.Value.A:F2}/{found[t.Key].A:F2}±{found[t.Key].SeA:F2}")));
        Assert.True(Math.Sqrt(truth.Average(t => Math.Pow(found[t.Key].B - t.Value.B, 2))) < 0.25);

        // The file says the same; the draft is a whole bank with new difficulties and nothing else.
        var rows = (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Select(l => l.Split(',')).ToList();
        Assert.Equal(found["L01"].B, double.Parse(rows.Single(r => r[2] == "L01")[5], System.Globalization.CultureInfo.InvariantCulture), 1e-12);
        var bank = BankShelf.Embedded("livraison");
        var read = BankFile.Read(await File.ReadAllBytesAsync(draft, TestContext.Current.CancellationToken));
        Assert.Empty(read.Faults);
        Assert.Equal(bank.Entries.Count(), read.Items.Count);
        Assert.Equal(Math.Round(found["L01"].B, 2), read.Items.Select(i => i.Item).Single(i => i.Id == "L01").Difficulty);
        Assert.Equal(bank.Items.Where(i => i.Skill == "numeratie").Select(i => (i.Id, i.Difficulty)), read.Items.Select(i => i.Item).Where(i => i.Skill == "numeratie").Select(i => (i.Id, i.Difficulty)));
    }

    [Fact]
    public async Task Anchors_stay_and_nothing_is_ever_replaced()
    {
        await Played(60);
        var said = JsonNode.Parse((await _typed.Run(["eva", "calibrate", "livraison", "--scale", "litteratie", "--anchors", "L01", "L03", "--json", "--data", _typed.Data])).Output)!;
        var fixedOnes = said["questions"]!.AsArray().Where(q => (bool)q!["fixe"]!).ToList();
        Assert.Equal(["L01", "L03"], fixedOnes.Select(q => (string)q!["id"]!).Order(StringComparer.Ordinal));
        Assert.All(fixedOnes, q => Assert.Equal((double)q!["expert"]!, (double)q["b"]![0]!, 1e-12));
        Assert.All(fixedOnes, q => Assert.Empty(q!["se_b"]!.AsArray()));

        var there = _typed.File("deja.csv", "à garder");
        foreach (var option in (string[])["--out", "--draft"])
        {
            var refused = await _typed.Run(["eva", "calibrate", "livraison", "--scale", "litteratie", option, there, "--data", _typed.Data]);
            Assert.Equal(2, refused.ExitCode);
            Assert.Contains("existe déjà", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
        }

        Assert.Equal("à garder", await File.ReadAllTextAsync(there, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_wish_that_cannot_be_is_said_in_one_line()
    {
        await Played(12);
        async Task Refused(string sentence, params string[] more) =>
            Assert.Contains(sentence, Assert.Single((await _typed.Run(["eva", "calibrate", .. more, "--data", _typed.Data])).ErrorLines), StringComparison.Ordinal);
        await Refused("n’a pas de question de cette échelle", "place_du_marche", "--scale", "litteratie");
        await Refused("aucune réponse", "place_du_marche", "--scale", "numeratie");
        await Refused("aucune réponse", "livraison", "--scale", "litteratie", "--from", "2030-01-01");
        await Refused("Écrivez une date", "livraison", "--scale", "litteratie", "--from", "hier");
        await Refused("X99 n’est pas une question", "livraison", "--scale", "litteratie", "--anchors", "X99");
        await Refused(".csv ou .xlsx", "livraison", "--scale", "litteratie", "--draft", "banque.txt");
    }

    /// <summary>The true discrimination and difficulty of each question of literacy, and people who answered them.</summary>
    async Task<Dictionary<string, (double A, double B)>> Played(int people = People)
    {
        await _typed.OnData("db migrate");
        var chance = new Random(11);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
        var items = BankShelf.Embedded("livraison").Items.Where(i => i.Skill != "numeratie").ToList();
        // Experts are wrong by 0.6 logit, as they say.
        var truth = items.ToDictionary(i => i.Id, i => (A: Math.Exp(0.18 + (0.3 * Normal())), B: i.Difficulty + (0.6 * Normal())), StringComparer.Ordinal);
        await using var database = OpenedDatabase.Open(new(_typed.Data, null), "essai", _typed.Clock);
        var campaign = new Campaign { Id = Guid.NewGuid(), StructureId = Guid.NewGuid(), AuthorId = Guid.NewGuid(), Label = "Essai", Code = "ESS59000", CreatedAt = _typed.Clock.GetUtcNow(), IsPrivate = false, Parcours = Parcours.CompetencesDeBase, Situations = ["livraison"], WithWriting = false };
        var ids = new List<Guid>();
        await using (var scope = database.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<EvaDb>();
            db.Add(campaign);
            for (var n = 0; n < people; n++)
            {
                var theta = Normal();
                var person = new Beneficiary { Id = Guid.NewGuid(), StructureId = campaign.StructureId, Name = "Awa", Code = $"AWA{n:D5}", CreatedAt = _typed.Clock.GetUtcNow() };
                var evaluation = new Evaluation { Id = Guid.NewGuid(), CampaignId = campaign.Id, BeneficiaryId = person.Id, StartedAt = _typed.Clock.GetUtcNow(), ConsentedAt = _typed.Clock.GetUtcNow(), ConsentVersion = "2026-11", TokenHash = [] };
                var run = new Run { Id = Guid.NewGuid(), EvaluationId = evaluation.Id, Situation = "livraison", Seed = n, StartedAt = _typed.Clock.GetUtcNow() };
                var lines = Lines(run.Id, items, item => chance.NextDouble() < 1 / (1 + Math.Exp(-truth[item.Id].A * (theta - truth[item.Id].B))));
                run.Finish(lines[^1].Position, _typed.Clock.GetUtcNow());
                run.Events.AddRange(lines);
                evaluation.Runs.Add(run);
                db.AddRange(person, evaluation);
                ids.Add(evaluation.Id);
            }

            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            foreach (var evaluation in await db.Evaluations.Include(e => e.Campaign).Include(e => e.Runs).ToListAsync(TestContext.Current.CancellationToken))
            {
                Assert.True(evaluation.FinishWhenDone(_typed.Clock.GetUtcNow()));
            }

            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using (var scope = database.Scope())
        {
            foreach (var id in ids)
            {
                await Scorebook.Write(id, scope.ServiceProvider.GetRequiredService<EvaDb>(), _typed.Clock, TestContext.Current.CancellationToken);
            }
        }

        return truth;
    }

    List<EventLine> Lines(Guid run, List<BankItem> items, Func<BankItem, bool> right)
    {
        var (lines, now) = (new List<EventLine>(), _typed.Clock.GetUtcNow().ToUnixTimeMilliseconds());
        foreach (var item in items)
        {
            Add(EventNames.QuestionShown, new { question = item.Id });
            now += 9_000;
            if (right(item))
            {
                Add(EventNames.Answered, new { question = item.Id, reponse = item.Solution[0], moyen = "souris" });
            }
            else
            {
                Add(EventNames.Answered, new { question = item.Id, neSaisPas = true, moyen = "souris" });
            }
        }

        return lines;

        void Add(string name, object data) => lines.Add(new() { RunId = run, Position = lines.Count, Name = name, Date = now, ReceivedAt = _typed.Clock.GetUtcNow(), Data = JsonSerializer.Serialize(data) });
    }
}
