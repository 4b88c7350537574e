using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Alerting;

/// <summary>Tells findings to the organisation whose watch they are of. What cannot be told is tried again later; what is told twice by a crash is said once, by its id.</summary>
public sealed class TellRound(BotsDb db, TimeProvider clock, Actor actor, ICaseDesk? desk = null)
{
    const int Most = 50;
    const int MostTries = 40;
    static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    /// <returns>How many were told.</returns>
    public async Task<int> RunOnce(CancellationToken ct)
    {
        if (desk is null)
        {
            return 0;
        }

        (actor.Who, actor.Act) = ("systeme", "robots.prevenir");
        db.ChangeTracker.Clear();
        var now = clock.GetUtcNow();
        var waiting = await db.Findings.Where(f => f.ToldAt == null && f.ClosedAt == null && f.Tries < MostTries && (f.NextTryAt == null || f.NextTryAt <= now))
            .Join(db.Watches, f => f.WatchId, w => w.Id, (f, w) => new { Finding = f, w.OrganisationId, w.Name }).OrderBy(f => f.Finding.At).ThenBy(f => f.Finding.Id).Take(Most).ToListAsync(ct);
        var told = 0;
        foreach (var found in waiting)
        {
            if (await Told(found.OrganisationId, new(found.Finding.Id, found.Finding.Markdown(found.Name)), ct))
            {
                found.Finding.ToldAt = now;
                told++;
            }
            else
            {
                found.Finding.NextTryAt = now + Pause(found.Finding.Tries++);
            }

            await Save(ct);
        }

        return told;
    }

    async Task<bool> Told(Guid organisation, FoundAlert alert, CancellationToken ct)
    {
        try
        {
            return await desk!.Tell(organisation, alert, ct);
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            // The chat is away or its database refused: as if it had not answered.
            return false;
        }
    }

    async Task Save(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Its watch was deleted while it was told.
            db.ChangeTracker.Clear();
        }
    }

    static TimeSpan Pause(int tries) => tries >= 9 ? LongestPause : TimeSpan.FromMinutes(1 << tries);
}
