using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Dumps;

/// <summary>Readings of a library, the one before each, and what is in them.</summary>
public static class DumpKeeping
{
    const int Batch = 200;

    /// <summary>Read to the end of their file.</summary>
    public static IQueryable<Dump> Complete(this IQueryable<Dump> dumps) => dumps.Where(d => d.CompletedAt != null);

    public static Task<Dump?> Before(this IQueryable<Dump> dumps, Dump dump, CancellationToken ct) =>
        dumps.AsNoTracking().Complete().Where(d => d.Source == dump.Source && d.Country == dump.Country && d.TakenAt < dump.TakenAt).OrderByDescending(d => d.TakenAt).FirstOrDefaultAsync(ct);

    public static IAsyncEnumerable<DumpFact> Facts(this AdsDb db, Guid dump) =>
        db.DumpLines.AsNoTracking().Where(l => l.DumpId == dump).AsAsyncEnumerable().Select(l => DumpFact.Of(l));

    /// <summary>
    /// Ads that the reading before had and that this one has not are out of their library from now on, and nothing more is said of them.
    /// An older reading than the last one changes nothing, nor does one with lines that could not be read: what is missing may be there.
    /// </summary>
    public static async Task NoteVanished(this AdsDb db, Dump dump, CancellationToken ct)
    {
        if (dump.Unread > 0 || await db.Dumps.Complete().AnyAsync(d => d.Source == dump.Source && d.Country == dump.Country && d.TakenAt > dump.TakenAt, ct) || await db.Dumps.Before(dump, ct) is not { } before)
        {
            return;
        }

        var gone = await db.DumpLines.Where(l => l.DumpId == before.Id && !db.DumpLines.Any(n => n.DumpId == dump.Id && n.SourceId == l.SourceId)).Select(l => l.SourceId).ToListAsync(ct);
        foreach (var ids in gone.Chunk(Batch).Select(c => c.ToList()))
        {
            foreach (var ad in await db.Ads.Where(a => a.Source == dump.Source && a.VanishedAt == null && EF.Parameter(ids).Contains(a.SourceId)).ToListAsync(ct))
            {
                ad.VanishedAt = dump.TakenAt;
            }

            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}
