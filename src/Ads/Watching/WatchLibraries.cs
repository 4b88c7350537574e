using Beffroi.Ads.Dumps;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Ads.Watching;

/// <summary>What libraries held from one reading to the next, and what they say that they hold: for everybody.</summary>
public static class WatchLibraries
{
    /// <summary>Readings and totals that are shown of one library: the latest.</summary>
    const int MostDays = 400;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Watch(l), Show).ForEveryone().CacheOutput(policy => policy.SetVaryByQuery([])).ExcludeFromDescription();
            app.MapGet(Addresses.Watch(l) + "/{id:guid}", Compare).ForEveryone().RequireRateLimiting(AskingLimit.Policy).CacheOutput(policy => policy.SetVaryByQuery("page")).ExcludeFromDescription();
        }
    }

    static async Task<IResult> Show(HttpRequest request, AdsDb db, CancellationToken ct)
    {
        var dumps = await db.Dumps.AsNoTracking().Complete().OrderByDescending(d => d.TakenAt).Take(MostDays).ToListAsync(ct);
        var totals = await db.Announced.AsNoTracking().OrderByDescending(t => t.Day).Take(MostDays).ToListAsync(ct);
        var libraries = dumps.Select(d => (d.Source, d.Country)).Union(totals.Select(t => (t.Source, t.Country))).Order()
            .Select(k => Library(k.Source, k.Country, [.. dumps.Where(d => d.Source == k.Source && string.Equals(d.Country, k.Country, StringComparison.Ordinal)).OrderBy(d => d.TakenAt)], [.. totals.Where(t => t.Source == k.Source && string.Equals(t.Country, k.Country, StringComparison.Ordinal)).OrderBy(t => t.Day)]))
            .ToList();
        return Html.View<WatchPage, WatchModel>(new(Langs.Of(request), libraries));
    }

    static WatchedLibrary Library(AdSource source, string country, List<Dump> dumps, List<AnnouncedTotal> totals)
    {
        var read = dumps.Select(d => new DayCount(DateOnly.FromDateTime(d.TakenAt.UtcDateTime), d.Ads)).ToList();
        var announced = totals.Select(t => new DayCount(t.Day, t.Ads)).ToList();
        var days = read.Concat(announced).Select(c => c.Day).ToList();
        return new()
        {
            Source = source, Country = country, Read = read, Announced = announced,
            Readings = [.. dumps.Select((d, i) => new Reading(d.Id, d.TakenAt, d.Ads, i > 0, d.Sha256))],
            Elections = days.Count == 0 ? [] : ElectionDays.Between(country, days.Min(), days.Max()),
        };
    }

    static async Task<IResult> Compare(Guid id, int? page, HttpRequest request, AdsDb db, KeptComparisons kept, CancellationToken ct)
    {
        if (await db.Dumps.AsNoTracking().Complete().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } dump || await db.Dumps.Before(dump, ct) is not { } before)
        {
            return TypedResults.NotFound();
        }

        var found = await kept.Of(db.Database.GetConnectionString() ?? "", before.Id, dump.Id, () => DumpComparison.Of(db.Facts(before.Id), db.Facts(dump.Id), ct), ct);
        var pages = Math.Max(1, (found.Removed.Count + ComparisonModel.PageSize - 1) / ComparisonModel.PageSize);
        var number = Math.Clamp(page ?? 1, 1, pages);
        var shown = found.Removed.Skip((number - 1) * ComparisonModel.PageSize).Take(ComparisonModel.PageSize).ToList();
        var ids = shown.ConvertAll(r => r.SourceId);
        var ours = await db.Ads.AsNoTracking().Public().Where(a => a.Source == dump.Source && EF.Parameter(ids).Contains(a.SourceId)).Select(a => new { a.SourceId, a.Id }).ToDictionaryAsync(a => a.SourceId, a => a.Id, StringComparer.Ordinal, ct);
        return Html.View<ComparisonPage, ComparisonModel>(new()
        {
            L = Langs.Of(request), Before = before, After = dump, Found = found, Page = number, Pages = pages,
            Vanished = [.. shown.Select(r => new VanishedAd(r.SourceId, ours.TryGetValue(r.SourceId, out var ad) ? ad : null, r.ContentHash))],
        });
    }
}

public sealed record DayCount(DateOnly Day, int Ads);

/// <param name="IsCompared">There is one before it.</param>
public sealed record Reading(Guid Id, DateTimeOffset TakenAt, int Ads, bool IsCompared, string Sha256);

public sealed record WatchedLibrary
{
    public required AdSource Source { get; init; }
    public required string Country { get; init; }
    public required IReadOnlyList<DayCount> Read { get; init; }
    public required IReadOnlyList<DayCount> Announced { get; init; }
    public required IReadOnlyList<Reading> Readings { get; init; }
    public required IReadOnlyList<ElectionDay> Elections { get; init; }
}

public sealed record WatchModel(Lang L, IReadOnlyList<WatchedLibrary> Libraries);

/// <param name="AdId">Our own page of it; null: we have none, or it is hidden.</param>
public sealed record VanishedAd(string SourceId, Guid? AdId, string Sha256);

public sealed record ComparisonModel
{
    public const int PageSize = 100;

    public required Lang L { get; init; }
    public required Dump Before { get; init; }
    public required Dump After { get; init; }
    public required DumpComparison Found { get; init; }
    public required IReadOnlyList<VanishedAd> Vanished { get; init; }
    public required int Page { get; init; }
    public required int Pages { get; init; }
}
