using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Norming;
using Beffroi.Eva.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Results;

/// <summary>A result as it is kept.</summary>
public sealed record Computed(string Engine, string EngineVersion, string NormsVersion, string Json)
{
    public bool IsOf(Result row) => (row.Engine, row.EngineVersion, row.NormsVersion) == (Engine, EngineVersion, NormsVersion);
}

/// <summary>Computes and keeps the results of evaluations, one row for each engine and version.</summary>
public static class Scorebook
{
    public static IReadOnlyList<Score> Compute(Evaluation evaluation)
    {
        var played = AnswerReading.Read(evaluation.Runs);
        return [.. Enum.GetValues<EngineName>().Select(engine => Engine.Run(engine, played, Norms.Current))];
    }

    /// <summary>The kept results; computed on the spot while the evaluation goes on.</summary>
    public static IReadOnlyList<Score> KeptOrComputed(Evaluation evaluation)
    {
        var kept = Newest<EngineName>(evaluation).Select(Score.FromJson).ToList();
        return kept.Count == Enum.GetValues<EngineName>().Length ? kept : Compute(evaluation);
    }

    /// <summary>The same of the positioning; nothing where there is none.</summary>
    public static IReadOnlyList<PositioningScore> PositionsKeptOrComputed(Evaluation evaluation)
    {
        var kept = Newest<PositioningEngine>(evaluation).Select(PositioningScore.FromJson).ToList();
        return kept.Count > 0 ? kept : Position(evaluation);
    }

    /// <summary>What the engines say of the positioning; nothing where there is none.</summary>
    public static IReadOnlyList<PositioningScore> Position(Evaluation evaluation)
    {
        var plays = Plays(evaluation.Runs);
        return [.. new[] { HistoricalPositioning.Run(plays), AbilityPositioning.Run(plays, Norms.Current.Beffroi) }.OfType<PositioningScore>()];
    }

    /// <summary>How the person goes about a task; nothing where no situation says it.</summary>
    public static IReadOnlyList<TransversalScore> MannersKeptOrComputed(Evaluation evaluation)
    {
        var kept = Newest<TransversalEngine>(evaluation).Select(TransversalScore.FromJson).ToList();
        return kept.Count == Enum.GetValues<TransversalEngine>().Length ? kept : Manners(evaluation);
    }

    static IReadOnlyList<TransversalScore> Manners(Evaluation evaluation)
    {
        if (!evaluation.Runs.Exists(TransversalReading.Measures))
        {
            return [];
        }

        var findings = TransversalReading.Read(evaluation.Runs);
        return
        [
            TransversalScoring.Historique(findings, Norms.Current.Historique),
            TransversalScoring.Beffroi(findings, Norms.Current.Beffroi, TransversalScoring.KnownReliabilities),
        ];
    }

    /// <summary>The positionings among runs.</summary>
    public static IReadOnlyList<RoutePlay> Plays(IEnumerable<Run> runs) =>
        [.. runs.Where(IsPositioning).OrderBy(r => r.Situation, StringComparer.Ordinal).Select(RouteReading.Read)];

    /// <summary>Every row that the evaluation has, computed again.</summary>
    public static IReadOnlyList<Computed> Rows(Evaluation evaluation)
    {
        var positions = evaluation.Runs.Exists(IsPositioning);
        // Who played a positioning alone has no diagnostic, not an empty one.
        var diagnoses = !positions || evaluation.Runs.Exists(r => TechnicalName.TryParse<Situation>(r.Situation, out _));
        // Items that this program does not have any more: what was kept stands.
        var known = evaluation.Runs.Where(IsPositioning).All(r => Bank.PositioningBank.Find(r.Situation, r.BankVersion) is not null);
        return
        [
            .. diagnoses ? Compute(evaluation).Select(s => new Computed(TechnicalName.Of(s.Engine), s.EngineVersion, s.NormsVersion, s.ToJson())) : [],
            .. Manners(evaluation).Select(s => new Computed(TechnicalName.Of(s.Engine), s.EngineVersion, s.NormsVersion, s.ToJson())),
            .. positions && known ? Position(evaluation).Select(s => new Computed(TechnicalName.Of(s.Engine), s.EngineVersion, s.NormsVersion, s.ToJson())) : [],
        ];
    }

    /// <summary>Writes what is not kept yet, or not the same any more.</summary>
    public static async Task<Written> Write(Guid id, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        var evaluation = await db.Evaluations.Include(e => e.Runs).ThenInclude(r => r.Events).Include(e => e.Results).AsSplitQuery().SingleAsync(e => e.Id == id, ct);
        await BankShelf.Bring(db, evaluation.Runs, ct);
        var (rows, changed) = (Rows(evaluation), 0);
        foreach (var row in rows)
        {
            var kept = evaluation.Results.Find(row.IsOf);
            if (string.Equals(kept?.Score, row.Json, StringComparison.Ordinal))
            {
                continue;
            }

            if (kept is null)
            {
                db.Add(New(evaluation.Id, row, clock.GetUtcNow(), await CohortNorms.InForce(db, row.Engine, ct)));
            }
            else
            {
                kept.Replace(row.Json, clock.GetUtcNow());
            }

            changed++;
        }

        evaluation.Read(SynthesisOf(evaluation));
        await db.SaveChangesAsync(ct);
        return new(changed, rows.Count - changed);
    }

    /// <summary>The reading as a whole, as the restitution heads it (<see cref="OverallReading"/>), from the rows alone: a positioning stands in the place of the diagnostic.</summary>
    static string? SynthesisOf(Evaluation evaluation)
    {
        var (scores, positions) = (Newest<EngineName>(evaluation).Select(Score.FromJson).ToList(), Newest<PositioningEngine>(evaluation).Select(PositioningScore.FromJson).ToList());
        var (profiles, ability) = (positions.Find(p => p.Engine is PositioningEngine.Historique), positions.Find(p => p.Engine is PositioningEngine.Beffroi));
        if ((profiles ?? ability)?.Synthesis is { } positioned)
        {
            return TechnicalName.Of(positioned);
        }

        return scores.Find(s => s.Engine is EngineName.Beffroi)?.Synthesis is { } read ? TechnicalName.Of(read) : null;
    }

    static IEnumerable<string> Newest<TEngine>(Evaluation evaluation)
        where TEngine : struct, Enum =>
        evaluation.Results.Where(r => TechnicalName.TryParse<TEngine>(r.Engine, out _)).GroupBy(r => r.Engine, StringComparer.Ordinal).Select(engine => engine.MaxBy(r => r.ComputedAt)!.Score);

    static bool IsPositioning(Run run) => SituationCatalog.Find(run.Situation) is PositioningRules;

    static Result New(Guid evaluation, Computed row, DateTimeOffset now, string? norms) => new()
    {
        Id = Guid.CreateVersion7(now),
        EvaluationId = evaluation,
        Engine = row.Engine,
        EngineVersion = row.EngineVersion,
        NormsVersion = row.NormsVersion,
        ComputedAt = now,
        CohortNorms = norms,
        Score = row.Json,
    };
}

/// <summary>How many rows changed, and how many were as computed.</summary>
public sealed record Written(int Changed, int Unchanged);
