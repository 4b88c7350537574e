using Beffroi.Eva;
using Beffroi.Eva.Reviews;

namespace Beffroi.Cli.World;

/// <summary>What was said of a result after it: one professional waits for a second talk, and the person sees it otherwise.</summary>
static class WorldReviews
{
    /// <summary>Of one person of the world; nothing for the others.</summary>
    public static IEnumerable<object> Of(WorldPlayer player, Evaluation evaluation, Guid author, DateTimeOffset now)
    {
        if (player != Players.Colette)
        {
            yield break;
        }

        var talked = evaluation.StartedAt.AddDays(1) < now ? evaluation.StartedAt.AddDays(1) : now;
        yield return new Decision
        {
            Id = Guid.CreateVersion7(talked), EvaluationId = evaluation.Id, About = DecisionSubject.Screening, Verdict = Verdict.ToConfirm, Proposed = VerdictWords.Screening, Kept = null,
            Reason = "Elle était fatiguée ce jour-là : nous en reparlons à son prochain rendez-vous.", At = talked, By = author,
        };
        yield return new Disagreement { Id = Guid.CreateVersion7(talked), EvaluationId = evaluation.Id, Text = "Je lis les étiquettes et les horaires au travail. Les textes longs, j’ai peur de me tromper.", At = talked, By = author };
    }
}
