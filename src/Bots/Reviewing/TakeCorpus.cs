using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Beffroi.Bots.Scoring;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Reviewing;

/// <summary>What people confirmed, as figures to learn from: no name, no identifier, no text; the order says nothing. For referents, and written in the audit.</summary>
public static class TakeCorpus
{
    const int Most = 50_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(WorkAddresses.Corpus(l) + ".csv", (BotsDb db, AtWork at, Actor actor, AccountScoring scoring, TimeProvider clock, CancellationToken ct) => Take(Csv, "text/csv; charset=utf-8", "csv", db, at, actor, scoring, clock, ct)).Does("robots.exporter-corpus").ForAnalysts();
            app.MapGet(WorkAddresses.Corpus(l) + ".jsonl", (BotsDb db, AtWork at, Actor actor, AccountScoring scoring, TimeProvider clock, CancellationToken ct) => Take(Lines, "application/x-ndjson; charset=utf-8", "jsonl", db, at, actor, scoring, clock, ct)).Does("robots.exporter-corpus").ForAnalysts();
        }
    }

    static async Task<IResult> Take(Func<IReadOnlyList<LearntRow>, byte[]> write, string type, string form, BotsDb db, AtWork at, Actor actor, AccountScoring scoring, TimeProvider clock, CancellationToken ct)
    {
        if (!at.Analyst.IsReferent)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        var reviews = await db.Reviews.AsNoTracking().Where(r => r.EndedAt == null && db.AccountsOf(at.Organisation).Any(a => a.Id == r.AccountId)).ToListAsync(ct);
        var confirmed = reviews.GroupBy(r => r.AccountId).Select(g => (Account: g.Key, Verdict: ReviewVerdict.Of(g)))
            .Where(v => v.Verdict.Label is ReviewLabel.Automated or ReviewLabel.Human).Take(Most).ToArray();
        RandomNumberGenerator.Shuffle(confirmed.AsSpan());
        var rows = new List<LearntRow>();
        foreach (var (account, verdict) in confirmed)
        {
            if (await AccountEvidence.Of(db, account, ct) is { } evidence)
            {
                rows.Add(new(rows.Count + 1, verdict.Label == ReviewLabel.Automated ? "bot" : "human", verdict.People, Features(evidence, scoring)));
            }
        }

        var now = clock.GetUtcNow();
        db.Add(new AuditRow { Id = Guid.CreateVersion7(now), At = now, Who = actor.Who, Act = actor.Act!, Subject = string.Create(CultureInfo.InvariantCulture, $"AccountReview×{rows.Count}"), Change = "Exported", Fields = form });
        await db.SaveChangesAsync(ct);
        return TypedResults.File(write(rows), type, "corpus." + form);
    }

    static float[] Features(AccountEvidence evidence, AccountScoring scoring)
    {
        var features = new float[AccountFeatures.Count];
        AccountFeatures.Fill(evidence.Account, evidence.Posts.Count == 0 ? null : evidence.Posts, scoring.Model.Handles, features);
        return features;
    }

    static byte[] Csv(IReadOnlyList<LearntRow> rows)
    {
        var text = new StringBuilder("row,label,people,").AppendJoin(',', Enum.GetNames<AccountFeature>()).Append("\r\n");
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Row},{row.Label},{row.People},").AppendJoin(',', row.Features.Select(f => float.IsFinite(f) ? f.ToString("R", CultureInfo.InvariantCulture) : "")).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static byte[] Lines(IReadOnlyList<LearntRow> rows)
    {
        var names = Enum.GetNames<AccountFeature>();
        return Encoding.UTF8.GetBytes(string.Concat(rows.Select(r => JsonSerializer.Serialize(new
        {
            row = r.Row, label = r.Label, people = r.People,
            features = names.Zip(r.Features).ToDictionary(f => f.First, f => float.IsFinite(f.Second) ? f.Second : (float?)null, StringComparer.Ordinal),
        }) + "\n")));
    }
}

/// <param name="Row">Of this file only: another export numbers otherwise.</param>
public sealed record LearntRow(int Row, string Label, int People, float[] Features);
