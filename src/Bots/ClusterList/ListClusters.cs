using System.Globalization;
using Beffroi.Bots.Clustering;
using Beffroi.Bots.Figures;
using Beffroi.Bots.Leaving;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.ClusterList;

/// <summary>Groups of accounts that an organisation's watches found: <c>?watch=&amp;gone=yes&amp;page=2</c>.</summary>
public static class ListClusters
{
    const int PageSize = 30;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Clusters(l), Show).ForAnalysts();
            app.MapGet(Addresses.Clusters(l) + ".csv", File).Does("robots.exporter").ForAnalysts();
        }
    }

    static async Task<IResult> Show(HttpRequest request, BotsDb db, AtWork at, CancellationToken ct)
    {
        var filter = ClusterFilter.Of(request.Query);
        var clusters = Filtered(filter, db, at);
        var count = await clusters.CountAsync(ct);
        var last = Math.Max(1, (count + PageSize - 1) / PageSize);
        filter = filter with { Page = Math.Min(filter.Page, last) };
        var watches = await db.WatchesOf(at.Organisation).AsNoTracking().OrderBy(w => w.Name).ThenBy(w => w.Id).ToListAsync(ct);
        var rows = await clusters.OrderByDescending(c => c.Score).ThenByDescending(c => c.Size).ThenBy(c => c.Id).Skip((filter.Page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return Html.View<ListClustersPage, ListClustersModel>(new(Langs.Of(request), filter, count, last, watches, [.. rows.Select(c => (c, KeptEvidence.Of(c)))]));
    }

    static async Task<IResult> File(HttpRequest request, BotsDb db, AtWork at, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var rows = await Filtered(ClusterFilter.Of(request.Query), db, at).OrderBy(c => c.Id).ToListAsync(ct);
        var names = await db.WatchesOf(at.Organisation).ToDictionaryAsync(w => w.Id, w => w.Name, ct);
        await ExportAudit.Keep(db, actor, clock, $"{nameof(Cluster)}×{rows.Count}", "csv", ct);
        return CsvFile.Of(Langs.Of(request).Say("groupes.csv", "clusters.csv"), ["cluster", "watch", "accounts", "score", "density", "objects", "synchrony", "synchrony_by_chance", "mean_delay_seconds", "found_at", "seen_at", "gone_at"],
            rows.Select(c => (c, Evidence: KeptEvidence.Of(c))).Select(c => (IReadOnlyList<object?>)
            [
                c.c.Id.ToString(), names[c.c.WatchId], c.c.Size, c.c.Score, c.Evidence.Density, c.Evidence.Objects, c.Evidence.Synchrony, c.Evidence.SynchronyByChance, c.Evidence.MeanDelay, c.c.FoundAt, c.c.SeenAt, c.c.GoneAt,
            ]));
    }

    static IQueryable<Cluster> Filtered(ClusterFilter filter, BotsDb db, AtWork at)
    {
        var clusters = db.ClustersOf(at.Organisation).AsNoTracking();
        clusters = filter.Watch is { } watch ? clusters.Where(c => c.WatchId == watch) : clusters;
        return filter.Gone ? clusters : clusters.Where(c => c.GoneAt == null);
    }
}

/// <param name="Gone">Those that are no longer found too.</param>
public sealed record ClusterFilter(Guid? Watch, bool Gone, int Page)
{
    public static ClusterFilter Of(IQueryCollection query) => new(
        Guid.TryParse(query["watch"], out var watch) ? watch : null,
        string.Equals(query["gone"].ToString(), "yes", StringComparison.Ordinal),
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 100_000) : 1);

    public string ToQuery()
    {
        string[] parts = [.. new[] { Watch is { } watch ? $"watch={watch}" : null, Gone ? "gone=yes" : null, Page > 1 ? string.Create(CultureInfo.InvariantCulture, $"page={Page}") : null }.OfType<string>()];
        return parts.Length == 0 ? "" : "?" + string.Join('&', parts);
    }
}

public sealed record ListClustersModel(Lang L, ClusterFilter Filter, int Count, int LastPage, IReadOnlyList<Watch> Watches, IReadOnlyList<(Cluster Cluster, KeptEvidence Evidence)> Rows);
