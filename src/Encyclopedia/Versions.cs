using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia;

/// <summary>An entry with one of its states.</summary>
public sealed record EntryState(Entry Entry, int Number, EntryContent Content);

public static class Versions
{
    /// <summary>What is published now.</summary>
    public static async Task<EntryState?> Last(this EncyclopediaDb db, string key, CancellationToken ct) =>
        await db.Entries.AsNoTracking().SingleOrDefaultAsync(e => e.Key == key, ct) is { } entry
            ? new(entry, entry.Version, await db.ContentOf(entry.Id, entry.Version, ct) ?? throw new InvalidOperationException($"The entry {key} has lost its version {entry.Version}."))
            : null;

    /// <summary>What is published now; of a hidden entry, nothing but that it is there.</summary>
    public static async Task<EntryState?> LastOrHidden(this EncyclopediaDb db, string key, CancellationToken ct) =>
        await db.Last(key, ct) ?? (await db.Entries.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(e => e.Key == key, ct) is { } hidden
            ? new(hidden, hidden.Version, EntryJson.Read(await db.Versions.Where(v => v.EntryId == hidden.Id && v.Number == hidden.Version).Select(v => v.Content).SingleAsync(ct)))
            : null);

    /// <summary>Null where there is no such version, or where it is withheld.</summary>
    public static async Task<EntryContent?> ContentOf(this EncyclopediaDb db, Guid entry, int number, CancellationToken ct) =>
        await db.Versions.Shown(db).Where(v => v.EntryId == entry && v.Number == number).Select(v => v.Content).SingleOrDefaultAsync(ct) is { } json ? EntryJson.Read(json) : null;

    /// <summary>What a change was made from: that version or, where it is withheld, the nearest one before it that is not, else the first one after it.</summary>
    public static async Task<EntryContent?> ContentNear(this EncyclopediaDb db, Guid entry, int number, CancellationToken ct)
    {
        var shown = db.Versions.Shown(db).Where(v => v.EntryId == entry);
        var json = await shown.Where(v => v.Number <= number).OrderByDescending(v => v.Number).Select(v => v.Content).FirstOrDefaultAsync(ct)
            ?? await shown.Where(v => v.Number > number).OrderBy(v => v.Number).Select(v => v.Content).FirstOrDefaultAsync(ct);
        return json is null ? null : EntryJson.Read(json);
    }
}
