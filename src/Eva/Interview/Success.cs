using System.Text.RegularExpressions;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Plans;
using Beffroi.Eva.Results;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;

namespace Beffroi.Eva.Interview;

/// <summary>Fills the example of success of a block with what the person did. What cannot be filled with something true gives way to a sentence that is.</summary>
public sealed partial class Success
{
    // Once is no example.
    const int Fewest = 2;

    readonly Findings _findings;
    readonly int _answers;
    readonly int _right;
    readonly BankItem? _best;

    public Success(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        _findings = findings;
        var asked = findings.Evaluation.Runs.SelectMany(r => SituationCatalog.Get(r.Situation).QuestionsOf(r)).DistinctBy(q => q.Id, StringComparer.Ordinal).ToDictionary(q => q.Id, StringComparer.Ordinal);
        var answers = AnswerReading.Read(findings.Evaluation.Runs).Situations.SelectMany(s => s.Answers).ToList();
        var steps = findings.Plays.SelectMany(p => p.Steps).ToList();
        (_answers, _right) = (answers.Count + steps.Count, answers.Count(a => a.Correct) + steps.Count(s => s.Marked.Right));
        _best = answers.Where(a => a is { Correct: true, IsWord: null, Accommodated: false }).Select(a => a.ItemId is { } id ? asked.GetValueOrDefault(id) : null).OfType<BankItem>()
            .Concat(steps.Where(s => s is { Marked.Right: true, Heard: false, Item.Dictation: null }).Select(s => s.Item)).MaxBy(i => i.Difficulty);
    }

    public string Of(InterviewBlock block)
    {
        var sentence = Placeholder().Replace(block.SuccessSentence, hole => Value(block.Id, hole.Groups["name"].Value) ?? hole.Value);
        return sentence.Contains('{', StringComparison.Ordinal) ? InterviewTexts.Current.FallbackSuccess : sentence;
    }

    string? Value(string block, string name) => (block, name) switch
    {
        ("rythme", "situation") => Sighting(TransversalCompetence.Rapidite)?.Situation is { } place ? SituationCatalog.Get(place).Label : null,
        ("tri", "situation") => Finished("tri") is not null ? SituationCatalog.Get("tri").Label : SituationCatalog.Get("controle").Label,
        ("tri", "justes") => Count(Sorted?.Right),
        ("tri", "total") => Count(Sorted?.Total),
        ("attention", "situation") => SituationCatalog.Get(Finished("controle") is not null ? "controle" : "securite").Label,
        ("attention", "justes") => Count(Finished("controle") is { } belt ? ControleReading.Read(belt).WellPlaced : Finished("securite") is { } site ? SecuriteReading.Read(site).Found.Count : null),
        ("methode", "nombre") => Count(Finished("inventaire") is { } room ? InventaireReading.Read(room).Openings : null),
        ("verification", "nombre") => Finished("inventaire") is { } room && InventaireReading.Read(room).Succeeded ? Count(InventaireBank.Current.Room.Drinks.Count) : null,
        ("regard_sur_soi", "situation") => _findings.Strengths is [{ Sightings: [var first, ..] }, ..] ? SituationCatalog.Get(first.Situation).Label : null,
        ("pauses", "situation") or (_, "situation") => FirstFinished is { } run ? SituationCatalog.Get(run.Situation).Label : null,
        ("ecoute", "nombre") => Count((_findings.Diagnostic?.Flags ?? []).Concat(_findings.Positioning?.Flags ?? []).Where(f => f.Code is FlagCode.LectureAidee).Sum(f => f.Count ?? 0)),
        (_, "nombre") => Count(_findings.Evaluation.Runs.Count(r => r.FinishedAt is not null)),
        (_, "justes") => Count(_right),
        (_, "total") => Count(_answers),
        (_, "question") => _best?.Question.TrimEnd('.'),
        (_, "avant") => Raised is { } step ? Confidence.Steps[step.Before - 1].Label : null,
        (_, "apres") => Raised is { } step ? Confidence.Steps[step.After - 1].Label : null,
        _ => null,
    };

    (int Right, int Total)? Sorted => Finished("tri") is { } shop && TriReading.Read(shop) is var sweets ? (sweets.Placed - sweets.Misplaced, sweets.Placed)
        : Finished("controle") is { } belt && ControleReading.Read(belt) is var biscuits ? (biscuits.WellPlaced, biscuits.WellPlaced + biscuits.Misplaced.Count)
        : null;

    (int Before, int After)? Raised => Observed.Changes(_findings.Evaluation).Where(c => c.After > c.Before && c.Before >= 1 && c.After <= Confidence.Steps.Count).Select(c => ((int, int)?)c).FirstOrDefault();

    Run? FirstFinished => _findings.Evaluation.Runs.Where(r => r.FinishedAt is not null).OrderBy(r => r.StartedAt).FirstOrDefault();

    Run? Finished(string situation) => _findings.Evaluation.Runs.Find(r => r.FinishedAt is not null && string.Equals(r.Situation, situation, StringComparison.Ordinal));

    Orientation.Sighting? Sighting(TransversalCompetence competence) =>
        _findings.Strengths.Where(s => s.Competence == competence).SelectMany(s => s.Sightings).MaxBy(s => s.Level);

    static string? Count(int? count) => count >= Fewest ? French.Number(count.Value) : null;

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
