using System.Text;
using Beffroi.Ads.Dumps;
using Beffroi.Ads.Grouping;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Beffroi.Ads.Intake;

/// <summary>The one door by which ads come in: read records become ads, sponsors and groups. The same file again changes nothing, nor does an older one.</summary>
public sealed class AdIntake(AdsDb db, TimeProvider clock)
{
    /// <summary>Ads saved at once.</summary>
    const int Batch = 200;

    /// <summary>Refused lines that are told one by one.</summary>
    const int MostTold = 200;

    readonly GroupPlaces _groups = new(db, clock);

    /// <summary>Two imports at once write in turn, a batch each: neither makes twice what the other makes, and none counts on what it read before.</summary>
    public async Task<IDbContextTransaction> Turn(CancellationToken ct)
    {
        // SQLite has one writer, and this is it from here on.
        var turn = await db.Database.BeginTransactionAsync(ct);
        if (db.Database.ProviderName?.EndsWith("PostgreSQL", StringComparison.Ordinal) is true)
        {
            await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(hashtext('ads_imports'))", ct);
        }

        return turn;
    }

    /// <summary>A whole file. What was saved before a stop stays, and the same file goes on from there.</summary>
    /// <param name="dump">When the file is a whole reading of a library, to be compared with others; null: it is not.</param>
    /// <param name="progress">Told the number of lines read.</param>
    public async Task<AdImport> Take(IAsyncEnumerable<AdLine> lines, AdImport import, Dump? dump, IProgress<int>? progress, CancellationToken ct)
    {
        Keep(import);
        Keep(dump);
        await db.SaveChangesAsync(ct);
        var reading = await ReadingOf(import, dump, ct);
        var (report, cut, unread) = (new StringBuilder(), false, 0);
        var (batch, refused) = (new List<AdRecord>(Batch), new List<string>());
        await foreach (var line in lines.WithCancellation(ct))
        {
            if (line.Record is { } record)
            {
                batch.Add(record);
                if (batch.Count == Batch)
                {
                    await Save(batch, refused, import, dump, reading, ct);
                    progress?.Report(line.Number);
                }

                continue;
            }

            import.Refused++;
            cut |= line.IsCut;
            if (line.RefusedId is { } id)
            {
                refused.Add(id);
            }
            else
            {
                unread++;
            }

            if (import.Refused <= MostTold)
            {
                report.Append(System.Globalization.CultureInfo.InvariantCulture, $"{line.Number} : {line.Fault!.In("fr")}\n");
            }
        }

        import.Report = CleanText.Cut(report.ToString(), AdImport.ReportMaxLength);
        await Save(batch, refused, import, dump, reading, ct);
        if (dump is not null && !cut)
        {
            await Complete(dump, unread, ct);
        }

        return import;
    }

    /// <summary>One ad, inside the caller's <see cref="Turn"/> and save.</summary>
    public async Task<Ad> TakeOne(AdRecord record, AdImport import, CancellationToken ct)
    {
        db.Add(import);
        return (await Write([record], import, new(import.At, IsDated: false), ct))[0];
    }

    /// <param name="At">When what it says was so.</param>
    /// <param name="IsDated">Somebody said so; otherwise it is the first time that the file was seen.</param>
    readonly record struct Reading(DateTimeOffset At, bool IsDated);

    async Task<Reading> ReadingOf(AdImport import, Dump? dump, CancellationToken ct) =>
        (dump?.TakenAt ?? import.TakenAt) is { } taken ? new(taken, IsDated: true)
        : new(await db.Imports.Where(i => i.Source == import.Source && i.Sha256 == import.Sha256).OrderBy(i => i.At).Select(i => i.At).FirstAsync(ct), IsDated: false);

    void Keep(object? row)
    {
        if (row is not null && db.Entry(row).State is EntityState.Detached)
        {
            db.Add(row);
        }
    }

