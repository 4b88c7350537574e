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
    }

    /// <summary>Looks again after the save, at what is kept by then: of two batches that cross each other, the later one sees both.</summary>
    /// <returns>Whether the evaluation is finished and scored.</returns>
    public static async Task<bool> Settle(Guid id, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var evaluation = await db.Evaluations.Include(e => e.Campaign).Include(e => e.Runs).AsSplitQuery().SingleAsync(e => e.Id == id, ct);
        if (!evaluation.FinishWhenDone(clock.GetUtcNow()))
        {
            return false;
        }

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        await Scorebook.Write(id, db, clock, ct);
        return true;
    }
}
