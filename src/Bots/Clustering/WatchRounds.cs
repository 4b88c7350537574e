using Beffroi.Bots.Alerting;
using Beffroi.Bots.Signs;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Clustering;

/// <summary>Looks at one watch after the other: clusters, then signs, then findings, written together with how far it looked. A node that dies, or that another one overtook, has written nothing.</summary>
public sealed class WatchRounds(BotsDb db, RoundSettings settings, TimeProvider clock, Actor actor)
{
    readonly string _node = Guid.NewGuid().ToString("N");

    /// <summary>One turn of the watch that has waited longest. False when none is due.</summary>
    public async Task<bool> NextRound(CancellationToken ct)
    {
        (actor.Who, actor.Act) = ("systeme", "robots.chercher");
        db.ChangeTracker.Clear();
        if (await Due(ct) is not { } due)
        {
            return false;
        }

        try
        {
            var turn = await Take(due.Watch, ct);
            await Look(due.Watch, turn, due.Last, ct);
        }
        catch (DbUpdateException)
        {
            // Another node took it, or changed what was read: what was found here is dropped, and looked for again.
            db.ChangeTracker.Clear();
        }

        return true;
    }

    async Task<(Guid Watch, long Last)?> Due(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.ParseExact(French.IsoDay(now), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var open = await db.Watches.AsNoTracking().Where(w => w.ClosedAt == null && db.Mandates.Any(m => m.Id == w.MandateId && m.EndedAt == null && m.ExpiresOn >= today))
            .Select(w => new { w.Id, Turn = db.Turns.SingleOrDefault(t => t.WatchId == w.Id), Last = db.Matches.Where(m => m.WatchId == w.Id).Max(m => (long?)m.Place) })
            .ToListAsync(ct);
        var due = open.Where(w => w.Last is not null && (w.Turn is not { } turn || IsDue(turn, w.Last.Value, now))).OrderBy(w => w.Turn?.RanAt ?? DateTimeOffset.MinValue).ThenBy(w => w.Id).FirstOrDefault();
        return due is null ? null : (due.Id, due.Last!.Value);
    }

    bool IsDue(WatchTurn turn, long last, DateTimeOffset now) =>
        !(turn.LeaseUntil > now) && (turn.RanAt is not { } ran || now - ran >= (last > turn.Place || last > turn.SignsPlace ? settings.Pause : settings.QuietPause));

    async Task<WatchTurn> Take(Guid watch, CancellationToken ct)
    {
        var turn = await db.Turns.FindAsync([watch], ct);
        if (turn is null)
        {
            db.Add(turn = new() { WatchId = watch });
        }

        (turn.LeaseOwner, turn.LeaseUntil) = (_node, clock.GetUtcNow() + settings.Lease);
        turn.Version++;
        await db.SaveChangesAsync(ct);
        return turn;
    }

    async Task Look(Guid watch, WatchTurn turn, long last, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var seen = await new ClusterKeeping(db, settings).Look(watch, now, ct);
        var signs = await new SignKeeping(db).Look(watch, turn.SignsPlace, last, now, ct);
        await new FindingKeeping(db, settings).Look(watch, now, ct);
        (turn.Place, turn.SignsPlace, turn.RanAt, turn.LeaseOwner, turn.LeaseUntil) = (last, signs, now, null, null);
        turn.Version++;
        await using var together = await db.Database.BeginTransactionAsync(ct);
        await LostMeanwhile.Hold(db, now, ct);
        await LostMeanwhile.Drop(db, seen, ct);
        await db.SaveChangesAsync(ct);
        await together.CommitAsync(ct);
    }
}
