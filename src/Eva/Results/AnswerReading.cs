using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;
using Beffroi.Eva.Scoring;
using Beffroi.Psychometrics;

namespace Beffroi.Eva.Results;

/// <summary>Marks the answers of an evaluation: the server's key, the order of positions, the first answer to each item.</summary>
public static class AnswerReading
{
    /// <summary>An expert's difficulty is worth this much, in logits, until answers calibrate it (docs/eva-scoring.md).</summary>
    const double ExpertSd = 0.6;

    /// <summary>log a ~ N(0.18, 0.30), the prior of the calibration plan (docs/eva-scoring.md).</summary>
    const double LogDiscrimination = 0.18;
    const double LogDiscriminationSd = 0.30;

    /// <summary>In the order of the situations, whatever the order in which a database gives the runs: the same answers make the same result.</summary>
    /// <remarks>Situations that measure something else than basic skills have no part in it.</remarks>
    public static PlayedEvaluation Read(IEnumerable<Run> runs) =>
        new([.. runs.Where(r => TechnicalName.TryParse<Situation>(r.Situation, out _)).Select(Read).OrderBy(s => s.Situation)]);

    public static ScoredSituation Read(Run run)
    {
        var situation = TechnicalName.TryParse<Situation>(run.Situation, out var known)
            ? known
            : throw new InvalidOperationException($"The situation {run.Situation} has no scoring.");
        // What crossed the end of the run is not part of it.
        var lines = run.Events.Where(e => !(e.Position > run.LastPosition)).OrderBy(e => e.Position).ToList();
        return new(situation, run.FinishedAt is not null, [.. situation == Situation.Maintenance ? Words(lines) : Questions(situation, SituationCatalog.Get(run.Situation).QuestionsOf(run), lines)]);
    }

    static IEnumerable<ScoredAnswer> Questions(Situation situation, IReadOnlyList<Bank.BankItem> questions, List<EventLine> lines) =>
        from answer in FirstOf(lines, EventNames.Answered, "question")
        let item = questions.FirstOrDefault(i => string.Equals(i.Id, answer.Id, StringComparison.Ordinal))
        where item is not null
        let dontKnow = EventData.Flag(answer.Line.Data, "neSaisPas") == true
        select new ScoredAnswer
        {
            Situation = situation,
            Skill = TechnicalName.TryParse<Skill>(item.Skill, out var skill) ? skill : throw new InvalidOperationException($"The item {item.Id} measures nothing known."),
            Correct = !dontKnow && EventData.Text(answer.Line.Data, "reponse") is { } given && item.Accepts(given),
            DontKnow = dontKnow,
            Seconds = Seconds(lines, answer, EventNames.QuestionShown, "question"),
            ItemId = item.Id,
            Accommodated = Spoken(lines, answer, "question") || Helped(lines, answer),
            Item = Expert(item.Difficulty),
            // A typed number cannot be guessed among choices.
            GuessChance = item.Kind == ItemKind.Number ? 0 : null,
        };

    static IEnumerable<ScoredAnswer> Words(List<EventLine> lines) =>
        from answer in FirstOf(lines, EventNames.WordJudged, "mot")
        let stimulus = MaintenanceBank.Current.Stimuli.FirstOrDefault(s => string.Equals(s.Id, answer.Id, StringComparison.Ordinal))
        where stimulus is not null
        select new ScoredAnswer
        {
            Situation = Situation.Maintenance,
            Skill = Skill.Ccf,
            IsWord = stimulus.French,
            Correct = string.Equals(EventData.Text(answer.Line.Data, "reponse"), stimulus.French ? "francais" : "pasfrancais", StringComparison.Ordinal),
            Seconds = Seconds(lines, answer, EventNames.WordShown, "mot"),
            ItemId = stimulus.Id,
            Accommodated = Spoken(lines, answer, "mot"),
            Item = Expert(stimulus.Difficulty),
            // Two answers and no « je ne sais pas ».
            GuessChance = 0.5,
        };

    static UncertainItem Expert(double difficulty) => new()
    {
        Difficulty = difficulty,
        DifficultySd = ExpertSd,
        LogDiscrimination = LogDiscrimination,
        LogDiscriminationSd = LogDiscriminationSd,
    };

    internal static IEnumerable<(EventLine Line, int Index, string Id)> FirstOf(List<EventLine> lines, string name, string key) =>
        lines.Select((line, index) => (Line: line, Index: index, Id: Named(line, name, key)))
            .Where(l => l.Id is not null)
            .Select(l => (l.Line, l.Index, l.Id!))
            // First received, then first in the play: an answer slipped in later changes nothing.
            .OrderBy(l => l.Line.ReceivedAt).ThenBy(l => l.Line.Position)
            .DistinctBy(l => l.Item3, StringComparer.Ordinal)
            .OrderBy(l => l.Line.Position);

    internal static string? Named(EventLine line, string name, string key) =>
        string.Equals(line.Name, name, StringComparison.Ordinal) ? EventData.Text(line.Data, key) : null;

    /// <summary>From the last display before the answer, less the pauses in between; null when it was not shown or when clocks make no sense.</summary>
    internal static double? Seconds(List<EventLine> lines, (EventLine Line, int Index, string Id) answer, string shownName, string key)
    {
        var shown = lines.FindLastIndex(answer.Index, answer.Index + 1, l => string.Equals(Named(l, shownName, key), answer.Id, StringComparison.Ordinal));
        if (shown < 0)
        {
            return null;
        }

        // As real numbers: a clock may say anything that a long can hold.
        var milliseconds = (double)answer.Line.Date - lines[shown].Date - Paused(lines[shown..answer.Index]);
        return milliseconds >= 0 ? milliseconds / 1000.0 : null;
    }

    /// <summary>Milliseconds during which the person was not before the item: pauses, and the time the page was hidden.</summary>
    static double Paused(List<EventLine> between)
    {
        double total = 0;
        long? since = null;
        foreach (var line in between)
        {
            if (Leaves(line))
            {
                since ??= line.Date;
            }
            else if (since is { } start && Returns(line))
            {
                total += Math.Max(0, (double)line.Date - start);
                since = null;
            }
        }

        return total;
    }

    static bool Leaves(EventLine line) => line.Name switch
    {
        EventNames.Paused => true,
        EventNames.VisibilityChanged => EventData.Flag(line.Data, "visible") == false,
        _ => false,
    };

    static bool Returns(EventLine line) => line.Name switch
    {
        EventNames.Resumed => true,
        EventNames.VisibilityChanged => EventData.Flag(line.Data, "visible") == true,
        _ => false,
    };

    internal static bool Spoken(List<EventLine> lines, (EventLine Line, int Index, string Id) answer, string key) =>
        lines[..answer.Index].Exists(l => string.Equals(Named(l, EventNames.ReadAloud, key), answer.Id, StringComparison.Ordinal));

    /// <summary>A message to hear was read, or a thing to remember was looked at again: the item no longer measures what it was made for.</summary>
    static bool Helped(List<EventLine> lines, (EventLine Line, int Index, string Id) answer) =>
        lines[..answer.Index].Exists(l => string.Equals(
            Named(l, EventNames.TranscriptShown, "question") ?? Named(l, EventNames.SeenAgain, "question"), answer.Id, StringComparison.Ordinal));
}
