using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia;

/// <summary>Entries that would be parts of one another, in a circle: nobody could tell which holds which, and no file of them could come in again.</summary>
static class PartCircles
{
    const int Longest = 100;

    /// <summary>The entries of the circle that this content would close; null when it closes none.</summary>
    public static async Task<IReadOnlyList<string>?> Closed(string key, EntryContent content, EncyclopediaDb db, CancellationToken ct)
    {
        var parts = content.Links.Where(l => l.Relation == Relation.PartOf).Select(l => l.To).Distinct(StringComparer.Ordinal).ToList();
        var cameFrom = parts.ToDictionary(p => p, _ => key, StringComparer.Ordinal);
        for (var step = 0; parts.Count > 0 && step < Longest; step++)
        {
            if (cameFrom.ContainsKey(key))
            {
                break;
            }

            var above = await db.Links.AsNoTracking().Where(l => l.Relation == Relation.PartOf).Join(db.Entries.Where(e => parts.Contains(e.Key)), l => l.FromId, e => e.Id, (l, e) => new { e.Key, l.ToKey }).ToListAsync(ct);
            parts = [.. above.Where(a => cameFrom.TryAdd(a.ToKey, a.Key)).Select(a => a.ToKey)];
        }

        if (!cameFrom.TryGetValue(key, out var last))
        {
            return null;
        }

        var circle = new List<string> { key };
        for (var at = last; !string.Equals(at, key, StringComparison.Ordinal); at = cameFrom[at])
        {
            circle.Add(at);
        }

        circle.Add(key);
        circle.Reverse();
        return circle;
    }
}
