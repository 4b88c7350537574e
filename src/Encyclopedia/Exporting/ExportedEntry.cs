using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Exporting;

/// <summary>An entry as it stands, to be written to a file.</summary>
public sealed record ExportedEntry(string Key, DateOnly ReviewedOn, int Version, DateTimeOffset ChangedAt, EntryContent Content)
{
    // So many are in memory at once.
    const int AtOnce = 200;

    /// <summary>All of them, by key.</summary>
    public static async IAsyncEnumerable<ExportedEntry> All(EncyclopediaDb db, [EnumeratorCancellation] CancellationToken ct)
    {
        for (string? after = ""; after is not null;)
        {
            var start = after;
            var batch = await db.Entries.AsNoTracking().Where(e => e.Key.CompareTo(start) > 0).OrderBy(e => e.Key).Take(AtOnce)
                .Join(db.Versions, e => new { EntryId = e.Id, Number = e.Version }, v => new { v.EntryId, v.Number }, (e, v) => new { e.Key, e.ReviewedOn, e.Version, e.ChangedAt, v.Content })
                .OrderBy(e => e.Key)
                .ToListAsync(ct);
            foreach (var e in batch)
            {
                yield return new(e.Key, e.ReviewedOn, e.Version, e.ChangedAt, EntryJson.Read(e.Content));
            }

            after = batch.Count < AtOnce ? null : batch[^1].Key;
        }
    }
}
