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

    /// <summary>Tools whose content is read at most.</summary>
    const int MostTools = 500;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var language in Langs.All)
        {
            app.MapGet(Addresses.Freshness(language), Show).ForEveryone().KeptUntilPublished(Which).ExcludeFromDescription();
        }
    }

    // Both lists turn by themselves: pages where one of them is at its first are kept.
    static string? Which(IQueryCollection query) => (KeptPages.Page(query), KeptPages.Page(query, "broken")) switch
    {
        (null, _) or (_, null) => null,
        (var page, "") => page,
        ("", var broken) => "broken " + broken,
        _ => null,
    };

    static async Task<IResult> Show(EncyclopediaDb db, LinkSettings links, TimeProvider clock, HttpRequest request, CancellationToken ct)
    {
        var language = Langs.Of(request);
        var border = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddMonths(-Encyclopedia.Entry.StaleAfterMonths);
        var stale = await db.Entries.CountAsync(e => e.ReviewedOn < border, ct);
        var broken = await BrokenOnes(db, language).CountAsync(ct);
        var (page, last) = Turned(request.Query["page"], stale);
        var (brokenPage, brokenLast) = Turned(request.Query["broken"], broken);
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
            BrokenCount = broken,
            Broken = await Broken(db, language, (brokenPage - 1) * Shown, ct),
            BrokenPage = brokenPage,
            LastBrokenPage = brokenLast,
            Behind = await Behind(db, language, ct),
            OldChecks = await OldChecks(db, language, border, ct),
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

    static (int Page, int Last) Turned(string? asked, int count)
    {
        var last = Math.Max(1, (count + Shown - 1) / Shown);
        return (int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, last) : 1, last);
    }

    static async Task<List<BrokenLink>> Broken(EncyclopediaDb db, Lang language, int skip, CancellationToken ct)
    {
        var rows = await BrokenOnes(db, language)
            .OrderByDescending(x => x.Health.FailuresInARow).ThenBy(x => x.Health.Url).ThenBy(x => x.Key)
            .Skip(skip).Take(Shown)
            .ToListAsync(ct);
        return rows.ConvertAll(r => new BrokenLink(r.Key, r.Title, r.Language, r.Health, LinkStates.ArchivedCopy(r.Health.Url, Encyclopedia.Entry.Review(r.ReviewedOn) ?? DateOnly.FromDateTime(r.Health.FailsSince?.UtcDateTime ?? r.Health.CheckedAt.UtcDateTime))));
    }

    static IQueryable<BrokenRow> BrokenOnes(EncyclopediaDb db, Lang language)
    {
        var bit = Encyclopedia.Entry.Bit(language);
        return db.UrlHealth.AsNoTracking().Where(h => h.FailuresInARow > 0 && h.Failure != LinkFailure.Refused)
            .Join(db.Urls, h => h.Url, u => u.Url, (h, u) => new { h, u.EntryId })
            .Join(db.Entries, x => x.EntryId, e => e.Id, (x, e) => new { x.h, e })
            .Join(db.Words, x => x.e.Id, w => w.EntryId, (x, w) => new { x.h, x.e, w })
            .Where(x => x.w.Language == language || (x.e.Languages & bit) == 0)
            .Select(x => new BrokenRow { Health = x.h, Key = x.e.Key, ReviewedOn = x.e.ReviewedOn, Title = x.w.Title, Language = x.w.Language });
    }

    sealed record BrokenRow
    {
        public required UrlHealth Health { get; init; }
        public required string Key { get; init; }
        public required DateOnly ReviewedOn { get; init; }
        public required string Title { get; init; }
        public required Lang Language { get; init; }
    }

    // The day a tool was last tried is in its content only.
    static async Task<List<OldCheck>> OldChecks(EncyclopediaDb db, Lang language, DateOnly border, CancellationToken ct)
    {
        var rows = await db.Entries.AsNoTracking().Where(e => e.Type == EntryType.Tool)
            .OrderBy(e => e.Key).Take(MostTools)
            .Join(db.Versions, e => new { EntryId = e.Id, Number = e.Version }, v => new { v.EntryId, v.Number }, (e, v) => new { e.Key, v.Content })
            .ToListAsync(ct);
        return [.. rows.Select(r => (r.Key, Content: EntryJson.Read(r.Content)))
            .Where(r => r.Content.Availability is { } availability && availability.CheckedOn < border)
            .Select(r => new OldCheck(r.Key, r.Content.In(language).Title, r.Content.Texts[language] is null ? r.Content.Original : language, r.Content.Availability!))
            .OrderBy(c => c.Availability.CheckedOn).ThenBy(c => c.Key, StringComparer.Ordinal)];
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

/// <param name="Language">Of the title.</param>
public sealed record OldCheck(string Key, string Title, Lang Language, Availability Availability);

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

    /// <summary>Those of one page, and how many there are in all.</summary>
    public required IReadOnlyList<BrokenLink> Broken { get; init; }
    public required int BrokenCount { get; init; }
    public required int BrokenPage { get; init; }
    public required int LastBrokenPage { get; init; }
    public required IReadOnlyList<BehindEntry> Behind { get; init; }

    /// <summary>Tools that nobody tried for a year, the oldest first.</summary>
    public required IReadOnlyList<OldCheck> OldChecks { get; init; }
}
