using Beffroi.Bots.Clustering;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Alerting;

/// <summary>Writes down rises and bursts, each once.</summary>
sealed class FindingKeeping(BotsDb db, RoundSettings settings)
{
    public async Task Look(Guid watch, DateTimeOffset now, CancellationToken ct)
    {
        var terms = await db.Terms.AsNoTracking().Where(t => t.WatchId == watch && t.RemovedAt == null).ToDictionaryAsync(t => t.Id, t => t.Value, ct);
        await new RiseReading(db, settings).Look(watch, terms, now, ct);
        await new BurstReading(db, settings).Look(watch, terms, now, ct);
    }
}
