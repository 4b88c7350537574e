using System.Globalization;
using Beffroi.Encyclopedia.LinkHealth;
using Beffroi.Encyclopedia.Translations;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.FreshnessBoard;

/// <summary>What grows old: entries that nobody looked at for a year, addresses that no longer answer, translations behind their original.</summary>
public static class ShowFreshness
{
    const int Shown = 50;

    /// <summary>Translations compared at most, those of the entries changed last: each is a reading of two versions.</summary>
    const int MostCompared = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var language in Langs.All)
        {
            app.MapGet(Addresses.Freshness(language), Show).ForEveryone().KeptByPage().ExcludeFromDescription();
        }
    }

    static async Task<IResult> Show(EncyclopediaDb db, LinkSettings links, TimeProvider clock, HttpRequest request, CancellationToken ct)
    {
        var language = Langs.Of(request);
        var border = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddMonths(-Encyclopedia.Entry.StaleAfterMonths);
        var stale = await db.Entries.CountAsync(e => e.ReviewedOn < border, ct);
        var last = Math.Max(1, (stale + Shown - 1) / Shown);
        var page = int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, last) : 1;
        return Html.View<ShowFreshnessPage, ShowFreshnessModel>(new()
        {
            Language = language,
            Coverage = await Coverage.Of(db, ct),
            StaleCount = stale,
            Stale = await Stale(db, language, border, (page - 1) * Shown, ct),
            Page = page,
            LastPage = last,
            ChecksLinks = links.Enabled,
            Checked = await db.UrlHealth.CountAsync(h => h.Status != null || h.Failure != null, ct),
            Broken = await Broken(db, language, ct),
            Behind = await Behind(db, language, ct),
        });
    }

    static async Task<List<OldEntry>> Stale(EncyclopediaDb db, Lang language, DateOnly border, int skip, CancellationToken ct)
    {
        var bit = Encyclopedia.Entry.Bit(language);
        return await db.Entries.Where(e => e.ReviewedOn < border)
            .Join(db.Words, e => e.Id, w => w.EntryId, (e, w) => new { e, w })
            .Where(x => x.w.Language == language || (x.e.Languages & bit) == 0)
            .OrderBy(x => x.e.ReviewedOn).ThenBy(x => x.w.TitleTerms).ThenBy(x => x.e.Key)
            .Skip(skip).Take(Shown)
            .Select(x => new OldEntry(x.e.Key, x.w.Title, x.w.Language, x.e.Type, x.e.ReviewedOn))
            .ToListAsync(ct);
    }

    static async Task<List<BrokenLink>> Broken(EncyclopediaDb db, Lang language, CancellationToken ct)
    {
        var bit = Encyclopedia.Entry.Bit(language);
        var rows = await db.UrlHealth.AsNoTracking().Where(h => h.FailuresInARow > 0 && h.Failure != LinkFailure.Refused)
            .Join(db.Urls, h => h.Url, u => u.Url, (h, u) => new { h, u.EntryId })
            .Join(db.Entries, x => x.EntryId, e => e.Id, (x, e) => new { x.h, e })
            .Join(db.Words, x => x.e.Id, w => w.EntryId, (x, w) => new { x.h, x.e, w })
            .Where(x => x.w.Language == language || (x.e.Languages & bit) == 0)
            .OrderByDescending(x => x.h.FailuresInARow).ThenBy(x => x.h.Url).ThenBy(x => x.e.Key)
            .Take(Shown)
            .Select(x => new { Health = x.h, x.e.Key, x.e.ReviewedOn, x.w.Title, x.w.Language })
            .ToListAsync(ct);
        return rows.ConvertAll(r => new BrokenLink(r.Key, r.Title, r.Language, r.Health, LinkStates.ArchivedCopy(r.Health.Url, r.ReviewedOn)));
    }

    static async Task<List<BehindEntry>> Behind(EncyclopediaDb db, Lang language, CancellationToken ct)
    {
        var both = Langs.All.Aggregate(0, (bits, l) => bits | Encyclopedia.Entry.Bit(l));
        var rows = await db.Entries.Where(e => e.Version > 1 && e.Languages == both)
            .OrderByDescending(e => e.ChangedAt).Take(MostCompared)
            .Join(db.Versions, e => new { EntryId = e.Id, Number = e.Version }, v => new { v.EntryId, v.Number }, (e, v) => new { e.Id, e.Key, e.Version, v.Content })
            .ToListAsync(ct);
        var behind = new List<BehindEntry>();
        foreach (var row in rows)
        {
            var content = EntryJson.Read(row.Content);
            if (await TranslationState.Of(db, row.Id, row.Version, content, ct) is { IsBehind: true } state)
            {
                behind.Add(new(row.Key, content.In(language).Title, content.Translation, state.Changes.Count));
            }
        }

        return behind;
    }
}

/// <param name="Language">Of the title.</param>
public sealed record OldEntry(string Key, string Title, Lang Language, EntryType Type, DateOnly ReviewedOn);

/// <param name="Archive">Where a copy may be.</param>
public sealed record BrokenLink(string Key, string Title, Lang Language, UrlHealth Health, string Archive);

/// <param name="Into">The language of the translation.</param>
public sealed record BehindEntry(string Key, string Title, Lang Into, int Changes);

public sealed record ShowFreshnessModel
{
    public required Lang Language { get; init; }
    public required Coverage Coverage { get; init; }
    public required int StaleCount { get; init; }
    public required IReadOnlyList<OldEntry> Stale { get; init; }
    public required int Page { get; init; }
    public required int LastPage { get; init; }
    public required bool ChecksLinks { get; init; }

    /// <summary>Addresses asked for so far.</summary>
    public required int Checked { get; init; }

    public required IReadOnlyList<BrokenLink> Broken { get; init; }
    public required IReadOnlyList<BehindEntry> Behind { get; init; }
}
