using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia;

/// <summary>What is read of the whole encyclopedia, read once and kept until something is published. One reading at a time.</summary>
public sealed class KeptReadings(PageStamp stamps, TimeProvider clock)
{
    /// <summary>What another node changed without a publication is old for this long at most, as the pages are.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    readonly ConcurrentDictionary<(string Database, string Name), Shelf> _shelves = new();

    sealed record Kept(string Stamp, DateTimeOffset At, object Value);

    sealed record Shelf(SemaphoreSlim OneReader)
    {
        public Kept? Kept { get; set; }
    }

    /// <param name="oldMeanwhile">While somebody reads it anew, the others take the old one rather than wait.</param>
    public async Task<T> Of<T>(EncyclopediaDb db, string name, bool oldMeanwhile, Func<CancellationToken, Task<T>> read, CancellationToken ct) where T : class
    {
        var shelf = _shelves.GetOrAdd((db.Database.GetConnectionString() ?? "", name), _ => new(new(1)));
        var stamp = await stamps.Of(db, ct);
        if (Fits(shelf.Kept, stamp) is T kept)
        {
            return kept;
        }

        var old = oldMeanwhile ? shelf.Kept?.Value as T : null;
        if (!await shelf.OneReader.WaitAsync(old is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, ct))
        {
            return old!;
        }

        try
        {
            if (Fits(shelf.Kept, stamp) is T meanwhile)
            {
                return meanwhile;
            }

            var value = await read(ct);
            shelf.Kept = new(stamp, clock.GetUtcNow(), value);
            return value;
        }
        finally
        {
            shelf.OneReader.Release();
        }
    }

    object? Fits(Kept? kept, string stamp) =>
        kept is not null && string.Equals(kept.Stamp, stamp, StringComparison.Ordinal) && (clock.GetUtcNow() - kept.At).Duration() < Longest ? kept.Value : null;
}
