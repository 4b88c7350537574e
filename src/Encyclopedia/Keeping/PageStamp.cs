using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia;

/// <summary>
/// A word that changes with what everybody reads: at once on the node that changed it, within a second on another one. What is kept under the old word is never
/// served again, even when it was begun before the change and stored after.
/// </summary>
public sealed class PageStamp(TimeProvider clock)
{
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    readonly ConcurrentDictionary<string, int> _changes = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, Seen> _seen = new(StringComparer.Ordinal);

    sealed record Seen(int Changes, DateTimeOffset At, string Stamp);

    public void Change(string database) => _changes.AddOrUpdate(database, 1, (_, changes) => unchecked(changes + 1));

    public async ValueTask<string> Of(EncyclopediaDb db, CancellationToken ct)
    {
        var (database, now) = (db.Database.GetConnectionString() ?? "", clock.GetUtcNow());
        var changes = _changes.GetValueOrDefault(database);
        if (_seen.TryGetValue(database, out var seen) && seen.Changes == changes && now >= seen.At && now - seen.At < Fresh)
        {
            return seen.Stamp;
        }

        // Imports bring versions of older days: their number tells of them, the last day does not.
        var versions = await db.Entries.SumAsync(e => (long)e.Version, ct);
        var changed = await db.Entries.OrderByDescending(e => e.ChangedAt).Select(e => (DateTimeOffset?)e.ChangedAt).FirstOrDefaultAsync(ct);
        var reviewed = await db.Entries.OrderByDescending(e => e.ReviewedOn).Select(e => (DateOnly?)e.ReviewedOn).FirstOrDefaultAsync(ct);
        // Several may be reviewed the same day.
        var reviewedThen = reviewed is { } day ? await db.Entries.CountAsync(e => e.ReviewedOn == day, ct) : 0;
        var withheld = await db.Withheld.OrderByDescending(w => w.At).Select(w => (DateTimeOffset?)w.At).FirstOrDefaultAsync(ct);
        var withheldInAll = await db.Withheld.CountAsync(ct);
        var stamp = string.Create(CultureInfo.InvariantCulture, $"{changes}.{versions}.{changed?.UtcTicks}.{reviewed?.DayNumber}.{reviewedThen}.{withheld?.UtcTicks}.{withheldInAll}");
        _seen[database] = new(changes, now, stamp);
        return stamp;
    }
}