    // Said last: a reading that was stopped is no whole one.
    async Task Complete(Dump dump, int unread, CancellationToken ct)
    {
        (dump.Unread, dump.Ads) = (unread, await db.DumpLines.CountAsync(l => l.DumpId == dump.Id, ct));
        await db.SaveChangesAsync(ct);
        // By a hand-written statement: an audit row for each ad that is still there says nothing.
        await db.Database.ExecuteSqlRawAsync("""
            UPDATE ads_ads SET "ReadAt" = {0} WHERE "Source" = {1} AND ("ReadAt" IS NULL OR "ReadAt" < {0})
            AND EXISTS (SELECT 1 FROM ads_dump_lines l WHERE l."DumpId" = {2} AND l."SourceId" = ads_ads."SourceId")
            """, [db.Stored(dump.TakenAt), dump.Source.ToString(), dump.Id], ct);
        await db.NoteVanished(dump, ct);
        db.ChangeTracker.Clear();
        db.Attach(dump).Entity.CompletedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
    }

    async Task Save(List<AdRecord> batch, List<string> refused, AdImport import, Dump? dump, Reading reading, CancellationToken ct)
    {
        await using var turn = await Turn(ct);
        await Write(batch, import, reading, ct);
        if (dump is not null)
        {
            await List(dump, [.. batch.Select(DumpFact.Of), .. refused.Select(DumpFact.Unread)], ct);
        }

        await db.SaveChangesAsync(ct);
        await turn.CommitAsync(ct);
        db.ChangeTracker.Clear();
        db.Attach(import);
        if (dump is not null)
        {
            db.Attach(dump);
        }

        batch.Clear();
        refused.Clear();
    }

    // An ad that comes twice is there once, as it came first.
    async Task List(Dump dump, List<DumpFact> facts, CancellationToken ct)
    {
        var ids = facts.Select(f => f.SourceId).Distinct(StringComparer.Ordinal).ToList();
        var listed = await db.DumpLines.Where(l => l.DumpId == dump.Id && EF.Parameter(ids).Contains(l.SourceId)).Select(l => l.SourceId).ToHashSetAsync(StringComparer.Ordinal, ct);
        db.AddRange(facts.Where(f => listed.Add(f.SourceId)).Select(f => f.In(dump.Id)));
    }

    async Task<List<Ad>> Write(IReadOnlyList<AdRecord> records, AdImport import, Reading reading, CancellationToken ct)
    {
        var ads = await Ads(records, ct);
        var sponsors = await Sponsors(records, ct);
        var texts = records.Select(TextOf).ToList();
        await _groups.Prepare(texts, ct);
        var written = new List<Ad>(records.Count);
        foreach (var (record, text) in records.Zip(texts))
        {
            var isOld = ads.TryGetValue((record.Source, record.SourceId), out var ad) && reading.At < ad.ReadAt;
            var sponsor = SponsorOf(record, sponsors, isOld);
            if (ad is null)
            {
                ad = await Add(record, text, sponsor, import, ct);
                ad.ReadAt = reading.At;
                ads.Add((record.Source, record.SourceId), ad);
                import.Added++;
            }
            else if (isOld || string.Equals(ad.ContentHash, record.ContentHash, StringComparison.Ordinal))
            {
                import.Same++;
            }
            else
            {
                await Change(ad, record, text, sponsor, import, ct);
                ad.ReadAt = reading.At;
                import.Changed++;
            }

            if (reading.IsDated && reading.At > ad.VanishedAt)
            {
                // Back in its library.
                ad.VanishedAt = null;
            }

            written.Add(ad);
        }

        return written;
    }

    async Task<Dictionary<(AdSource, string), Ad>> Ads(IReadOnlyList<AdRecord> records, CancellationToken ct)
    {
        var found = new Dictionary<(AdSource, string), Ad>();
        foreach (var source in records.GroupBy(r => r.Source))
        {
            var ids = source.Select(r => r.SourceId).Distinct(StringComparer.Ordinal).ToList();
            foreach (var ad in await db.Ads.Where(a => a.Source == source.Key && EF.Parameter(ids).Contains(a.SourceId)).ToListAsync(ct))
            {
                found.Add((ad.Source, ad.SourceId), ad);
            }
        }

        return found;
    }

