using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Running;

/// <summary>What all sources, explorations and rereadings bought of X in the calendar month, in cents.</summary>
static class XPurse
{
    public static async Task<long> Spent(BotsDb db, DateTimeOffset now, CancellationToken ct)
    {
        var month = Standing.MonthOf(now);
        var from = Kit.French.Begins(month);
        var sources = await db.Sources.Where(s => s.Kind == SourceKind.X && s.SpentSince == month).SumAsync(s => s.Spent, ct);
        // An exploration lasts days: the month that it began in pays for all of it, and one that goes on pays in this one too.
        var explorations = await db.Explorations.Where(e => e.Network == Network.Twitter && (e.CreatedAt >= from || e.State == ExplorationState.Running)).SumAsync(e => e.Price, ct);
        return sources + ((explorations + 9) / 10) + await Reread(db, now, ct);
    }

    /// <summary>What rereadings alone did.</summary>
    public static Task<long> Reread(BotsDb db, DateTimeOffset now, CancellationToken ct)
    {
        var month = Standing.MonthOf(now);
        return db.Rereads.Where(r => r.SpentSince == month).SumAsync(r => r.Spent, ct);
    }
}
