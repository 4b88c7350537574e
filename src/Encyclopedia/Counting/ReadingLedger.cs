using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia;

/// <summary>Writes down the readings counted since last time.</summary>
public sealed class ReadingLedger(ReadingCounts counts, EncyclopediaDb db, Actor actor) : IDailyLedger
{
    public async Task Keep(CancellationToken ct)
    {
        var taken = counts.Take();
        try
        {
            await Write(taken, ct);
        }
        catch
        {
            foreach (var (what, day, count) in taken)
            {
                counts.Add(what, day, count);
            }

            throw;
        }
    }

    async Task Write(IReadOnlyList<((string Key, Lang Language) What, DateOnly Day, int Count)> taken, CancellationToken ct)
    {
        if (taken.Count == 0)
        {
            return;
        }

        (actor.Who, actor.Act) = ("systeme", "encyclopedie.compter");
        var keys = taken.Select(t => t.What.Key).Distinct(StringComparer.Ordinal).ToList();
        var ids = await db.Entries.AsNoTracking().Where(e => keys.Contains(e.Key)).ToDictionaryAsync(e => e.Key, e => e.Id, StringComparer.Ordinal, ct);
        var (first, known) = (taken.Min(t => t.Day), ids.Values.ToList());
        var rows = await db.Readings.Where(r => known.Contains(r.EntryId) && r.Day >= first).ToDictionaryAsync(r => (r.EntryId, r.Day, r.Language), ct);
        foreach (var ((key, language), day, count) in taken.Where(t => ids.ContainsKey(t.What.Key)))
        {
            if (rows.TryGetValue((ids[key], day, language), out var row))
            {
                row.Count += count;
            }
            else
            {
                db.Add(new Reading { EntryId = ids[key], Day = day, Language = language, Count = count });
            }
        }

        // Another node that wrote the same line meanwhile makes this fail: it is tried again on what that node wrote.
        await db.SaveChangesAsync(ct);
    }
}
