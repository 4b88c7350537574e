using Beffroi.Eva.Contracts;
using Beffroi.Eva.Results;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Playing;

/// <summary>What follows the last answer: the run is over, then the evaluation, then its results are computed.</summary>
public static class Finishing
{
    public static void Close(Evaluation evaluation, IEnumerable<EventLine> lines, DateTimeOffset now)
    {
        foreach (var end in lines.Where(l => string.Equals(l.Name, EventNames.Finished, StringComparison.Ordinal)))
        {
            evaluation.Runs.Single(r => r.Id == end.RunId).Finish(end.Position, now);
        }

        if (evaluation.Campaign!.Situations.TrueForAll(s => evaluation.Runs.Exists(r => string.Equals(r.Situation, s, StringComparison.Ordinal) && r.FinishedAt is not null)))
        {
            evaluation.Finish(now);
        }
    }

    /// <summary>Computes the results of a finished evaluation from all that is saved: a batch that crossed the last one counts too.</summary>
    public static async Task Score(Guid id, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await db.Evaluations.AnyAsync(e => e.Id == id && e.FinishedAt != null, ct))
        {
            await Scorebook.Write(id, db, clock, ct);
        }
    }
}
