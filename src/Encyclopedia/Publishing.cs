using System.Globalization;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia;

/// <summary>Who made a version, and why.</summary>
public sealed record Authorship
{
    public Guid? AuthorId { get; init; }
    public string? AuthorName { get; init; }
    public required string Comment { get; init; }
    public Guid? ProposalId { get; init; }
}

/// <summary>Makes a content the last version of an entry, with all that lists, links and search know of it. The caller saves.</summary>
public static class Publishing
{
    public static Entry Open(string key, EntryContent content, Authorship by, DateOnly reviewedOn, EncyclopediaDb db, DateTimeOffset now)
    {
        var entry = new Entry { Id = Guid.CreateVersion7(now), Key = key, CreatedAt = now, ReviewedOn = reviewedOn };
        db.Add(entry);
        Write(entry, content, by, db, now);
        return entry;
    }

    public static async Task Renew(Entry entry, EntryContent content, Authorship by, EncyclopediaDb db, DateTimeOffset now, CancellationToken ct)
    {
        await TakeAway(entry, db, ct);
        Write(entry, content, by, db, now);
    }

    /// <summary>Nothing of it may be read: it leaves lists, links and search, and keeps its key and its history.</summary>
    public static async Task Hide(Entry entry, EncyclopediaDb db, DateTimeOffset now, CancellationToken ct)
    {
        await TakeAway(entry, db, ct);
        entry.HiddenAt = now;
    }

    static async Task TakeAway(Entry entry, EncyclopediaDb db, CancellationToken ct)
    {
        db.RemoveRange(await db.Words.Where(w => w.EntryId == entry.Id).ToListAsync(ct));
        db.RemoveRange(await db.Links.Where(l => l.FromId == entry.Id).ToListAsync(ct));
        db.RemoveRange(await db.Urls.Where(u => u.EntryId == entry.Id).ToListAsync(ct));
    }

    static void Write(Entry entry, EntryContent content, Authorship by, EncyclopediaDb db, DateTimeOffset now)
    {
        entry.Version++;
        entry.HiddenAt = null;
        Describe(entry, content, now);
        db.Add(new EntryVersion
        {
            EntryId = entry.Id,
            Number = entry.Version,
            At = now,
            AuthorId = by.AuthorId,
            AuthorName = by.AuthorName,
            Comment = by.Comment,
            ProposalId = by.ProposalId,
            Content = EntryJson.Write(content),
        });
        foreach (var language in Langs.All.Where(l => content.Texts[l] is not null))
        {
            db.Add(Projection.Words(entry.Id, content, language));
        }

        db.AddRange(Projection.Links(entry.Id, content));
        db.AddRange(Projection.Urls(entry.Id, content));
    }

    /// <summary>Copies to the entry what lists and filters ask of its last content.</summary>
    internal static void Describe(Entry entry, EntryContent content, DateTimeOffset at)
    {
        entry.Type = content.Type;
        entry.ChangedAt = at;
        entry.Original = content.Original;
        entry.Phases = content.Phases.Aggregate(0, (bits, phase) => bits | Entry.Bit(phase));
        entry.Criteria = content.Criteria.Where(c => c.Stand == Stand.Yes).Aggregate(0, (bits, note) => bits | Entry.Bit(note.Criterion));
        entry.Languages = Langs.All.Where(l => content.Texts[l] is not null).Aggregate(0, (bits, language) => bits | Entry.Bit(language));
        entry.OriginName = content.Origin?.Name;
        entry.Grades = string.Concat(content.Reliability.Select(r => ((int)r.Grade).ToString(CultureInfo.InvariantCulture)));
    }
}
