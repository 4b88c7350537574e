using Beffroi.Eva.Orientation;
using Beffroi.Eva.Plans;
using Beffroi.Eva.Results;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;

namespace Beffroi.Eva.Interview;

/// <summary>What was observed, by the names that open blocks. What a person said of her health is not read: it is not in the findings.</summary>
static class Observed
{
    /// <summary>True of every interview.</summary>
    const string Always = "entretien";

    static readonly (string Question, TransversalCompetence Competence)[] Said =
    [
        ("auto_concentration", TransversalCompetence.AttentionConcentration),
        ("auto_differences", TransversalCompetence.ComparaisonTri),
        ("auto_justesse", TransversalCompetence.VigilanceControle),
    ];

    public static IReadOnlySet<string> In(Findings findings)
    {
        var (background, strengths) = (findings.Evaluation.Background, findings.Strengths.Select(s => s.Competence).ToHashSet());
        var flags = (findings.Diagnostic?.Flags ?? []).Concat(findings.Positioning?.Flags ?? []).Select(f => f.Code).ToHashSet();
        var changes = Changes(findings.Evaluation).Select(c => c.After - c.Before).ToList();
        return new (string Name, bool Is)[]
        {
            (Always, true),
            ("a_confirmer", findings.Base.Domains.Any(d => d.State is BaseState.Fragile || (d.State is BaseState.Incertain && !flags.Contains(FlagCode.NonInterpretable)))),
            ("non_interpretable", flags.Contains(FlagCode.NonInterpretable) || findings.Base.State is BaseState.NonMesure),
            ("jamais_scolarise", background?.SchoolingPlace is "non_scolarise"),
            ("ecole_a_l_etranger", background?.SchoolingPlace is "etranger"),
            ("autre_langue", background?.FrenchMotherTongue is "non"),
            ("confiance_en_hausse", changes.Exists(c => c > 0) && !changes.Exists(c => c < 0)),
            ("confiance_en_baisse", changes.Exists(c => c < 0)),
            ("longues_pauses", flags.Contains(FlagCode.PauseLongue)),
            ("lecture_ecoutee", flags.Contains(FlagCode.LectureAidee)),
            ("beaucoup_je_ne_sais_pas", flags.Contains(FlagCode.Abstentions)),
            ("ecran_difficile", background?.ComputerEase is "difficile" || background?.Device is "aucun"),
            ("se_dit_en_difficulte", Said.Any(s => strengths.Contains(s.Competence) && Answer(findings.Evaluation, s.Question) is "difficile" or "tres_difficile")),
        }.Where(o => o.Is).Select(o => o.Name).Concat(strengths.Select(s => $"forte_{TechnicalName.Of(s)}")).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The questions of confidence answered both times, as steps from 1 to 5.</summary>
    public static IEnumerable<(int Before, int After)> Changes(Evaluation evaluation) =>
        from pair in Confidence.Before.Zip(Confidence.After)
        let before = Step(Answer(evaluation, pair.First.Name))
        let after = Step(Answer(evaluation, pair.Second.Name))
        where before is not null && after is not null
        select (before.Value, after.Value);

    static string? Answer(Evaluation evaluation, string question) => evaluation.SelfAnswers.Find(a => string.Equals(a.Question, question, StringComparison.Ordinal))?.Value;

    static int? Step(string? value) => int.TryParse(value, French.Culture, out var step) ? step : null;
}
