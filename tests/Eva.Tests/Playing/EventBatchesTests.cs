using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Entry;
using Beffroi.Eva.Results;
using CsCheck;

namespace Beffroi.Eva.Tests.Playing;

/// <summary>Whatever batches come, in whatever order: each sound line is kept once, each other one refused with its reason, nothing else is lost.</summary>
public sealed class EventBatchesTests
{
    static readonly Gen<SentLine[][]> Batches = Gen.Frequency((3, SentLine.Sound), (1, SentLine.Malformed)).Array[0, 25]
        .SelectMany(lines => Gen.Shuffle(lines.Concat(lines).ToArray()))
        .SelectMany(lines => Gen.Int[1, 15].Select(size => lines.Chunk(size).ToArray()));

    /// <summary>1,000 in the long run of ./test --long; enough to notice a mistake otherwise.</summary>
    static readonly int Runs = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1" ? 1000 : 100;

    [Theory, ClassData(typeof(Engines))]
    public async Task Each_line_is_kept_once_known_already_or_refused_with_its_reason(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Propriétés");

        await Batches.SampleAsync(batches => Check(site, campaign, batches), iter: Runs, threads: 1);
    }

    static async Task Check(SiteUnderTest site, Campaign campaign, SentLine[][] batches)
    {
        var (run, http) = await Begin(site, campaign);
        // The oracle: the first sound line at a position holds it.
        var kept = new Dictionary<int, string>();
        foreach (var batch in batches)
        {
            var (accepted, known, refused) = (0, 0, new List<int>());
            foreach (var (line, number) in batch.Select((line, number) => (line, number)))
            {
                if (line.Position is not { } position)
                {
                    refused.Add(number);
                }
                else if (kept.TryAdd(position, line.Says))
                {
                    accepted++;
                }
                else if (string.Equals(kept[position], line.Says, StringComparison.Ordinal))
                {
                    known++;
                }
                else
                {
                    refused.Add(number);
                }
            }

            var receipt = await Send(http, run, batch);

            Assert.Equal((accepted, known), (receipt.Accepted, receipt.AlreadyKnown));
            Assert.Equal(refused, receipt.Refused.Select(r => r.Line));
            Assert.All(receipt.Refused, r => Assert.NotEmpty(r.Reason));
        }

        var lines = site.Read(db => db.Events.Where(e => e.RunId == run.Id).OrderBy(e => e.Position).ToList());
        Assert.Equal(kept.OrderBy(k => k.Key).Select(k => (k.Key, k.Value)), lines.Select(l => (l.Position, Says(l))));
        run.Events.AddRange(lines);
        Scorebook.Compute(new() { Id = run.EvaluationId, CampaignId = campaign.Id, BeneficiaryId = default, StartedAt = default, ConsentedAt = default, ConsentVersion = "", TokenHash = [], Runs = { run } });
    }

    static string Says(EventLine line)
    {
        using var data = JsonDocument.Parse(line.Data);
        var answer = data.RootElement.TryGetProperty("reponse", out var given) ? given.GetString() : "?";
        return $"{data.RootElement.GetProperty("question").GetString()}/{answer}/{line.Date}";
    }

    static async Task<EventReceipt> Send(HttpClient http, Run run, SentLine[] batch)
    {
        using var body = new StringContent($$"""{"evenements":[{{string.Join(',', batch.Select(l => l.For(run.Id)))}}]}""", Encoding.UTF8, "application/json");
        var response = await http.PostAsync(new Uri($"/api/eva/evaluations/{run.EvaluationId}/collections_evenements", UriKind.Relative), body, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonSerializer.Deserialize(text, EvaJson.Default.EventReceipt)!;
    }

    static async Task<(Run Run, HttpClient Http)> Begin(SiteUnderTest site, Campaign campaign)
    {
        var (token, id, person) = (Evaluation.NewToken(), Guid.NewGuid(), Guid.NewGuid());
        var run = new Run { Id = Guid.NewGuid(), EvaluationId = id, Situation = ParcoursPlan.Livraison, Seed = 1, StartedAt = SiteUnderTest.Start };
        await site.Given(
            new Beneficiary { Id = person, StructureId = campaign.StructureId, Name = "Awa", Code = $"{person:N}"[..20], CreatedAt = SiteUnderTest.Start },
            new Evaluation { Id = id, CampaignId = campaign.Id, BeneficiaryId = person, StartedAt = SiteUnderTest.Start, ConsentedAt = SiteUnderTest.Start, ConsentVersion = ConsentText.Version, TokenHash = Evaluation.Hash(token) },
            run);
        var http = site.Visit().Http;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", $"{id:N}.{token}");
        return (run, http);
    }
}
