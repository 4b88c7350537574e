using Beffroi.Eva.Playing;
using Beffroi.Eva.Results;
using Beffroi.Eva.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.FollowUp;

/// <summary>The results of a person on one scale, oldest first, each with the change since the one before.</summary>
public sealed record Timeline(string Title, bool IsLiteracy, IReadOnlyList<Measure> Measures)
{
    public IReadOnlyList<string> Levels => IsLiteracy ? [.. Enum.GetValues<Cefr>().Select(LevelWords.Name)] : [.. Enum.GetValues<Cenf>().Select(LevelWords.Name)];

    public IReadOnlyList<double> Cuts => IsLiteracy ? Norms.Current.Beffroi.Cefr.Values : Norms.Current.Beffroi.Cenf.Values;

    /// <summary>Null for the first.</summary>
    public Change? Since(int index) => index == 0 ? null : Change.Between(Measures[index - 1], Measures[index]);

    /// <summary>From the first to the last, where others stand between; null where <see cref="Since"/> says it all.</summary>
    public Change? Whole => Measures.Count > 2 ? Change.Between(Measures[0], Measures[^1]) : null;

    /// <summary>The four scales that are kept with their error: those of the diagnostic and those of the positioning do not mix. Empty ones are left out.</summary>
    /// <param name="evaluations">Those that the reader may see.</param>
    public static async Task<IReadOnlyList<Timeline>> Of(IQueryable<Evaluation> evaluations, EvaDb db, CancellationToken ct)
    {
        var finished = await evaluations.Where(e => e.FinishedAt != null).Include(e => e.Campaign).Include(e => e.Results).AsSplitQuery().ToListAsync(ct);
        var ids = finished.ConvertAll(e => e.Id);
        var names = InputModes.Answers;
        var said = await db.Runs.Where(r => ids.Contains(r.EvaluationId))
            .Join(db.Events.Where(e => names.Contains(e.Name)), r => r.Id, e => e.RunId, (r, e) => new { r.EvaluationId, r.Situation, e.Data }).ToListAsync(ct);
        var modes = said.GroupBy(a => (a.EvaluationId, IsPositioning: SituationCatalog.Find(a.Situation) is PositioningRules))
            .ToDictionary(g => g.Key, g => InputModes.Of(g.Select(a => a.Data)));
        InputMode Mode(Evaluation evaluation, bool positioning) => modes.GetValueOrDefault((evaluation.Id, positioning), InputMode.Unknown);

        var diagnostics = finished.Select(e => (Of: e, Score: Newest(e, EngineName.Beffroi) is { } kept ? Score.FromJson(kept) : null)).Where(r => r.Score is not null).ToList();
        var positionings = finished.Select(e => (Of: e, Score: Newest(e, PositioningEngine.Beffroi) is { } kept ? PositioningScore.FromJson(kept) : null)).Where(r => r.Score is not null).ToList();
        Measure? Diagnostic(Evaluation of, Score score, Scale? scale) => scale is null ? null : new()
        {
            Evaluation = of.Id, Campaign = of.Campaign!.Label, At = of.StartedAt, Scale = scale, EngineVersion = score.EngineVersion, NormsVersion = score.NormsVersion,
            Mode = Mode(of, positioning: false), Interpretable = score.Interpretable,
        };
        Measure? Positioning(Evaluation of, PositioningScore score, Scale? scale) => scale is null ? null : new()
        {
            Evaluation = of.Id, Campaign = of.Campaign!.Label, At = of.StartedAt, Scale = scale, EngineVersion = score.EngineVersion, NormsVersion = score.NormsVersion,
            Mode = Mode(of, positioning: true), Route = score.Route, Interpretable = score.Flags.All(f => f.Code != FlagCode.NonInterpretable),
        };
        return
        [
            .. new Timeline[]
            {
                new("Diagnostic : lire et écrire le français (littératie)", true, Sorted(diagnostics.Select(r => Diagnostic(r.Of, r.Score!, r.Score!.Litteratie)))),
                new("Diagnostic : compter et calculer (numératie)", false, Sorted(diagnostics.Select(r => Diagnostic(r.Of, r.Score!, r.Score!.Numeratie)))),
                new("Positionnement : lire et écrire le français (littératie)", true, Sorted(positionings.Select(r => Positioning(r.Of, r.Score!, r.Score!.Litteratie)))),
                new("Positionnement : compter et calculer (numératie)", false, Sorted(positionings.Select(r => Positioning(r.Of, r.Score!, r.Score!.Numeratie)))),
            }.Where(line => line.Measures.Count > 0),
        ];
    }

    static List<Measure> Sorted(IEnumerable<Measure?> measures) => [.. measures.OfType<Measure>().OrderBy(m => m.At).ThenBy(m => m.Evaluation)];

    static string? Newest<TEngine>(Evaluation evaluation, TEngine engine)
        where TEngine : struct, Enum =>
        evaluation.Results.Where(r => string.Equals(r.Engine, TechnicalName.Of(engine), StringComparison.Ordinal)).MaxBy(r => r.ComputedAt)?.Score;
}