    async Task<Dictionary<(AdSource, string), Sponsor>> Sponsors(IReadOnlyList<AdRecord> records, CancellationToken ct)
    {
        var found = new Dictionary<(AdSource, string), Sponsor>();
        foreach (var source in records.GroupBy(r => r.Source))
        {
            var keys = source.Select(r => r.SponsorKey).Distinct(StringComparer.Ordinal).ToList();
            foreach (var sponsor in await db.Sponsors.Where(s => s.Source == source.Key && EF.Parameter(keys).Contains(s.Key)).ToListAsync(ct))
            {
                found.Add((sponsor.Source, sponsor.Key), sponsor);
            }
        }

        return found;
    }

    Sponsor SponsorOf(AdRecord record, Dictionary<(AdSource, string), Sponsor> sponsors, bool isOld)
    {
        if (!sponsors.TryGetValue((record.Source, record.SponsorKey), out var sponsor))
        {
            sponsor = new() { Id = Guid.CreateVersion7(clock.GetUtcNow()), Source = record.Source, Key = record.SponsorKey, Name = record.PageName, Country = record.SponsorCountry };
            db.Add(sponsor);
            sponsors.Add((record.Source, record.SponsorKey), sponsor);
        }

        if (isOld)
        {
            return sponsor;
        }

        sponsor.Name = record.PageName.Length > 0 ? record.PageName : sponsor.Name;
        sponsor.Country = record.SponsorCountry ?? sponsor.Country;
        return sponsor;
    }

    async Task<Ad> Add(AdRecord record, NearText text, Sponsor sponsor, AdImport import, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var ad = new Ad
        {
            Id = Guid.CreateVersion7(now), Source = record.Source, SourceId = record.SourceId, Country = record.Country, SponsorId = sponsor.Id, PageName = record.PageName,
            Text = record.Text, ContentHash = record.ContentHash, GroupId = Guid.Empty, ImportId = import.Id, ImportedAt = now,
        };
        Fill(ad, record);
        await _groups.Join(ad, text, ct);
        db.Add(ad);
        return ad;
    }

    async Task Change(Ad ad, AdRecord record, NearText text, Sponsor sponsor, AdImport import, CancellationToken ct)
    {
        var group = await _groups.Of(ad.GroupId, ct);
        Fill(ad, record);
        (ad.SponsorId, ad.ContentHash, ad.ImportId, ad.ChangedAt) = (sponsor.Id, record.ContentHash, import.Id, clock.GetUtcNow());
        // Answers were given to what the group's text says: an ad that says something else leaves it, and the answers stay.
        if (!NearText.Kept(group.Country, group.Signature).IsSameAs(text) && !string.Equals(text.Signature, group.Signature, StringComparison.Ordinal))
        {
            await _groups.Leave(ad, group, ct);
            await _groups.Join(ad, text, ct);
        }
    }

    static void Fill(Ad ad, AdRecord record)
    {
        (ad.Country, ad.Language, ad.PageName, ad.Payer, ad.Beneficiary) = (record.Country, record.Language, record.PageName, record.Payer, record.Beneficiary);
        (ad.Text, ad.LinkTitle, ad.LinkDetail, ad.LinkCaption, ad.LinkUrl) = (record.Text, record.LinkTitle, record.LinkDetail, record.LinkCaption, record.LinkUrl);
        (ad.CallToAction, ad.Media, ad.Platforms, ad.PictureId) = (record.CallToAction, record.Media, record.Platforms, record.PictureId ?? ad.PictureId);
        (ad.FirstShownAt, ad.LastShownAt, ad.HasTimes, ad.SeenOn) = (record.FirstShownAt, record.LastShownAt, record.HasTimes, record.SeenOn ?? ad.SeenOn);
        ad.LastingHash = record.LastingHash;
        (ad.ImpressionsLow, ad.ImpressionsHigh, ad.SpendLow, ad.SpendHigh) = (record.ImpressionsLow, record.ImpressionsHigh, record.SpendLow, record.SpendHigh);
        (ad.Currency, ad.Reach, ad.DeclaredPolitical, ad.LibraryUrl) = (record.Currency, record.Reach, record.DeclaredPolitical, record.LibraryUrl);
    }

    /// <summary>What is compared of an ad.</summary>
    public static NearText TextOf(AdRecord r) => NearText.Of(r.Country, r.Text, r.LinkTitle, r.LinkDetail, r.SponsorKey);
}
