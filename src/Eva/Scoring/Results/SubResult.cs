namespace Beffroi.Eva.Scoring;

/// <summary>What was answered in one situation for one skill; in maintenance, for words and non-words apart. Accommodated answers are counted.
/// The mean time is that of the answers whose time is known; null when none is.</summary>
public sealed record SubResult(Situation Situation, Skill Skill, bool? IsWord, int Answered, int Correct, int DontKnow, double? MeanSeconds)
{
    public static IReadOnlyList<SubResult> Of(PlayedEvaluation evaluation) =>
        [.. from answer in evaluation.Answers
            group answer by (answer.Situation, answer.Skill, answer.IsWord) into answers
            orderby answers.Key.Situation, answers.Key.Skill, answers.Key.IsWord descending
            let times = answers.Where(a => a.Seconds is not null).Select(a => a.Seconds!.Value).ToArray()
            select new SubResult(
                answers.Key.Situation,
                answers.Key.Skill,
                answers.Key.IsWord,
                answers.Count(),
                answers.Count(a => a.Correct),
                answers.Count(a => a.DontKnow),
                times.Length == 0 ? null : times.Average())];
}

/// <summary>A standard score of the historique engine: of a skill in a situation (with its raw score), or over all situations (both null).</summary>
public sealed record StandardScore(Situation? Situation, Skill Skill, double? Raw, double Z);
