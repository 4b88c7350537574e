using Beffroi.Eva.Competences;
using Beffroi.Eva.Reviews;
using Beffroi.Eva.Scoring;
using Beffroi.Eva.Tables;

namespace Beffroi.Eva.Exports;

/// <summary>A column of the table of evaluations, and what it says of one.</summary>
sealed record EvaluationColumn(string Title, Func<ExportedEvaluation, Cell> Of);

/// <summary>The columns of the table of evaluations, in their order (docs/eva-exports.md).</summary>
static class EvaluationColumns
{
    public static IReadOnlyList<EvaluationColumn> All { get; } =
    [
        Text("Code personnel", e => e.Evaluation.Beneficiary?.Code),
        Text("Personne", e => e.Evaluation.Beneficiary?.Name),
        Text("Structure", e => e.Structure),
        Text("Campagne", e => e.Evaluation.Campaign?.Label),
        Text("Code de la campagne", e => e.Evaluation.Campaign?.Code),
        // What was handed over keeps its own parcours.
        Text("Parcours", e => (e.Evaluation.Alone?.Parcours ?? e.Evaluation.Campaign?.Parcours)?.Name()),
        new("Commencée le", e => Cell.Of(e.Evaluation.StartedAt)),
        new("Terminée le", e => Cell.Of(e.Evaluation.FinishedAt)),
        Text("État", e => e.Evaluation.FinishedAt is null ? "en cours" : "terminée"),
        Text("Complétude", e => TechnicalName.Of(SituationFamilies.Completeness(e.Evaluation.Programme.Situations, Finished(e)))),
        new("Situations finies", e => Cell.Of(Finished(e).Count())),
        new("Situations prévues", e => Cell.Of(e.Evaluation.Programme.Situations.Count)),
        Text("Synthèse", e => Synthesis(e.Kept.Synthesis)),
        Text("Avis du professionnel", e => e.Kept.Synthesis is PositionnementSynthesis.IllettrismePotentiel ? (e.Screening ?? Verdict.ToConfirm).Label() : null),
        .. Scale("Littératie", "CECRL", e => e.Kept.Litteratie),
        .. Scale("Numératie", "CENF", e => e.Kept.Numeratie),
        Text("Profil de littératie (règles publiées)", e => e.Kept.Profiles?.LitteratieProfile is { } profile ? PositioningWords.Name(profile.Profil) : null),
        Text("Profil de numératie (règles publiées)", e => e.Kept.Profiles is { Clea.Count: > 0 } kept ? PositioningWords.Name(kept.NumeratieProfile) : null),
        new("Réponses justes", e => Cell.Of(e.Kept.Answers?.Right)),
        new("Réponses fausses", e => Cell.Of(e.Kept.Answers?.Wrong)),
        new("« Je ne sais pas »", e => Cell.Of(e.Kept.Answers?.DontKnow)),
        .. TransversalProfile.GivenBack.Select(Manner),
        Text("Points d’attention", e => string.Join(' ', e.Kept.Flags.Select(f => f.Technical))),
        Text("Étalonné", e => e.Kept.Diagnostic is { } score ? score.Calibrated ? "oui" : "non, à titre exploratoire" : null),
        Text("Moteur et normes", e => string.Join(", ", Versions(e))),
    ];

    static EvaluationColumn Text(string title, Func<ExportedEvaluation, string?> of) => new(title, e => Cell.Of(of(e)));

    static IEnumerable<EvaluationColumn> Scale(string domain, string framework, Func<ExportedEvaluation, Scale?> scale) =>
    [
        new($"{domain} : mesure (logits)", e => Cell.Of(scale(e)?.Value, 2)),
        new($"{domain} : erreur type", e => Cell.Of(scale(e)?.StandardError, 2)),
        Text($"{domain} : niveau {framework}", e => scale(e)?.FrameworkLevel),
        new($"{domain} : probabilité du niveau {framework}", e => Cell.Of(Chance(scale(e)?.FrameworkProbabilities, scale(e)?.FrameworkLevel), 2)),
        Text($"{domain} : profil ANLCI", e => Anlci(scale(e))),
        new($"{domain} : probabilité du profil ANLCI", e => Cell.Of(Chance(scale(e)?.AnlciProbabilities, Anlci(scale(e))), 2)),
    ];

    static EvaluationColumn Manner(TransversalCompetence competence) =>
        new($"{CompetenceBook.Current.Of(competence).Name} (1 à 3)", e => Cell.Of(e.Kept.Manners?.Of(competence).Step));

    static string? Anlci(Scale? scale) => scale is null ? null : TechnicalName.Of(scale.Anlci);

    static double? Chance(IReadOnlyList<LevelProbability>? levels, string? level) => levels?.FirstOrDefault(l => string.Equals(l.Level, level, StringComparison.Ordinal))?.Probability;

    static IEnumerable<string> Finished(ExportedEvaluation e) => e.Evaluation.Runs.Where(r => r.FinishedAt is not null).Select(r => r.Situation);

    static IEnumerable<string> Versions(ExportedEvaluation e) => new[]
    {
        e.Kept.Diagnostic is { } score ? $"beffroi {score.EngineVersion} {score.NormsVersion}" : null,
        e.Kept.Ability is { } ability ? $"positionnement_beffroi {ability.EngineVersion} {ability.NormsVersion}" : null,
        e.Kept.Profiles is { } profiles ? $"positionnement_historique {profiles.EngineVersion} {profiles.NormsVersion}" : null,
    }.OfType<string>();

    // A file goes anywhere: as on paper, the heavy word stays on the adviser's screen.
    static string? Synthesis(PositionnementSynthesis? synthesis) => synthesis switch
    {
        PositionnementSynthesis.IllettrismePotentiel => "Des bases à renforcer, à confirmer ensemble",
        PositionnementSynthesis.NiNi => "Des bases présentes, à consolider",
        PositionnementSynthesis.SocleClea => "Des bases solides",
        PositionnementSynthesis.Aberrant => "Résultat à reprendre",
        null => null,
    };
}
