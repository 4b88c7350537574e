using System.Text.Json;
using Beffroi.Encyclopedia.OwnFormat;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Exporting;

/// <summary>Everything, with every version, in our own format (<see cref="OwnFile"/>), while it is read from the database.</summary>
public static class OwnExport
{
    public const string Type = "application/json; charset=utf-8";

    // So many entries are read at once; their versions one by one, however many and long.
    const int AtOnce = 100;

    public static async Task Write(Stream body, EncyclopediaDb db, CancellationToken ct)
    {
        await using var json = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = EntryJson.Options.Encoder, Indented = true });
        json.WriteStartObject();
        json.WriteString("format", OwnFile.Name);
        json.WriteNumber("version", OwnFile.Current);
        json.WriteStartArray("entries");
        var withheld = await db.Withheld.AsNoTracking().Select(w => new { w.EntryId, w.Number, w.At, w.Reason }).ToDictionaryAsync(w => (w.EntryId, w.Number), w => new OwnWithheld(Days.Kept(w.At), w.Reason), ct);
        for (string? after = ""; after is not null;)
        {
            after = await Batch(json, after, withheld, db, ct);
            await json.FlushAsync(ct);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(ct);
    }

    static async Task<string?> Batch(Utf8JsonWriter json, string after, Dictionary<(Guid, int), OwnWithheld> withheld, EncyclopediaDb db, CancellationToken ct)
    {
        var entries = await db.Entries.AsNoTracking().Where(e => e.Key.CompareTo(after) > 0).OrderBy(e => e.Key).Take(AtOnce)
            .Select(e => new { e.Id, e.Key, e.ReviewedOn }).ToListAsync(ct);
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("key", entry.Key);
            json.WriteString("reviewedOn", Entry.Review(entry.ReviewedOn)?.ToString("o", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteStartArray("versions");
            await foreach (var version in db.Versions.AsNoTracking().Where(v => v.EntryId == entry.Id).OrderBy(v => v.Number).AsAsyncEnumerable().WithCancellation(ct))
            {
                Write(json, version, withheld.GetValueOrDefault((version.EntryId, version.Number)));
                await json.FlushAsync(ct);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return entries.Count < AtOnce ? null : entries[^1].Key;
    }

    static void Write(Utf8JsonWriter json, EntryVersion version, OwnWithheld? withheld)
    {
        json.WriteStartObject();
        json.WriteNumber("number", version.Number);
        json.WriteString("at", Days.Kept(version.At));
        if (version.AuthorName is not null)
        {
            json.WriteString("authorName", version.AuthorName);
        }

        json.WriteString("comment", version.Comment);
        if (withheld is not null)
        {
            json.WritePropertyName("withheld");
            JsonSerializer.Serialize(json, withheld, EntryJson.Options);
        }

        json.WritePropertyName("content");
        json.WriteRawValue(version.Content);
        json.WriteEndObject();
    }
}
