using System.Globalization;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Importing.Writing;

/// <summary>Puts the entries of a file in the database: all of them or, when anything is wrong, none. What somebody changed here is never overwritten.</summary>
public sealed class Landing(EncyclopediaDb db, Actor actor, TimeProvider clock)
{
    readonly Shipment _shipment = new();

    public async Task<ImportReport> Import(ReadFile file, CancellationToken ct)
    {
        var faults = file.Faults.Count > 0 ? file.Faults : IncomingChecks.Of(file.Entries);
        if (faults.Count > 0)
        {
            return new() { Faults = faults };
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var here = await Here([.. file.Entries.Select(e => e.Key)], ct);
        var report = Decide(file.Entries, here);
        if (report.Faults.Count > 0)
        {
            return report;
        }

        await Write(here, ct);
        report = report with { Links = _shipment.Links.Count, Nowhere = await Nowhere(ct) };
        await transaction.CommitAsync(ct);
        return report;
    }

    sealed record Known(Entry Entry, List<EntryVersion> Versions, HashSet<int> Withheld);

    // Hidden ones too: their key is taken.
    async Task<Dictionary<string, Known>> Here(IReadOnlyList<string> keys, CancellationToken ct)
    {
        var entries = await db.Entries.IgnoreQueryFilters().Where(e => keys.Contains(e.Key)).ToListAsync(ct);
        var ids = entries.ConvertAll(e => e.Id);
        var versions = ids.Count == 0 ? [] : await db.Versions.AsNoTracking().Where(v => ids.Contains(v.EntryId)).OrderBy(v => v.Number).ToListAsync(ct);
        var withheld = (ids.Count == 0 ? [] : await db.Withheld.AsNoTracking().Where(w => ids.Contains(w.EntryId)).Select(w => new { w.EntryId, w.Number }).ToListAsync(ct)).ToLookup(w => w.EntryId, w => w.Number);
        var byEntry = versions.ToLookup(v => v.EntryId);
        return entries.ToDictionary(e => e.Key, e => new Known(e, [.. byEntry[e.Id]], [.. withheld[e.Id]]), StringComparer.Ordinal);
    }

    ImportReport Decide(IReadOnlyList<IncomingEntry> entries, Dictionary<string, Known> here)
    {
        var (added, renewed, unchanged) = (0, 0, 0);
        var (kept, faults) = (new List<string>(), new List<string>());
        var now = clock.GetUtcNow();
        foreach (var given in entries)
        {
            if (!here.TryGetValue(given.Key, out var known))
            {
                added++;
                _shipment.Open(given, now);
                continue;
            }

            var incoming = given.IsPartial ? given.Over(EntryJson.Read(known.Versions[^1].Content)) : given;
            switch (Meeting.Of(incoming, known.Versions, known.Withheld))
            {
                case Encounter.Ahead when known.Entry.HiddenAt is not null:
                    // What may not be read here does not come back by a file.
                    kept.Add(incoming.Key);
                    continue;
                case Encounter.Same:
                    unchanged++;
                    break;
                case Encounter.Ahead:
                    renewed++;
                    _shipment.Renew(known.Entry, incoming, now);
                    break;
                case Encounter.ChangedHere:
                    kept.Add(incoming.Key);
                    break;
                case Encounter.AnotherStory:
                    faults.Add($"La fiche {incoming.Key} a ici une autre histoire que dans le fichier.");
                    break;
            }

            Withhold(incoming, known);
            if (incoming.ReviewedOn > known.Entry.ReviewedOn)
            {
                known.Entry.ReviewedOn = incoming.ReviewedOn;
            }
        }

        return new() { Added = added, Renewed = renewed, Unchanged = unchanged, Kept = kept, Faults = faults };
    }

    // Somebody withheld elsewhere what is still read here.
    void Withhold(IncomingEntry incoming, Known known)
    {
        foreach (var (version, given) in known.Versions.Zip(incoming.Versions).Where(pair => pair.Second.Withheld is not null && !known.Withheld.Contains(pair.First.Number)))
        {
            db.Update(version);
            db.Add(Withholding.Withhold(version, by: null, given.Withheld!.Reason, erase: false, Days.Kept(given.Withheld.At)));
        }
    }

    async Task Write(Dictionary<string, Known> here, CancellationToken ct)
    {
        foreach (var ids in _shipment.Renewed.Chunk(500))
        {
            db.RemoveRange(await db.Words.Where(w => ids.Contains(w.EntryId)).ToListAsync(ct));
            db.RemoveRange(await db.Links.Where(l => ids.Contains(l.FromId)).ToListAsync(ct));
            db.RemoveRange(await db.Urls.Where(u => ids.Contains(u.EntryId)).ToListAsync(ct));
        }

        if (here.Count > 0)
        {
            await db.SaveChangesAsync(ct);
        }

        await BulkRows.Insert(db, _shipment.Entries, ct);
        await BulkRows.Insert(db, _shipment.Versions, ct);
        await BulkRows.Insert(db, _shipment.Withheld, ct);
        await BulkRows.Insert(db, _shipment.Words, ct);
        await BulkRows.Insert(db, _shipment.Links, ct);
        await BulkRows.Insert(db, _shipment.Urls, ct);
        await Audit(ct);
    }

    // One row for all: the versions say by themselves what changed.
    async Task Audit(CancellationToken ct)
    {
        if (_shipment.Versions.Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow();
        db.Add(new AuditRow
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            Who = actor.Who,
            Act = actor.Act ?? throw new InvalidOperationException("An import without an act: set Actor.Act."),
            Subject = string.Create(CultureInfo.InvariantCulture, $"{nameof(Entry)}×{_shipment.Entries.Count}, {nameof(EntryVersion)}×{_shipment.Versions.Count}"),
            Change = nameof(EntityState.Added),
            Fields = "",
        });
        await db.SaveChangesAsync(ct);
    }

    async Task<IReadOnlyList<string>> Nowhere(CancellationToken ct) =>
        await db.Links.Where(l => !db.Entries.Any(e => e.Key == l.ToKey)).Select(l => l.ToKey).Distinct().OrderBy(k => k).ToListAsync(ct);
}
