using Beffroi.Psychometrics;

namespace Beffroi.Eva.Scoring;

/// <summary>Signs that a positioning says less of the person than it should, by the thresholds of <see cref="ValidityNorms"/>.</summary>
static class PositioningValidity
{
    /// <summary>Answered before it could be read. « Je ne sais pas » is an honest answer at any speed.</summary>
    public static bool IsRapidGuess(RouteStep step, bool literacy, ValidityNorms norms) =>
        !step.DontKnow && step.Seconds < (literacy ? norms.QuestionFloor : norms.NumeracyFloor);

    public static IEnumerable<Flag> Flags(IReadOnlyList<RoutePlay> plays, ValidityNorms norms)
    {
        foreach (var play in plays.Where(p => p.Next is not null))
        {
            yield return new(FlagCode.SituationInachevee, play.Bank.Situation);
        }

        var steps = plays.SelectMany(p => p.Steps.Select(step => (Step: step, Rapid: IsRapidGuess(step, p.IsLiteracy, norms)))).ToList();
        bool[] rapid = [.. steps.Where(s => s.Step.Seconds is not null).Select(s => s.Rapid)];
        if (ResponseTimeEffort.Share(rapid) is { } effort && effort < norms.EffortToFlag)
        {
            yield return new(FlagCode.ReponsesRapides, Flag.Questions, rapid.Count(r => r), rapid.Length);
            if (effort < norms.EffortToVoid)
            {
                yield return new(FlagCode.NonInterpretable, Flag.Questions);
            }
        }

        if (steps.Count(s => s.Step.Heard) is > 0 and var heard)
        {
            yield return new(FlagCode.LectureAidee, Flag.Litteratie, heard);
        }

        if (steps.Count(s => s.Step.Seconds > norms.QuestionPause) is > 0 and var paused)
        {
            yield return new(FlagCode.PauseLongue, Flag.Questions, paused);
        }

        var unknown = steps.Count(s => s.Step.DontKnow);
        if (unknown > 0 && unknown >= norms.AbstentionShare * steps.Count)
        {
            yield return new(FlagCode.Abstentions, Flag.Questions, unknown, steps.Count);
        }
    }
}
