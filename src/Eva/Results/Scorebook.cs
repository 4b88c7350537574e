using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Results;

/// <summary>Computes and keeps the results of evaluations, one row for each engine and version.</summary>
public static class Scorebook
{
    public static IReadOnlyList<Score> Compute(Evaluation evaluation)
    {
        var played = AnswerReading.Read(evaluation.Runs);
        return [.. Enum.GetValues<EngineName>().Select(engine => Engine.Run(engine, played, Norms.Current))];
    }

    /// <summary>Writes what is not kept yet, or not the same any more; tells how many rows changed.</summary>
    public static async Task<int> Write(Guid id, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        var evaluation = await db.Evaluations.Include(e => e.Runs).ThenInclude(r => r.Events).Include(e => e.Results).AsSplitQuery().SingleAsync(e => e.Id == id, ct);
        await BankShelf.Bring(db, evaluation.Runs, ct);
        var changed = 0;
        foreach (var score in Compute(evaluation))
        {
            var kept = evaluation.Results.Find(r => IsOf(r, score));
            var json = score.ToJson();
            if (string.Equals(kept?.Score, json, StringComparison.Ordinal))
            {
                continue;
            }

            if (kept is null)
            {
                db.Add(Row(evaluation.Id, score, json, clock.GetUtcNow()));
            }
            else
            {
                kept.Replace(json, clock.GetUtcNow());
            }

            changed++;
        }

        await db.SaveChangesAsync(ct);
        return changed;
    }

    static bool IsOf(Result row, Score score) =>
        string.Equals(row.Engine, TechnicalName.Of(score.Engine), StringComparison.Ordinal)
        && string.Equals(row.EngineVersion, score.EngineVersion, StringComparison.Ordinal)
        && string.Equals(row.NormsVersion, score.NormsVersion, StringComparison.Ordinal);

    static Result Row(Guid evaluation, Score score, string json, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        EvaluationId = evaluation,
        Engine = TechnicalName.Of(score.Engine),
        EngineVersion = score.EngineVersion,
        NormsVersion = score.NormsVersion,
        ComputedAt = now,
        Score = json,
    };
}
