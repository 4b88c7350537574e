using Beffroi.Bots.Keeping;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Running;

/// <summary>Whose kept posts are asked for next, where a network does not tell all that its authors delete.</summary>
static class RereadTurn
{
    /// <summary>A node that takes a turn and dies is replaced after it.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>The source of a kind that has waited longest; null: none waits. Whoever moves its next turn has it.</summary>
    public static async Task<Reread?> Take(BotsDb db, SourceKind kind, DateTimeOffset now, CancellationToken ct)
    {
        var waiting = from s in db.Sources.Where(s => s.Kind == kind && s.Kept > 0)
                      join r in db.Rereads on s.Id equals r.SourceId into turns
                      from turn in turns.DefaultIfEmpty()
                      select new { s.Id, NextAt = (DateTimeOffset?)turn!.NextAt };
        var source = await waiting.Where(s => s.NextAt == null || s.NextAt <= now).OrderBy(s => s.NextAt != null).ThenBy(s => s.NextAt).ThenBy(s => s.Id).FirstOrDefaultAsync(ct);
        if (source is null)
        {
            return null;
        }

        await using (var sql = new Sql(db))
        {
            await sql.Insert("""bots_rereads ("SourceId", "Place", "BeganAt", "NextAt", "Spent", "SpentSince")""", [[source.Id, 0L, now, now, 0L, null]], """ON CONFLICT ("SourceId") DO NOTHING""", ct);
            if (await sql.Run("""UPDATE bots_rereads SET "NextAt" = @p0 WHERE "SourceId" = @p1 AND "NextAt" <= @p2""", [now + Longest, source.Id, now], ct) != 1)
            {
                return null;
            }
        }

        db.ChangeTracker.Clear();
        return await db.Rereads.SingleAsync(r => r.SourceId == source.Id, ct);
    }

    /// <param name="last">The last post that was asked for; null: there was none left, and the first comes again once the days are over.</param>
    /// <param name="days">Between two times the same post is asked for, at least.</param>
    public static void Move(Reread turn, long? last, DateTimeOffset now, double days)
    {
        var again = turn.BeganAt.AddDays(days);
        (turn.Place, turn.NextAt, turn.BeganAt) = last is { } place ? (place, now, turn.Place == 0 ? now : turn.BeganAt) : (0, again > now ? again : now, turn.BeganAt);
    }
}
