namespace Beffroi.Eva.Scoring;

/// <summary>What any engine says of an evaluation that was not played whole or not read alone.</summary>
static class Completeness
{
    public static IEnumerable<Flag> Flags(PlayedEvaluation evaluation)
    {
        foreach (var played in evaluation.Situations.Where(played => !played.Finished))
        {
            yield return new(FlagCode.SituationInachevee, TechnicalName.Of(played.Situation));
        }

        var aided = evaluation.Answers.Count(answer => answer.LeavesReading);
        if (aided > 0)
        {
            yield return new(FlagCode.LectureAidee, Flag.Litteratie, aided);
        }
    }
}
