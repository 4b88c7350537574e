using Beffroi.Encyclopedia.Translations;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.OneEntry;

/// <summary>Gathers what the page of an entry shows.</summary>
static class EntryReading
{
    /// <summary>A page that says more is not read.</summary>
    const int MostNotes = 5;

    const int MostBacklinks = 50;

    /// <summary>The median of the last ones tells how long it takes today.</summary>
    const int MostRuns = 1000;

    public static async Task<EntryModel> Of(Entry entry, EntryContent content, Lang language, EncyclopediaDb db, KeptReadings kept, DateTimeOffset now, CancellationToken ct)
    {
        var tried = content.Type is EntryType.Practice or EntryType.Tool;
        var runs = content.Type is EntryType.Practice ? await Runs(entry.Id, db, ct) : [];
        var backlinks = db.Entries.AsNoTracking().Where(e => e.Id != entry.Id && db.Links.Any(l => l.FromId == e.Id && l.ToKey == entry.Key));
        // One more than is shown tells whether they must be counted.
        var first = await backlinks.Heads(language).OrderBy(h => h.Title).ThenBy(h => h.Key).Take(MostBacklinks + 1).ToListAsync(ct);
        return new()
        {
            Entry = entry,
            Content = content,
            Linking = await Linking.For(content, entry.Key, language, db, await kept.Of(db, "glossary." + language, oldMeanwhile: false, stop => Glossary.Of(db, language, stop), ct), ct),
            Backlinks = first.Count > MostBacklinks ? first[..MostBacklinks] : first,
            BacklinkCount = first.Count > MostBacklinks ? await backlinks.CountAsync(ct) : first.Count,
            Evidence = tried ? await db.Evidence(entry, ct) : Evidence.None,
            MedianHours = Median([.. runs.Select(r => (r.EndedAt - r.StartedAt).TotalHours)]),
            Notes = [.. runs.Where(r => r.PublicNote is { Length: > 0 }).Take(MostNotes).Select(r => new RunNote(r.Id, r.PublicNote!))],
            Copies = !Projection.Urls(entry.Id, content).Any() ? NoCopies : await db.UrlHealth.AsNoTracking().Where(h => db.Urls.Any(u => u.EntryId == entry.Id && u.Url == h.Url)).ToDictionaryAsync(h => h.Url, StringComparer.Ordinal, ct),
            // Only whoever reads the translation is told.
            Translation = language == content.Translation ? await TranslationState.Of(db, entry.Id, entry.Version, content, ct) : null,
            Today = DateOnly.FromDateTime(now.UtcDateTime),
        };
    }

    static readonly Dictionary<string, UrlHealth> NoCopies = new(StringComparer.Ordinal);

    // The last first.
    static Task<List<Run>> Runs(Guid entry, EncyclopediaDb db, CancellationToken ct) =>
        db.Uses.AsNoTracking().Where(u => u.EntryId == entry && u.EndedAt != null && u.Outcome != null && u.Outcome != UseOutcome.Abandoned)
            .OrderByDescending(u => u.EndedAt).ThenBy(u => u.Id).Take(MostRuns).Select(u => new Run(u.Id, u.StartedAt, u.EndedAt!.Value, u.NoteHiddenAt == null ? u.PublicNote : null)).ToListAsync(ct);

    sealed record Run(Guid Id, DateTimeOffset StartedAt, DateTimeOffset EndedAt, string? PublicNote);

    static double? Median(List<double> values)
    {
        values.Sort();
        return values.Count == 0 ? null : (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
    }
}
